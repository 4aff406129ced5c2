/** Writes a document as .docx: the same model that is printed, in named styles that can be edited further. */
import type { PageNumbers } from '../../../../shared/document/html.ts';
import type { PrintDocument } from '../../../../shared/document/model.ts';
import { sectionXml } from './body.ts';
import { type Library, loadDocx } from './library.ts';
import type { Skeleton } from './package.ts';
import { docxSections } from './section.ts';
import { STYLES } from './styles.ts';
import { newPlaces } from './text.ts';

const THEME_FONTS = { latin: 'Times New Roman', eastAsia: '宋体' } as const;

export interface DocxOrder {
  readonly document: PrintDocument;
  /**
   * Pages of the headings from a printing of the same document; null: the contents have no numbers until the file is
   * opened and its fields are updated.
   */
  readonly numbers: PageNumbers | null;
  /** Written into the file. */
  readonly author: string;
  /** Called before each section. What it throws ends the writing. */
  readonly onSection?: (done: number, total: number) => Promise<void>;
}

/**
 * Renders the bytes of a .docx file. The library makes the package, its styles, headers and sections; what stands in
 * the sections is written as text, one after the other, since the library's tree of it takes a hundred times the room.
 */
export async function renderDocx({ document, numbers, author, onSection }: DocxOrder): Promise<Uint8Array> {
  // Read when it is wanted, with the packing it brings along.
  const { pack, readSkeleton } = await import('./package.ts');
  const library = await loadDocx();
  const skeleton = readSkeleton(await library.Packer.toBuffer(emptyFile(document, author, library)));
  const places = newPlaces(numbers);
  const { sections } = document;
  async function* content() {
    for (const [at, section] of sections.entries()) {
      await onSection?.(at, sections.length);
      yield sectionXml(section, {
        document,
        places,
        ending: endingOf(skeleton, at),
        isLast: at === sections.length - 1,
      });
    }
  }
  return pack(skeleton, content());
}

function endingOf({ endings }: Skeleton, at: number): string {
  const ending = endings[at];
  if (ending === undefined) throw new RangeError(`section ${at} is not in the package`);
  return ending;
}

function emptyFile(document: PrintDocument, author: string, library: Library) {
  return new library.Document({
    title: document.title,
    creator: author,
    lastModifiedBy: author,
    styles: STYLES,
    theme: { name: 'Office', fonts: { headings: THEME_FONTS, body: THEME_FONTS } },
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    sections: docxSections(document, library),
  });
}
