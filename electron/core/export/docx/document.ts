/** Writes a document as .docx: the same model that is printed, in named styles that can be edited further. */
import type { PageNumbers } from '../../../../shared/document/html.ts';
import type { PrintDocument } from '../../../../shared/document/model.ts';
import { loadDocx } from './library.ts';
import { mendPackage } from './package.ts';
import { docxSections } from './section.ts';
import { STYLES } from './styles.ts';

const THEME_FONTS = { latin: 'Times New Roman', eastAsia: '宋体' } as const;

/**
 * Renders the bytes of a .docx file.
 * @param numbers pages of the headings from a printing of the same document; without, the contents have no numbers
 *   until the file is opened and its fields are updated
 * @param author written into the file
 */
export async function renderDocx(
  document: PrintDocument,
  numbers: PageNumbers | null,
  author: string,
): Promise<Uint8Array> {
  const library = await loadDocx();
  const file = new library.Document({
    title: document.title,
    creator: author,
    lastModifiedBy: author,
    styles: STYLES,
    theme: { name: 'Office', fonts: { headings: THEME_FONTS, body: THEME_FONTS } },
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    // Without numbers Word offers to count the pages when it opens the file.
    ...(numbers === null ? {} : { pageNumbers: () => ({ bookmarks: pageTexts(numbers) }) }),
    sections: docxSections(document, { library, document }),
  });
  return mendPackage(await library.Packer.toBuffer(file));
}

function pageTexts({ pages }: PageNumbers): ReadonlyMap<string, string> {
  return new Map(Object.entries(pages).map(([anchor, page]) => [anchor, String(page)]));
}
