/** A goal sheet divided into the pages of a printed document. */
import { divide, isCaption } from '../divide.ts';
import type { Block, PrintTable, Section } from '../model.ts';
import { MM_PER_POINT, pageSize } from '../page.ts';
import { PRINT_RULER } from '../ruler.ts';
import { FORM_SIZE, ROW_HEIGHT } from './form-tables.ts';
import { lineUnderTitle, type PrintedSheet } from './printed-sheet.ts';

/** The title over a form (`css.ts`): points of a line and of its letters, and the room below in mm. */
const TITLE = { size: 18, line: 26, below: 2 } as const;
/** Left empty at the foot of each page, in mm: a browser may reckon a line more than we do. */
export const RESERVE = 4;

/** Type in points and least height of rows in mm. A smaller one is taken where it saves a page. */
const SIZES: readonly Pick<PrintTable, 'fontSize' | 'rowHeight'>[] = [
  { fontSize: FORM_SIZE, rowHeight: ROW_HEIGHT },
  { fontSize: 9.5, rowHeight: 5.7 },
  { fontSize: 9, rowHeight: 5.4 },
];

/** A sheet divided into its pages. */
export interface PagedSheet {
  readonly sheet: PrintedSheet;
  readonly pages: readonly PrintTable[];
}

/** Divides a sheet. The line with 编号 and page number stands on each page. */
export function pagedSheet(sheet: PrintedSheet, reserve = RESERVE): PagedSheet {
  const [first, ...smaller] = SIZES.map((size) => () => pagesAt(sheet, size, reserve));
  let pages = first?.() ?? [];
  for (const other of smaller) {
    if (pages.length === 1) break;
    const fewer = other();
    if (fewer.length < pages.length) pages = fewer;
  }
  return { sheet, pages: pages.map((page, at) => completed(page, sheet, { at, count: pages.length })) };
}

/** Writes the page's number into the line under its title, and marks the place where the sheet begins. */
function completed(
  page: PrintTable,
  sheet: PrintedSheet,
  { at, count }: { readonly at: number; readonly count: number },
): PrintTable {
  const [line, subject] = page.headRows;
  if (line === undefined || subject === undefined) return page;
  const texts = lineUnderTitle(sheet, `第 ${at + 1} 页 共 ${count} 页`).rows[0]?.cells ?? [];
  // Both rows are laid on the page's grid already: only what they say is replaced.
  const numbered = line.cells.map((cell, index) => ({ ...cell, text: texts[index]?.text ?? cell.text }));
  const marked = subject.cells.map((cell) => (cell.style === 'text' ? { ...cell, anchor: sheet.anchor } : cell));
  return {
    ...page,
    headRows: [{ ...line, cells: numbered }, at === 0 ? { ...subject, cells: marked } : subject],
  };
}

function pagesAt(
  sheet: PrintedSheet,
  { fontSize, rowHeight }: (typeof SIZES)[number],
  reserve: number,
): readonly PrintTable[] {
  const sized = (table: PrintTable): PrintTable => ({
    ...table,
    fontSize,
    rowHeight: isCaption(table) ? table.rowHeight : rowHeight,
  });
  return dividedUnderTitle(sheet.title, {
    orientation: sheet.orientation,
    running: [lineUnderTitle(sheet, ''), sheet.running].map(sized),
    tables: sheet.tables.map(sized),
    reserve,
  });
}

/** Tables that stand under a title on each of their pages. */
export interface UnderTitle {
  readonly orientation: Section['orientation'];
  readonly running: readonly PrintTable[];
  readonly tables: readonly PrintTable[];
  readonly reserve: number;
}

/** Divides tables into pages of a form. */
export function dividedUnderTitle(title: string, order: UnderTitle): readonly PrintTable[] {
  const { orientation, running, tables, reserve } = order;
  const { width, height } = pageSize({ paper: 'A4', orientation, margins: 'form' }).inner;
  const lines = PRINT_RULER.lines(title, width, TITLE.size).length;
  const above = lines * TITLE.line * MM_PER_POINT + TITLE.below;
  return divide({ running, tables, ruler: PRINT_RULER, width, height: height - above - reserve });
}

/** Pages of a form as a section: the title stands over each. */
export function formSection(
  title: string,
  { id, orientation, pages }: Pick<Section, 'id' | 'orientation'> & { readonly pages: readonly PrintTable[] },
): Section {
  const blocks = pages.flatMap((table, at): readonly Block[] => [
    { kind: 'title', style: 'form', text: title, newPage: at > 0 },
    { kind: 'table', table },
  ]);
  return { id, paper: 'A4', orientation, margins: 'form', header: null, pageNumbers: true, blocks };
}

/** Sheets as a part of a larger document: its contents list each kind of form once, where the first of it stands. */
export function attachedSections(sheets: readonly PagedSheet[]): readonly Section[] {
  return sheets.map((paged, at) => {
    const section = sheetSection(paged);
    const [, ...blocks] = section.blocks;
    const text = paged.sheet.title;
    if (sheets[at - 1]?.sheet.title === text) return section;
    const heading = { kind: 'heading', level: 2, style: 'form', text, anchor: `goals_${at}`, contents: text } as const;
    return { ...section, blocks: [heading, ...blocks] };
  });
}

/** The sheet as a section of its own. */
export function sheetSection({ sheet, pages }: PagedSheet): Section {
  return formSection(sheet.title, { id: sheet.anchor, orientation: sheet.orientation, pages });
}
