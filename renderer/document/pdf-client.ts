/** The window's end of the PDF worker: opens a printed document and draws pages of it when they are looked at. */
import type { FromWorker, PageShape, SourceArea, ToWorker } from './pdf-messages.ts';

export interface DrawnPage {
  readonly version: number;
  readonly scale: number;
  readonly picture: ImageBitmap;
  readonly areas: readonly SourceArea[];
}

export interface PdfHearer {
  readonly opened: (version: number, shapes: readonly PageShape[]) => void;
  readonly drawn: (page: number, drawn: DrawnPage) => void;
  readonly failed: () => void;
}

export interface PdfClient {
  /** Takes the bytes over. A later version replaces an earlier one. */
  open(version: number, bytes: Uint8Array<ArrayBuffer>): void;
  draw(version: number, page: number, scale: number): void;
  close(): void;
}

export function createPdfClient(hear: PdfHearer): PdfClient {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  worker.onerror = () => hear.failed();
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    switch (data.kind) {
      case 'opened':
        return hear.opened(data.version, data.shapes);
      case 'drawn':
        return hear.drawn(data.page, data);
      case 'failed':
        return hear.failed();
    }
  };
  const post = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  return {
    open: (version, bytes) => post({ kind: 'open', version, bytes }, [bytes.buffer]),
    draw: (version, page, scale) => post({ kind: 'draw', version, page, scale }),
    close: () => worker.terminate(),
  };
}
