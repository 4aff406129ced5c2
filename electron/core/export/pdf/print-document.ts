/** Prints a document, once more where its table of contents turns out other than guessed: only a printed page knows its number. */
import { isDeepStrictEqual } from 'node:util';
import { type PageNumbers, renderHtml } from '../../../../shared/document/html.ts';
import { namesPages, type PrintDocument } from '../../../../shared/document/model.ts';
import type { Port } from '../../port.ts';
import { packObjects } from './pack-objects.ts';
import { pageNumbers, readPlaces } from './page-numbers.ts';
import { withTrueCharacters } from './true-characters.ts';

export interface Printed {
  readonly pdf: Uint8Array;
  /** null where nothing asked for them. */
  readonly numbers: PageNumbers | null;
}

interface PrintOptions {
  /** Page numbers of an earlier printing of much the same document. */
  readonly guess?: PageNumbers | null;
  readonly signal?: AbortSignal;
  /** Called after each printing. */
  readonly onPrinted?: (done: number) => void;
}

/** Prints until the contents say what the pages do; placeholders are as wide as numbers, so twice is enough. */
export async function printDocument(
  document: PrintDocument,
  print: Port['printPdf'],
  { guess = null, signal, onPrinted }: PrintOptions = {},
): Promise<Printed> {
  const once = async (numbers: PageNumbers | null, done: number) => {
    const html = renderHtml(document, { numbers });
    const pdf = await print(html, signal);
    onPrinted?.(done);
    return { pdf, html };
  };
  const finished = ({ pdf, html }: Awaited<ReturnType<typeof once>>) => packObjects(withTrueCharacters(pdf, html));
  const first = await once(guess, 1);
  if (!namesPages(document)) return { pdf: finished(first), numbers: null };
  const numbers = pageNumbers(await readPlaces(first.pdf));
  return { pdf: finished(isDeepStrictEqual(numbers, guess) ? first : await once(numbers, 2)), numbers };
}
