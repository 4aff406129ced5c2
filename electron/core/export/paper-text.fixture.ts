/** The texts of written papers, read back by other ways than those they were written by. */
import { extractText, getDocumentProxy } from 'unpdf';

/** Text of each page of a PDF without white space. Doubles of one character, such as ﹣ and -, count as the same. */
export async function pdfTexts(pdf: Uint8Array): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map(comparable);
}

/** A text as readers give it back: without white space, marks joined with their letters. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200b\ufeff]/g, '');
}
