/** The window's end of the PDF worker: shows a printed document and draws pages of it when they are looked at. */
import type { FromWorker, PageArea, PageShape, PartBytes, ToWorker } from './pdf-messages.ts';

export interface DrawnPage {
  readonly scale: number;
  readonly picture: ImageBitmap;
  readonly areas: readonly PageArea[];
}

export interface PdfHearer {
  readonly shown: (version: number, shapes: readonly PageShape[]) => void;
  readonly drawn: (key: string, drawn: DrawnPage) => void;
  readonly failed: () => void;
}

export interface PdfClient {
  /** Takes the bytes over. Parts that are not named any more are forgotten. */
  show(version: number, parts: readonly PartBytes[]): void;
  draw(key: string, scale: number): void;
  close(): void;
}

export function createPdfClient(hear: PdfHearer): PdfClient {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  worker.onerror = () => hear.failed();
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    switch (data.kind) {
      case 'shown':
        return hear.shown(data.version, data.shapes);
      case 'drawn':
        return hear.drawn(data.key, data);
      case 'failed':
        return hear.failed();
    }
  };
  const post = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  return {
    show: (version, parts) =>
      post(
        { kind: 'show', version, parts },
        parts.flatMap(({ bytes }) => bytes?.buffer ?? []),
      ),
    draw: (key, scale) => post({ kind: 'draw', key, scale }),
    close: () => worker.terminate(),
  };
}
