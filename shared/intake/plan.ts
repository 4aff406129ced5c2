/**
 * What pasting a block or importing a sheet will do, before anything is done: which rows are records, what each
 * cell becomes, and what cannot be read and why. Nothing invalid is dropped: it stays in its place until mended.
 */
import type { EntityName } from '../entities/index.ts';
import type { AmountUnit } from '../money/parse.ts';
import type { Field } from '../shape/shape.ts';
import { deduce } from './defaults.ts';
import { sheetFields } from './fields.ts';
import { type Cells, findHeader, type Header, type Uses } from './header.ts';
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

/** Header and kinds of rows: quick, also for 10,000 rows; the cells are read row by row by `rowReader`. */
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

/** Reads the cells of one row, merged cells already filled down, as records: one, or in a wide sheet one per amount. */
export type ReadRow = (texts: readonly string[], row: number) => readonly IntakeRecord[];

/** A field and the columns it is read from; several for a code in pieces. */
interface Source {
  readonly name: string;
  readonly field: Field;
  readonly columns: readonly number[];
  readonly unit: AmountUnit;
}

interface Compiled {
  readonly entity: EntityName;
  readonly read: ReadCell;
  readonly sources: readonly Source[];
  /** Amount columns of wide sheets. */
  readonly funds: readonly { readonly column: number; readonly fund: CellValue; readonly unit: AmountUnit }[];
  readonly amountField: Field | undefined;
  /** All fields, with what every record takes that has no column for them. */
  readonly blank: Values;
  readonly required: readonly { readonly name: string; readonly column: number; readonly reason: string }[];
  readonly absent: (field: string) => boolean;
}

/** Makes the reader of a block's rows: what is the same for all of them is worked out once. */
export function rowReader(reading: Reading): ReadRow {
  const compiled = compile(reading);
  return (texts, row) => {
    const { values, problems } = readSources(compiled, texts);
    if (compiled.funds.length > 0) return readFunds(compiled, texts, row, values, problems);
    finish(compiled, values, problems, -1);
    return [{ row, column: null, values, problems: problems.length === 0 ? NO_PROBLEMS : problems }];
  };
}

function compile({ entity, uses, units, unit, fills, read }: Reading): Compiled {
  const fields = sheetFields(entity);
  const columns = new Map<string, number[]>();
  const funds: Compiled['funds'][number][] = [];
  for (const [column, use] of uses.entries()) {
    if (use === null || fields[use.field] === undefined) continue;
    if (use.fund !== undefined) funds.push({ column, fund: use.fund, unit: units[column] ?? unit });
    else columns.set(use.field, [...(columns.get(use.field) ?? []), column]);
  }
  const sources = [...columns].flatMap(([name, places]): Source[] => {
    const field = fields[name];
    return field === undefined ? [] : [{ name, field, columns: places, unit: units[places[0] ?? -1] ?? unit }];
  });
  const given = Object.keys(fields).map((name) => [name, columns.has(name) ? null : (fills[name] ?? null)]);
  const required = Object.entries(fields).flatMap(([name, field]) => {
    if (field.optional === true) return [];
    const column = columns.get(name)?.[0] ?? -1;
    const reason = column < 0 ? `表中没有“${field.label}”这一列，请统一填写。` : `请填写“${field.label}”。`;
    return [{ name, column, reason }];
  });
  return {
    ...{ entity, read, sources, funds, required },
    amountField: fields.amount,
    blank: Object.fromEntries(given),
    absent: (field) => !columns.has(field),
  };
}

/** Shared by all records without any, of which there may be 100,000. */
const NO_PROBLEMS: readonly IntakeProblem[] = [];

interface RowRead {
  readonly values: Record<string, CellValue>;
  readonly problems: IntakeProblem[];
}

function readSources({ sources, blank, read }: Compiled, texts: readonly string[]): RowRead {
  const values = { ...blank };
  const problems: IntakeProblem[] = [];
  for (const { name, field, columns, unit } of sources) {
    const column = columns[0] ?? -1;
    const text = columns.length === 1 ? (texts[column] ?? '') : joinedCode(columns.map((each) => texts[each] ?? ''));
    const cell = read(field, text, unit);
    if (cell.ok) values[name] = cell.value;
    else problems.push({ column, field: name, text, reason: cell.reason });
  }
  return { values, problems };
}

function readFunds(
  compiled: Compiled,
  texts: readonly string[],
  row: number,
  values: Values,
  found: readonly IntakeProblem[],
): readonly IntakeRecord[] {
  const { funds, amountField, read } = compiled;
  const records: IntakeRecord[] = [];
  for (const { column, fund, unit } of funds) {
    const text = texts[column] ?? '';
    if (amountField === undefined || isNothing(text)) continue;
    const cell = read(amountField, text, unit);
    // A wide sheet has a cell for every fund; a nought in it is no record.
    if (cell.ok && cell.value === 0) continue;
    const own = { ...values, fund, amount: cell.ok ? cell.value : null };
    const problems = [...found];
    if (!cell.ok) problems.push({ column, field: 'amount', text, reason: cell.reason });
    finish(compiled, own, problems, column);
    records.push({ row, column, values: own, problems });
  }
  return records;
}

/**
 * Adds what follows from the values, and names what is still missing.
 * @param amountColumn of the record, in a wide sheet
 */
function finish(
  { entity, required, absent }: Compiled,
  values: Record<string, CellValue>,
  problems: IntakeProblem[],
  amountColumn: number,
): void {
  const unread = (field: string) => problems.some((problem) => problem.field === field);
  deduce(entity, values, absent, unread);
  for (const { name, column, reason } of required) {
    if (values[name] !== null || unread(name)) continue;
    problems.push({
      column: name === 'amount' && amountColumn >= 0 ? amountColumn : column,
      field: name,
      text: '',
      reason,
    });
  }
}
