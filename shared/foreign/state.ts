/** From a recognised and audited workbook to what the window shows. */
import { tablesFor } from '../tables/index.ts';
import type { Audit } from './audit.ts';
import type { AuditFinding } from './audit-types.ts';
import type { FoundTable } from './found.ts';
import type { Recognition } from './recognise.ts';
import type { Segment } from './segments.ts';
import type { GridSheet } from './sheet.ts';
import { shownCell } from './shown.ts';
import type {
  FindingCounts,
  ForeignColumn,
  ForeignPiece,
  ForeignRows,
  ForeignSheet,
  ForeignState,
} from './state-types.ts';

const MOST_FINDINGS = 2_000;
/** Cells in one answer of rows. */
const MOST_CELLS = 20_000;

function countOf(findings: readonly AuditFinding[]): FindingCounts {
  const counts = { error: 0, warning: 0, advice: 0, rounding: 0 };
  for (const { severity, rounding } of findings) counts[rounding ? 'rounding' : severity] += 1;
  return counts;
}

export function foreignState(fileId: string, recognition: Recognition, audit: Audit): ForeignState {
  const { book, year, unitName, tables, others } = recognition;
  const found = new Set(tables.filter(({ isDouble }) => !isDouble).map(({ no }) => no));
  const nameOf = (set: number) => (recognition.sets.length === 1 ? null : (recognition.sets[set] ?? null));
  const pieces = [...tables.map((table) => tablePiece(table, nameOf(table.set))), ...others.map(otherPiece)];
  return {
    fileId,
    name: book.name,
    year,
    unitName,
    sheets: book.sheets.map(({ name, hidden, rows, width }) => ({ name, hidden, rows: rows.length, columns: width })),
    pieces: pieces.sort((left, right) => left.sheet - right.sheet || left.row - right.row),
    missing: tablesFor(year)
      .filter(({ no }) => !found.has(no))
      .map(({ no, shortTitle }) => ({ no, shortTitle })),
    findings: audit.findings.slice(0, MOST_FINDINGS),
    counts: countOf(audit.findings),
    made: audit.made,
    unmade: audit.unmade,
  };
}

function placeOf(segment: Segment): Pick<ForeignPiece, 'id' | 'sheet' | 'row' | 'column' | 'title'> {
  const first = segment.lines[0];
  return {
    id: segment.id,
    sheet: segment.sheet,
    row: segment.title?.row ?? first?.row ?? 0,
    column: segment.title?.column ?? first?.cells[0]?.column ?? 0,
    title: segment.title?.value.replace(/\s+/g, ' ') ?? '',
  };
}

function tablePiece(table: FoundTable, unitName: string | null): ForeignPiece {
  const { segment, no, confidence, isDouble, money, moneyFrom, rows, slots } = table;
  return {
    ...placeOf(segment),
    no,
    confidence,
    set: table.set,
    unitName,
    isDouble,
    money,
    moneyFrom,
    rows: new Set(rows.filter(({ outcome }) => outcome.kind === 'row').map(({ row }) => row)).size,
    lostRows: rows.filter(({ outcome }) => outcome.kind === 'lost').length,
    columns: columnsOf(table),
    slots: slots.map(({ id, label }) => ({ id, label })),
  };
}

/** Columns with a head or with contents. */
function columnsOf({ segment, columns }: FoundTable): readonly ForeignColumn[] {
  const used = new Map(columns.map((match) => [match.column, match]));
  const filled = new Set(segment.body.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const all = [...new Set([...segment.heads.paths.keys(), ...used.keys(), ...filled])].sort(
    (left, right) => left - right,
  );
  return all.slice(0, 100).map((column) => ({
    column,
    head: (segment.heads.paths.get(column) ?? []).join('/'),
    slot: used.get(column)?.slot ?? null,
    how: used.get(column)?.how ?? null,
  }));
}

function otherPiece(segment: Segment): ForeignPiece {
  return {
    ...placeOf(segment),
    no: null,
    confidence: 'guess',
    set: 0,
    unitName: null,
    isDouble: false,
    money: 'wan',
    moneyFrom: 'assumed',
    rows: 0,
    lostRows: 0,
    columns: [],
    slots: [],
  };
}

/** Layout of a sheet within what holds something. */
export function foreignSheet(sheet: GridSheet): ForeignSheet {
  const last = { row: sheet.rows.length - 1, column: sheet.width - 1 };
  const rows: { row: number; height: number | null; hidden: boolean }[] = [];
  sheet.rows.forEach((row, index) => {
    if (row !== undefined && (row.hidden || row.height !== null)) {
      rows.push({ row: index, height: row.height, hidden: row.hidden });
    }
  });
  const columns = new Map<number, { column: number; width: number | null; hidden: boolean }>();
  for (const { from, to, width, hidden } of sheet.columns) {
    for (let column = from; column <= Math.min(to, last.column); column += 1)
      columns.set(column, { column, width, hidden });
  }
  return {
    rows,
    columns: [...columns.values()].sort((left, right) => left.column - right.column),
    merges: sheet.merges
      .filter(({ top, left }) => top <= last.row && left <= last.column)
      .map((area) => ({ ...area, bottom: Math.min(area.bottom, last.row), right: Math.min(area.right, last.column) })),
  };
}

export function foreignRows(
  { book }: Pick<Recognition, 'book'>,
  index: number,
  from: number,
  count: number,
): ForeignRows {
  const sheet = book.sheets[index];
  const end = Math.min(sheet?.rows.length ?? 0, from + count);
  const rows: { row: number; cells: ForeignRows['rows'][number]['cells'] }[] = [];
  let cells = 0;
  let row = from;
  for (; row < end && cells < MOST_CELLS; row += 1) {
    const shown: ForeignRows['rows'][number]['cells'][number][] = [];
    sheet?.rows[row]?.cells.forEach((cell, column) => {
      if (cell !== undefined) shown.push({ column, ...shownCell(cell, book.styles[cell.style]) });
    });
    cells += shown.length;
    if (shown.length > 0) rows.push({ row, cells: shown });
  }
  return { from, until: Math.max(row, from), rows };
}
