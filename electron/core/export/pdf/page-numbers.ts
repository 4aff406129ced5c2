/** Reads from a printed PDF how many pages it has, and on which each place came to stand. */
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { FIRST_PAGE, type PageNumbers } from '../../../../shared/document/html.ts';

/** A printed PDF as its pages are counted. */
export interface Counted {
  readonly count: number;
  /** Index of the page of each place. */
  readonly places: Readonly<Record<string, number>>;
}

/** Number of pages. */
export function countPages(pdf: Uint8Array): Promise<number> {
  return reading(pdf, async ({ numPages }) => numPages);
}

/** Chromium leaves a named destination at every place that something leads to. */
export function readPlaces(pdf: Uint8Array): Promise<Counted> {
  return reading(pdf, async (document) => {
    const places: Record<string, number> = {};
    for (const [name, place] of Object.entries(await document.getDestinations())) {
      if (Array.isArray(place)) places[name] = await document.getPageIndex(place[0]);
    }
    return { count: document.numPages, places };
  });
}

async function reading<T>(pdf: Uint8Array, read: (document: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const { getDocumentProxy } = await import('unpdf');
  // A copy: the reader takes the bytes away from whoever gave them, and refuses a Buffer.
  const document = await getDocumentProxy(new Uint8Array(pdf));
  try {
    return await read(document);
  } finally {
    // `cleanup` alone keeps the reader's worker and what it has read.
    await document.loadingTask.destroy();
  }
}

/** Numbers of the pages of a whole document. */
export function pageNumbers({ places }: Pick<Counted, 'places'>): PageNumbers {
  const front = places[FIRST_PAGE] ?? 0;
  return { pages: Object.fromEntries(Object.entries(places).map(([name, index]) => [name, index - front + 1])), front };
}
