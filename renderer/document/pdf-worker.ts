/** Draws pages of a PDF beside the window, so that typing never waits for a page. */
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'unpdf/pdfjs';
import { ELSEWHERE, SOURCE } from '../../shared/document/addresses.ts';
import type { AreaTarget, FromWorker, PageArea, PageShape, PartBytes, ToWorker } from './pdf-messages.ts';

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
  readonly document: PDFDocumentProxy;
  readonly shapes: readonly PageShape[];
}

/** The parts of the document that is shown, by id. */
const opened = new Map<string, Opened>();

async function open({ id, bytes }: PartBytes): Promise<Opened> {
  if (bytes === null) throw new Error('a part is missing');
  const document = await getDocument({
    data: bytes,
    CanvasFactory: Canvases,
    FilterFactory: Filters,
    // Letters are drawn as shapes: a worker has no fonts to load them into.
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
  const shapes: PageShape[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
    shapes.push({ key: `${id} ${number}`, width, height });
  }
  return { document, shapes };
}

async function show({ version, parts }: Extract<ToWorker, { kind: 'show' }>): Promise<void> {
  const shapes: PageShape[] = [];
  for (const part of parts) {
    const known = opened.get(part.id) ?? (await open(part));
    opened.set(part.id, known);
    shapes.push(...known.shapes);
  }
  scope.postMessage({ kind: 'shown', version, shapes });
  const wanted = new Set(parts.map(({ id }) => id));
  for (const [id, { document }] of opened) {
    if (wanted.has(id)) continue;
    opened.delete(id);
    await document.loadingTask.destroy();
  }
}

async function draw({ key, scale }: Extract<ToWorker, { kind: 'draw' }>): Promise<void> {
  const [id = '', number] = key.split(' ');
  const part = opened.get(id);
  // The part has been printed anew meanwhile: whoever asked asks again.
  if (part === undefined) return;
  // not an amount: the number of a page
  const page = await part.document.getPage(Number.parseInt(number ?? '', 10));
  const viewport = page.getViewport({ scale });
  const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  // pdf.js draws on either kind of canvas; its types name the window's.
  const canvasContext = context as unknown as CanvasRenderingContext2D;
  await page.render({ canvas: null, canvasContext, viewport }).promise;
  const areas = await areasOf(page);
  page.cleanup();
  const picture = canvas.transferToImageBitmap();
  scope.postMessage({ kind: 'drawn', key, scale, picture, areas }, [picture]);
}

interface Link {
  readonly unsafeUrl?: string;
  readonly dest?: unknown;
  readonly rect: readonly [number, number, number, number];
}

async function areasOf(page: PDFPageProxy): Promise<readonly PageArea[]> {
  const { width, height } = page.getViewport({ scale: 1 });
  const links: readonly Link[] = await page.getAnnotations();
  return links.flatMap((link) => {
    const to = targetOf(link);
    if (to === null) return [];
    const [left, bottom, right, top] = link.rect;
    return [
      {
        to,
        left: left / width,
        top: 1 - top / height,
        width: (right - left) / width,
        height: (top - bottom) / height,
      },
    ];
  });
}

function targetOf({ unsafeUrl, dest }: Link): AreaTarget | null {
  if (typeof dest === 'string') return { kind: 'place', name: dest };
  if (unsafeUrl?.startsWith(SOURCE)) return { kind: 'source', name: unsafeUrl.slice(SOURCE.length) };
  if (unsafeUrl?.startsWith(ELSEWHERE)) return { kind: 'place', name: unsafeUrl.slice(ELSEWHERE.length) };
  return null;
}

/** One after the other: a page is drawn of the document that was shown last. */
let turn: Promise<void> = Promise.resolve();

scope.onmessage = ({ data }) => {
  turn = turn
    .then(() => (data.kind === 'show' ? show(data) : draw(data)))
    .catch(() => scope.postMessage({ kind: 'failed' }));
};
