/**
 * What pasting a block or importing a sheet will do, before anything is done: which rows are records, what each
 * cell becomes, and what cannot be read and why. Nothing invalid is dropped: it stays in its place until mended.
 */
import type { EntityName } from '../entities/index.ts';
import type { AmountUnit } from '../money/parse.ts';
import type { Fields } from '../shape/shape.ts';
import { deduce } from './defaults.ts';
import { sheetFields } from './fields.ts';
import { type Cells, type ColumnUse, findHeader, type Header, type Uses } from './header.ts';
import { isNothing, type ReadCell } from './read-cell.ts';
import { joinedCode, type RowKind, rowKinds } from './row-kind.ts';
import type { CellValue, Values } from './values.ts';

export interface IntakeProblem {
  /** Source column; -1 when the sheet has no column for the field. */
  readonly column: number;
  readonly field: string;
  readonly text: string;
  readonly reason: string;
}

export interface IntakeRecord {
  /** Row and, for wide sheets, amount column of the source it comes from. */
  readonly row: number;
  readonly column: number | null;
  readonly values: Values;
  readonly problems: readonly IntakeProblem[];
}

/** Header and kinds of rows: quick, also for 10,000 rows; the cells are read row by row by `planRow`. */
export interface IntakeOutline {
  readonly entity: EntityName;
  readonly header: Header;
  readonly kinds: RowKind[];
}

/** Looks at a block as a whole. */
export function outline(entity: EntityName, cells: Cells, positions: Uses, headRow?: number): IntakeOutline {
  const header = findHeader(entity, cells, positions, headRow);
  return { entity, header, kinds: rowKinds(cells, header) };
}

/** How the rows of a block are read. */
export interface Reading {
  readonly entity: EntityName;
  readonly uses: Uses;
  /** By source column, where its heading names one. */
  readonly units: readonly (AmountUnit | null)[];
  readonly unit: AmountUnit;
  /** Values of fields that the block has no column for. */
  readonly fills: Values;
  readonly read: ReadCell;
}

interface FundAmount {
  readonly column: number;
  readonly use: ColumnUse;
  readonly text: string;
}

/**
 * Reads one row as records: one, or in a wide sheet one for each fund with an amount.
 * @param texts the row's cells, merged cells already filled down
 */
export function planRow(reading: Reading, texts: readonly string[], row: number): readonly IntakeRecord[] {
  const { entity, uses, read } = reading;
  const fields = sheetFields(entity);
  const values: Record<string, CellValue> = {};
  const problems: IntakeProblem[] = [];
  const amounts: FundAmount[] = [];
  const pieces = new Map<string, string[]>();
  const columns = new Map<string, number>();
  for (const [column, use] of uses.entries()) {
    if (use === null) continue;
    const text = texts[column] ?? '';
    if (use.fund !== undefined) {
      amounts.push({ column, use, text });
      continue;
    }
    const known = pieces.get(use.field);
    if (known === undefined) {
      pieces.set(use.field, [text]);
      columns.set(use.field, column);
    } else known.push(text);
  }
  for (const [name, parts] of pieces) {
    const field = fields[name];
    const column = columns.get(name) ?? -1;
    if (field === undefined) continue;
    const text = parts.length === 1 ? (parts[0] ?? '') : joinedCode(parts);
    const cell = read(field, text, reading.units[column] ?? reading.unit);
    if (cell.ok) values[name] = cell.value;
    else problems.push({ column, field: name, text, reason: cell.reason });
  }
  for (const [name, value] of Object.entries(reading.fills)) if (!pieces.has(name)) values[name] = value;
  if (!uses.some((use) => use?.fund !== undefined))
    return [finish(reading, fields, columns, row, null, values, problems)];
  return amounts.flatMap(({ column, use, text }) => {
    const field = fields.amount;
    if (field === undefined || isNothing(text)) return [];
    const cell = read(field, text, reading.units[column] ?? reading.unit);
    // A wide sheet has a cell for every fund; a nought in it is no record.
    if (cell.ok && cell.value === 0) return [];
    const own = { ...values, fund: use.fund ?? null, ...(cell.ok ? { amount: cell.value } : {}) };
    const found = cell.ok ? problems : [...problems, { column, field: 'amount', text, reason: cell.reason }];
    return [finish(reading, fields, new Map(columns).set('amount', column), row, column, own, found)];
  });
}

/** Adds what follows from the values, and names what is still missing. */
function finish(
  { entity }: Reading,
  fields: Fields,
  columns: ReadonlyMap<string, number>,
  row: number,
  column: number | null,
  values: Record<string, CellValue>,
  found: readonly IntakeProblem[],
): IntakeRecord {
  const problems = [...found];
  const wrong = new Set(found.map(({ field }) => field));
  deduce(
    entity,
    values,
    (field) => !columns.has(field),
    (field) => wrong.has(field),
  );
  for (const name in fields) {
    const field = fields[name];
    if (field === undefined || wrong.has(name)) continue;
    const value = values[name];
    if (value === undefined) values[name] = null;
    if (field.optional === true || (value ?? null) !== null) continue;
    const place = columns.get(name);
    const reason = place === undefined ? `表中没有“${field.label}”这一列，请统一填写。` : `请填写“${field.label}”。`;
    problems.push({ column: place ?? -1, field: name, text: '', reason });
  }
  return { row, column, values, problems };
}
