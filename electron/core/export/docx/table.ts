/** A printed table as a table of a docx. */
import { alignmentOf, type PrintCell, type PrintRow, type PrintTable } from '../../../../shared/document/model.ts';
import { type Spot, spotsOf } from '../../../../shared/document/table-grid.ts';
import { halfPoints, pointTwips, twips } from './measures.ts';
import { fontOf } from './styles.ts';
import { bookmark, link, type Places, pageOf, run } from './text.ts';
import { element } from './xml.ts';

const LINE_HEIGHT = 1.3;
const CELL_SIDE = twips(1.2);
const CELL_TOP = twips(0.5);
const border = (side: string, drawn: boolean) =>
  drawn
    ? element(side, { val: 'single', sz: 4, space: 0, color: '000000' })
    : element(side, { val: 'none', sz: 0, space: 0, color: 'auto' });
const SIDES = ['top', 'left', 'bottom', 'right'] as const;
const FRAME = element('tcBorders', {}, ...SIDES.map((side) => border(side, true)));
const NO_FRAME = element('tcBorders', {}, ...SIDES.map((side) => border(side, false)));
const SHADE = element('shd', { val: 'clear', color: 'auto', fill: 'F2F2F2' });
const TABLE_BORDERS = element(
  'tblBorders',
  {},
  border('top', false),
  border('left', false),
  border('bottom', true),
  border('right', false),
  border('insideH', true),
  border('insideV', true),
);
const MARGINS = element(
  'tblCellMar',
  {},
  ...SIDES.map((side) => element(side, { w: side === 'top' || side === 'bottom' ? CELL_TOP : CELL_SIDE, type: 'dxa' })),
);
/** What stands in a cell that a cell above reaches into: as flat as can be, or it would make the row higher. */
const COVERED = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';

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

interface Laying {
  readonly table: PrintTable;
  /** Of the columns, in twips. */
  readonly widths: readonly number[];
  readonly places: Places;
}

/** @param width room between the margins, in twips */
export function docxTable(table: PrintTable, width: number, places: Places): string {
  const widths = widthsOf(table.columns, width);
  const rows = [...table.headRows, ...table.rows];
  const spots = spotsByRow(rows);
  const laying = { table, widths, places };
  return element(
    'tbl',
    {},
    `<w:tblPr>${element('tblW', { w: width, type: 'dxa' })}${TABLE_BORDERS}<w:tblLayout w:type="fixed"/>${MARGINS}</w:tblPr>`,
    element('tblGrid', {}, ...widths.map((w) => element('gridCol', { w }))),
    ...rows.map((each, at) => row(each, at, spots[at] ?? [], laying)),
  );
}

/** For each row the cells that stand in it or reach into it from above, from left to right. */
function spotsByRow(rows: readonly PrintRow[]): readonly (readonly Spot[])[] {
  const found: Spot[][] = rows.map(() => []);
  for (const spot of spotsOf(rows)) {
    for (const into of found.slice(spot.row, spot.row + spot.rowSpan)) into.push(spot);
  }
  return found.map((spots) => spots.toSorted((a, b) => a.column - b.column));
}

function row(source: PrintRow, at: number, spots: readonly Spot[], laying: Laying): string {
  const { table } = laying;
  const isHead = at < table.headRows.length;
  const properties =
    (isHead || source.keepTogether === true ? '<w:cantSplit/>' : '') +
    element('trHeight', { val: twips(source.height ?? table.rowHeight), hRule: 'atLeast' }) +
    (isHead ? '<w:tblHeader/>' : '');
  return `<w:tr><w:trPr>${properties}</w:trPr>${spots.map((spot) => cell(spot, at, laying)).join('')}</w:tr>`;
}

function cell(spot: Spot, row: number, { table, widths, places }: Laying): string {
  const { cell: source, column, colSpan, rowSpan } = spot;
  const width = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0);
  const covered = row > spot.row;
  const merged = rowSpan === 1 ? '' : covered ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>';
  const properties =
    element('tcW', { w: width, type: 'dxa' }) +
    (colSpan === 1 ? '' : element('gridSpan', { val: colSpan })) +
    merged +
    (source.style === 'caption' ? NO_FRAME : FRAME) +
    (source.style === 'head' ? SHADE : '') +
    element('vAlign', { val: source.style === 'caption' ? 'bottom' : 'center' });
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${covered ? COVERED : paragraphs(source, table.fontSize, places)}</w:tc>`;
}

function paragraphs(source: PrintCell, fontSize: number, places: Places): string {
  const spacing = element('spacing', {
    before: 0,
    after: 0,
    line: pointTwips(fontSize * LINE_HEIGHT),
    lineRule: TALL.test(source.text) ? 'atLeast' : 'exact',
  });
  const indent = source.indent ? element('ind', { left: pointTwips(source.indent * fontSize) }) : '';
  const properties = `<w:pPr>${spacing}${indent}${element('jc', { val: alignmentOf(source) })}</w:pPr>`;
  const look = lookOf(fontSize, source.bold === true || source.style === 'head');
  return source.text
    .split('\n')
    .map((line, at) => `<w:p>${properties}${runs(source, line, { look, places, first: at === 0 })}</w:p>`)
    .join('');
}

function lookOf(fontSize: number, bold: boolean): string {
  const size = halfPoints(fontSize);
  const weight = bold ? '<w:b/><w:bCs/>' : '';
  return `<w:rPr>${element('rFonts', fontOf('song'))}${weight}${element('sz', { val: size })}${element('szCs', { val: size })}</w:rPr>`;
}

interface RunLook {
  readonly look: string;
  readonly places: Places;
  /** The first line of the cell: a place has one name only once. */
  readonly first: boolean;
}

function runs(source: PrintCell, line: string, { look, places, first }: RunLook): string {
  if (source.pageOf !== undefined) return link(source.pageOf, pageOf(source.pageOf, places, look));
  const text = run(line, look);
  if (source.anchor !== undefined && first) return bookmark(source.anchor, text, places);
  return source.link === undefined ? text : link(source.link, text);
}
