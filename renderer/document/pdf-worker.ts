/** Draws pages of a PDF beside the window, so that typing never waits for a page. */
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'unpdf/pdfjs';
import type { FromWorker, PageShape, SourceArea, ToWorker } from './pdf-messages.ts';

/** The worker's own end; the DOM's types know only the window's. */
interface Scope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
}
const scope = self as unknown as Scope;

/** pdf.js makes its canvases in the document; here there is none. */
class Canvases {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d') };
  }
  reset(entry: { readonly canvas: OffscreenCanvas }, width: number, height: number): void {
    entry.canvas.width = width;
    entry.canvas.height = height;
  }
  destroy(entry: { readonly canvas: OffscreenCanvas }): void {
    entry.canvas.width = 0;
    entry.canvas.height = 0;
  }
}

/** What is printed needs no filters. */
class Filters {
  addFilter(): string {
    return 'none';
  }
  addHCMFilter(): string {
    return 'none';
  }
  addAlphaFilter(): string {
    return 'none';
  }
  addLuminosityFilter(): string {
    return 'none';
  }
  addHighlightHCMFilter(): string {
    return 'none';
  }
  destroy(): void {
    // Nothing was made.
  }
}

interface Opened {
  readonly version: number;
  readonly document: PDFDocumentProxy;
}

let opened: Opened | null = null;

async function open(version: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const before = opened;
  opened = null;
  await before?.document.loadingTask.destroy();
  const document = await getDocument({
    data: bytes,
    CanvasFactory: Canvases,
    FilterFactory: Filters,
    // Letters are drawn as shapes: a worker has no fonts to load them into.
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
  opened = { version, document };
  const shapes: PageShape[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
    shapes.push({ width, height });
  }
  scope.postMessage({ kind: 'opened', version, shapes });
}

async function draw({ version, page: number, scale }: Extract<ToWorker, { kind: 'draw' }>): Promise<void> {
  // The pages have been printed anew meanwhile: whoever asked asks again.
  if (opened?.version !== version) return;
  const page = await opened.document.getPage(number);
  const viewport = page.getViewport({ scale });
  const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  // pdf.js draws on either kind of canvas; its types name the window's.
  const canvasContext = context as unknown as CanvasRenderingContext2D;
  await page.render({ canvas: null, canvasContext, viewport }).promise;
  const areas = await sourceAreas(page);
  page.cleanup();
  const picture = canvas.transferToImageBitmap();
  scope.postMessage({ kind: 'drawn', version, page: number, scale, picture, areas }, [picture]);
}

const SOURCE = 'source:';

async function sourceAreas(page: PDFPageProxy): Promise<readonly SourceArea[]> {
  const { width, height } = page.getViewport({ scale: 1 });
  const links: readonly { readonly unsafeUrl?: string; readonly rect: readonly [number, number, number, number] }[] =
    await page.getAnnotations();
  return links.flatMap(({ unsafeUrl, rect: [left, bottom, right, top] }) =>
    unsafeUrl?.startsWith(SOURCE) === true
      ? [
          {
            source: unsafeUrl.slice(SOURCE.length),
            left: left / width,
            top: 1 - top / height,
            width: (right - left) / width,
            height: (top - bottom) / height,
          },
        ]
      : [],
  );
}

scope.onmessage = ({ data }) => {
  const work = data.kind === 'open' ? open(data.version, data.bytes) : draw(data);
  work.catch(() => scope.postMessage({ kind: 'failed', version: data.version }));
};
