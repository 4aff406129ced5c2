/** Reads from a printed PDF how many pages it has, and on which each place came to stand. */
import { FIRST_PAGE, type PageNumbers } from '../../../../shared/document/html.ts';

/** A printed PDF as its pages are counted. */
export interface Counted {
  readonly count: number;
  /** Index of the page of each place. */
  readonly places: Readonly<Record<string, number>>;
}

/** Number of pages. */
export async function countPages(pdf: Uint8Array): Promise<number> {
  return (await readPlaces(pdf)).count;
}

/** Chromium leaves a named destination at every place that something leads to. */
export async function readPlaces(pdf: Uint8Array): Promise<Counted> {
  const { getDocumentProxy } = await import('unpdf');
  // A copy: the reader takes the bytes away from whoever gave them, and refuses a Buffer.
  const document = await getDocumentProxy(new Uint8Array(pdf));
  try {
    const places: Record<string, number> = {};
    for (const [name, place] of Object.entries(await document.getDestinations())) {
      if (Array.isArray(place)) places[name] = await document.getPageIndex(place[0]);
    }
    return { count: document.numPages, places };
  } finally {
    await document.cleanup();
  }
}

/** Numbers of the pages of a whole document. */
export function pageNumbers({ places }: Pick<Counted, 'places'>): PageNumbers {
  const front = places[FIRST_PAGE] ?? 0;
  return { pages: Object.fromEntries(Object.entries(places).map(([name, index]) => [name, index - front + 1])), front };
}
