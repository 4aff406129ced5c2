/**
 * What pasting a block or importing a sheet will do, before anything is done: which rows are records, what each
 * cell becomes, and what cannot be read and why. Nothing invalid is dropped: it stays in its place until mended.
 */
import { type EntityName, entities } from '../entities/index.ts';
import type { Field, Fields } from '../shape/shape.ts';
import { type Cells, type ColumnUse, findHeader, type Header } from './header.ts';
import { type RowKind, rowKinds } from './row-kind.ts';

export type IntakeValue = string | number | boolean | null;

export type CellReading =
  | { readonly ok: true; readonly value: IntakeValue }
  | { readonly ok: false; readonly reason: string };

/** Reads one cell's text as a value of a field; amounts in the unit the plan was made with. */
export type ReadCell = (field: Field, text: string) => CellReading;

export interface IntakeProblem {
  readonly column: number;
  readonly field: string;
  readonly text: string;
  readonly reason: string;
}

export interface IntakeRecord {
  /** Row and, for wide sheets, amount column of the source it comes from. */
  readonly row: number;
  readonly column: number | null;
  readonly values: Readonly<Record<string, IntakeValue>>;
  readonly problems: readonly IntakeProblem[];
}

export interface IntakeRow {
  readonly row: number;
  readonly kind: RowKind;
  readonly records: readonly IntakeRecord[];
}

/** Header and kinds of rows: quick, also for 10,000 rows; the cells are read row by row by `planRow`. */
export interface IntakeOutline {
  readonly entity: EntityName;
  readonly header: Header;
  readonly kinds: readonly RowKind[];
}

/** Looks at a block as a whole. `uses` replaces what the header would say (the user's own mapping). */
export function outline(
  entity: EntityName,
  cells: Cells,
  positions: readonly (ColumnUse | null)[],
  uses?: readonly (ColumnUse | null)[],
): IntakeOutline {
  const found = findHeader(entity, cells, positions);
  const header = uses === undefined ? found : { ...found, uses };
  return { entity, header, kinds: rowKinds(cells, header) };
}

/** Dashes and blanks stand for "nothing" in people's sheets. */
const NOTHING = /^[\s\u3000]*[-—–―/\\]*[\s\u3000]*$/;

/** Reads one row. Rows that are not records have no records. */
export function planRow(plan: IntakeOutline, cells: Cells, row: number, read: ReadCell): IntakeRow {
  const kind = plan.kinds[row] ?? 'blank';
  if (kind !== 'record') return { row, kind, records: [] };
  const texts = cells[row] ?? [];
  const fields: Fields = entities[plan.entity].fields;
  const wide = plan.header.uses.some((use) => use?.fund !== undefined);
  const values: Record<string, IntakeValue> = {};
  const problems: IntakeProblem[] = [];
  const amounts: { column: number; use: ColumnUse; text: string }[] = [];
  plan.header.uses.forEach((use, column) => {
    if (use === null) return;
    const text = texts[column] ?? '';
    if (use.fund !== undefined) {
      if (!NOTHING.test(text)) amounts.push({ column, use, text });
      return;
    }
    const field = fields[use.field];
    if (field === undefined) return;
    const cell = readCell(field, text, read);
    if (cell.ok) values[use.field] = cell.value;
    else problems.push({ column, field: use.field, text, reason: cell.reason });
  });
  if (!wide) return { row, kind, records: [{ row, column: null, values, problems }] };
  const amountField = fields.amount;
  const records = amounts.map(({ column, use, text }): IntakeRecord => {
    const cell: CellReading = amountField === undefined ? { ok: true, value: null } : readCell(amountField, text, read);
    return {
      row,
      column,
      values: { ...values, fund: use.fund ?? null, ...(cell.ok ? { amount: cell.value } : {}) },
      problems: cell.ok ? problems : [...problems, { column, field: 'amount', text, reason: cell.reason }],
    };
  });
  return { row, kind, records };
}

function readCell(field: Field, text: string, read: ReadCell): CellReading {
  const nothing = field.kind === 'text' ? text.trim() === '' : NOTHING.test(text);
  return nothing ? { ok: true, value: null } : read(field, text);
}
