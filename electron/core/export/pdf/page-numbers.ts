/** Reads from a printed PDF on which page each heading came to stand. */
import { FIRST_PAGE, type PageNumbers } from '../../../../shared/document/html.ts';

/** Chromium leaves a named destination at every place that a link of the contents leads to. */
export async function readPageNumbers(pdf: Uint8Array): Promise<PageNumbers> {
  const { getDocumentProxy } = await import('unpdf');
  // A copy: the reader takes the bytes away from whoever gave them, and refuses a Buffer.
  const document = await getDocumentProxy(new Uint8Array(pdf));
  try {
    const indexes: Record<string, number> = {};
    for (const [name, place] of Object.entries(await document.getDestinations())) {
      if (Array.isArray(place)) indexes[name] = await document.getPageIndex(place[0]);
    }
    const front = indexes[FIRST_PAGE] ?? 0;
    const pages = Object.fromEntries(Object.entries(indexes).map(([name, index]) => [name, index - front + 1]));
    return { pages, front };
  } finally {
    await document.cleanup();
  }
}
