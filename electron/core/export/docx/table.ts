/** A printed table as a table of a docx. */
import type { IRunPropertiesOptions, Table, TableCell, TableRow } from 'docx';
import { alignmentOf, type PrintCell, type PrintRow, type PrintTable } from '../../../../shared/document/model.ts';
import type { Library } from './library.ts';
import { halfPoints, pointTwips, twips } from './measures.ts';
import { fontOf } from './styles.ts';

const LINE_HEIGHT = 1.3;
const CELL_SIDE = twips(1.2);
const CELL_TOP = twips(0.5);
const NONE = { style: 'none', size: 0, color: 'auto' } as const;
const LINE = { style: 'single', size: 4, color: '000000' } as const;

/** Emoji and rare characters come from fonts with taller lines, which an exact line height would cut. */
const TALL = /[\u{10000}-\u{10ffff}]/u;

/** Columns in twips that fill the width exactly. */
function widthsOf(columns: readonly number[], width: number): readonly number[] {
  const total = columns.reduce((sum, each) => sum + each, 0);
  let used = 0;
  let given = 0;
  return columns.map((each) => {
    used += each;
    const end = Math.round((used / total) * width);
    const own = end - given;
    given = end;
    return own;
  });
}

function cell(library: Library, source: PrintCell, fontSize: number): TableCell {
  const { Paragraph, TableCell: Cell } = library;
  const bold = source.bold === true || source.style === 'head';
  const tall = TALL.test(source.text);
  const paragraphs = source.text.split('\n').map(
    (text) =>
      new Paragraph({
        alignment: alignmentOf(source),
        spacing: {
          before: 0,
          after: 0,
          line: pointTwips(fontSize * LINE_HEIGHT),
          lineRule: tall ? 'atLeast' : 'exact',
        },
        ...(source.indent ? { indent: { left: pointTwips(source.indent * fontSize) } } : {}),
        children: cellRuns(library, source, text, { bold, size: halfPoints(fontSize), font: fontOf('song') }),
      }),
  );
  const borders =
    source.style === 'caption'
      ? { top: NONE, left: NONE, right: NONE, bottom: NONE }
      : { top: LINE, left: LINE, right: LINE, bottom: LINE };
  return new Cell({
    children: paragraphs,
    columnSpan: source.colSpan ?? 1,
    rowSpan: source.rowSpan ?? 1,
    verticalAlign: source.style === 'caption' ? 'bottom' : 'center',
    borders,
    ...(source.style === 'head' ? { shading: { type: 'clear', fill: 'F2F2F2', color: 'auto' } } : {}),
  });
}

/** What stands in a line of a cell: text, a place that links lead to, a link, or the page of such a place. */
function cellRuns(library: Library, { anchor, link, pageOf }: PrintCell, text: string, look: IRunPropertiesOptions) {
  if (pageOf !== undefined) return [new library.PageReference(pageOf)];
  const run = new library.TextRun({ text, ...look });
  if (anchor !== undefined) return [new library.Bookmark({ id: anchor, children: [run] })];
  return [link === undefined ? run : new library.InternalHyperlink({ anchor: link, children: [run] })];
}

function row(library: Library, source: PrintRow, table: PrintTable, head: boolean): TableRow {
  return new library.TableRow({
    children: source.cells.map((each) => cell(library, each, table.fontSize)),
    tableHeader: head,
    cantSplit: head || source.keepTogether === true,
    height: { value: twips(source.height ?? table.rowHeight), rule: 'atLeast' },
  });
}

/** @param width room between the margins, in twips */
export function docxTable(library: Library, table: PrintTable, width: number): Table {
  return new library.Table({
    width: { size: width, type: 'dxa' },
    columnWidths: widthsOf(table.columns, width),
    layout: 'fixed',
    margins: { top: CELL_TOP, bottom: CELL_TOP, left: CELL_SIDE, right: CELL_SIDE },
    borders: { top: NONE, bottom: LINE, left: NONE, right: NONE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [
      ...table.headRows.map((each) => row(library, each, table, true)),
      ...table.rows.map((each) => row(library, each, table, false)),
    ],
  });
}
