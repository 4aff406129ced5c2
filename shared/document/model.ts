/**
 * Everything the program prints, as plain data: the disclosure document, goal sheets, a list of findings. Three
 * renderers draw it and know nothing of what it is about: `html.ts` (PDF, print dialog, preview), the docx writer in
 * `electron/core/export/docx`, and whatever reads its text.
 *
 * Lengths are millimetres, font sizes points. Texts are plain; a line feed in one is a line break.
 */

export interface PrintDocument {
  /** Title of the file, not printed. */
  readonly title: string;
  /** Word printed pale across every page, e.g. `草稿`. */
  readonly watermark: string | null;
  /** In reading order; those without page numbers come first. */
  readonly sections: readonly Section[];
}

export type Paper = 'A4' | 'A3';
export type Orientation = 'portrait' | 'landscape';
/** `official`: GB/T 9704, for running text. `table`: wide, with room to bind. `form`: a form that fills its page. */
export type Margins = 'official' | 'table' | 'form';

/** Pages of one kind. A section begins on a new page. */
export interface Section {
  /** Unique within the document. */
  readonly id: string;
  readonly paper: Paper;
  readonly orientation: Orientation;
  readonly margins: Margins;
  /** Small line at the top of each page. */
  readonly header: string | null;
  /** Pages with numbers are counted from 1 through the whole document; pages without are not counted. */
  readonly pageNumbers: boolean;
  readonly blocks: readonly Block[];
}

export type Block = Cover | Contents | Title | Heading | Paragraph | TableBlock | PageBreak;

/** The first page, alone on it. */
export interface Cover {
  readonly kind: 'cover';
  /** Above the title, e.g. the unit's full name. */
  readonly above: string;
  readonly title: string;
  /** Lines to sign in the lower half, e.g. `保密审查情况`. */
  readonly signatures: readonly { readonly label: string; readonly text: string }[];
  /** At the foot, e.g. the month. */
  readonly foot: string | null;
}

/** Table of contents: every heading of the document that has a `contents` text, with its page. */
export interface Contents {
  readonly kind: 'contents';
  readonly title: string;
}

/** Centred title that is no heading: it stands neither in the contents nor in the outline. */
export interface Title {
  readonly kind: 'title';
  readonly text: string;
  /** `form`: over a form, smaller. */
  readonly style?: 'text' | 'form';
  /** Begins a new page. */
  readonly newPage?: boolean;
}

export interface Heading {
  readonly kind: 'heading';
  /** 1: a part of the document, 2: 一、, 3: （一）. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** Unique within the document; up to 40 Latin letters, digits and `_`, a letter first. */
  readonly anchor: string;
  /** Line in the table of contents; null leaves it out. */
  readonly contents: string | null;
  /** `table`: centred over a table. `form`: the same over a form, a size larger. */
  readonly style: 'text' | 'table' | 'form';
}

/** `body`: indented by two characters. `plain`: not indented. `note`: small, under a table. `form`: small, above one. */
export type ParagraphStyle = 'body' | 'plain' | 'center' | 'right' | 'note' | 'form';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly runs: readonly Run[];
  /** What is edited to change it, e.g. the name of a paragraph of the narrative. */
  readonly source?: string;
}

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  /** Name of the figure that the text is, where it was computed. */
  readonly figure?: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly table: PrintTable;
}

export interface PageBreak {
  readonly kind: 'pageBreak';
}

/** A table as wide as its page. */
export interface PrintTable {
  /** Widths of the columns, in any unit: only their proportions count. */
  readonly columns: readonly number[];
  /** Repeated at the top of each page the table goes on to. */
  readonly headRows: readonly PrintRow[];
  readonly rows: readonly PrintRow[];
  readonly fontSize: number;
  /** Least height of a row; rows grow with their text. */
  readonly rowHeight: number;
}

export interface PrintRow {
  readonly cells: readonly PrintCell[];
  /** The row is never divided between two pages. Leave it out where a row can be longer than a page. */
  readonly keepTogether?: boolean;
  /** Height in mm, reckoned beforehand; by default the table's `rowHeight`. The row still grows with its text. */
  readonly height?: number;
}

/** `head`: shaded, bold, centred. `label`: centred. `text`: left. `amount`: right, never wrapped. `caption`: no border. */
export type CellStyle = 'head' | 'label' | 'text' | 'amount' | 'caption';

export interface PrintCell {
  readonly text: string;
  readonly style: CellStyle;
  /** Columns and rows it spans; 1 by default. Cells that are covered by another are left out of their row. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** By default what the style says. */
  readonly align?: 'left' | 'center' | 'right';
  readonly bold?: boolean;
  /** Steps of one character. */
  readonly indent?: number;
  /** Makes the cell a heading of level 3 that links lead to and the outline lists; as anchors of headings. */
  readonly anchor?: string;
  /** Anchor that the text leads to. */
  readonly link?: string;
  /** Shows the page of this anchor in place of the text. */
  readonly pageOf?: string;
}

/** The heading lines of the table of contents, in order. */
export function contentsOf(document: PrintDocument): readonly (Heading & { readonly contents: string })[] {
  return document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'heading' && block.contents !== null ? [{ ...block, contents: block.contents }] : [],
    ),
  );
}

/** A line of a PDF's outline, and the place it leads to. */
export interface OutlineItem {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly anchor: string;
}

/** All headings of a document, those in cells of its tables among them. */
export function outlineOf(sections: readonly Section[]): readonly OutlineItem[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): readonly OutlineItem[] => {
      if (block.kind === 'heading') return [{ level: block.level, text: block.text, anchor: block.anchor }];
      if (block.kind !== 'table') return [];
      return [...block.table.headRows, ...block.table.rows].flatMap(({ cells }) =>
        cells.flatMap(({ anchor, text }) => (anchor === undefined ? [] : [{ level: 3 as const, text, anchor }])),
      );
    }),
  );
}

/** Whether a document says on which page something stands, so that it has to be printed to know. */
export function namesPages({ sections }: Pick<PrintDocument, 'sections'>): boolean {
  return sections.some(({ blocks }) =>
    blocks.some((block) => {
      if (block.kind === 'contents') return true;
      return (
        block.kind === 'table' && block.table.rows.some(({ cells }) => cells.some((cell) => cell.pageOf !== undefined))
      );
    }),
  );
}

/** How a cell stands when it does not say so itself. */
export function alignmentOf(cell: PrintCell): 'left' | 'center' | 'right' {
  if (cell.align !== undefined) return cell.align;
  if (cell.style === 'amount') return 'right';
  return cell.style === 'head' || cell.style === 'label' ? 'center' : 'left';
}
