/** Runs of a paragraph: text, places that links lead to, links, and the page of such a place. */
import type { PageNumbers } from '../../../../shared/document/html.ts';
import { element, escapeXml } from './xml.ts';

/** Numbers bookmarks, each of which needs a number of its own, and knows the pages of their places. */
export interface Places {
  /** From a printing of the same document; null where nothing was printed. */
  readonly numbers: PageNumbers | null;
  next(): number;
}

export function newPlaces(numbers: PageNumbers | null): Places {
  let last = 0;
  return {
    numbers,
    next: () => {
      last += 1;
      return last;
    },
  };
}

/** A run with its properties, e.g. `<w:rPr>…</w:rPr>`. A line feed is a line break, a tab a tab. */
export function run(text: string, look = ''): string {
  const pieces = text.split('\n').map((line) => line.split('\t').map(textOf).join('<w:tab/>'));
  return `<w:r>${look}${pieces.join('<w:br/>')}</w:r>`;
}

const textOf = (text: string) => (text === '' ? '' : `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`);

/** Makes a place of what stands there. */
export function bookmark(name: string, content: string, places: Places): string {
  const id = places.next();
  return `${element('bookmarkStart', { id, name })}${content}${element('bookmarkEnd', { id })}`;
}

export function link(anchor: string, content: string): string {
  return element('hyperlink', { anchor, history: 1 }, content);
}

/** The page of a place as a field. Without a printing it has no number, and Word offers to count when it opens the file. */
export function pageOf(anchor: string, { numbers }: Places, look = ''): string {
  const page = numbers?.pages[anchor];
  const mark = (type: string, dirty?: string) =>
    `<w:r>${look}${element('fldChar', { fldCharType: type, dirty })}</w:r>`;
  return [
    mark('begin', page === undefined ? 'true' : undefined),
    `<w:r>${look}<w:instrText xml:space="preserve"> PAGEREF ${escapeXml(anchor)} \\h </w:instrText></w:r>`,
    mark('separate'),
    page === undefined ? '' : run(String(page), look),
    mark('end'),
  ].join('');
}
