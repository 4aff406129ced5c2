/** Goal sheets while they are being put together: fields by name, indicator rows by their published number. */
import {
  type Change,
  type IndicatorTuple,
  type Mending,
  PERIODS,
  type Period,
  type SheetSource,
} from './source-types.ts';

type Value = string | number | boolean | null;

export interface SheetDraft {
  readonly fields: Map<string, Value>;
  /** Rows by published number; a mended row may be several. */
  readonly rows: Record<Period, IndicatorTuple[][]>;
  readonly order: Record<Period, readonly number[]>;
  present: boolean;
}

const ROW_FIELDS: readonly string[] = ['level2', 'level3', 'operator', 'value', 'measure'];

/** Copies a source into a draft that changes can be applied to. */
export function draftOf(source: SheetSource): SheetDraft {
  const { project: _project, sheet: _sheet, funding, text, indicators, ...head } = source;
  // The head holds plain values only; the tests check each against the field list.
  const fields = new Map(Object.entries({ ...head, ...funding, ...text } as Record<string, Value>));
  const rows = {
    implementation: indicators.implementation.map((row) => [row]),
    annual: indicators.annual.map((row) => [row]),
  };
  const order = { implementation: rows.implementation.map((_, n) => n), annual: rows.annual.map((_, n) => n) };
  return { fields, rows, order, present: true };
}

function periodOf(name: string | undefined, at: string): Period {
  const period = PERIODS.find((known) => known === name);
  if (period === undefined) throw new Error(`no such period: ${at}`);
  return period;
}

function changeRow(sheet: SheetDraft, change: Change, path: readonly string[], mended: boolean): void {
  const period = periodOf(path[0], change.at);
  const n = Number.parseInt(path[1] ?? '', 10);
  const row = sheet.rows[period][n]?.[0];
  if (row === undefined) throw new Error(`no such row: ${change.at}`);
  if ('rows' in change) {
    if (mended) sheet.rows[period][n] = [...change.rows];
    return;
  }
  const field = ROW_FIELDS.indexOf(path[2] ?? '');
  if (!('clean' in change) || field < 0) throw new Error(`no such change of a row: ${change.at}`);
  if (row[field] !== change.published) throw new Error(`${change.at} is ${row[field]}, not ${change.published}`);
  const next = [...row];
  next[field] = mended ? change.clean : change.published;
  // Same length and kinds as the row it was copied from.
  sheet.rows[period][n] = [next as unknown as IndicatorTuple];
}

/** Text with its slip put in; the right words must stand there once. */
function withSlip(
  value: unknown,
  change: { readonly at: string; readonly right: string; readonly slip: string },
): string {
  const [before, after, ...more] = String(value).split(change.right);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`${change.at}: ${change.right}?`);
  return before + change.slip + after;
}

function changeField(sheet: SheetDraft, change: Change, field: string, mended: boolean): void {
  const value = sheet.fields.get(field) ?? null;
  if ('clean' in change) {
    if (value !== change.published) throw new Error(`${change.at} is ${value}, not ${change.published}`);
    sheet.fields.set(field, mended ? change.clean : change.published);
  } else if (value === null) {
    throw new Error(`${change.at} is empty already`);
  } else if ('right' in change) {
    const slipped = withSlip(value, change);
    if (!mended) sheet.fields.set(field, slipped);
  } else if ('cut' in change) {
    if (typeof value !== 'string' || value.length <= change.cut) throw new Error(`${change.at} is too short to be cut`);
    if (!mended) sheet.fields.set(field, value.slice(0, change.cut));
  } else if ('absent' in change) {
    if (!mended) sheet.fields.set(field, null);
  } else {
    throw new Error(`no such change of a field: ${change.at}`);
  }
}

function applyChange(sheets: ReadonlyMap<string, SheetDraft>, change: Change, mended: boolean): void {
  const [kind, key, ...path] = change.at.split('/');
  const sheet = kind === 'sheet' && key !== undefined ? sheets.get(key) : undefined;
  if (sheet === undefined) throw new Error(`no such place: ${change.at}`);
  if (path.length === 0) sheet.present = mended;
  else if ('order' in change) {
    if (mended) sheet.order[periodOf(path[0], change.at)] = change.order;
  } else if (path.length === 1) changeField(sheet, change, path[0] ?? '', mended);
  else changeRow(sheet, change, path, mended);
}

/** Puts every place that a mending names into its published or its mended state. Throws when a place does not fit. */
export function applyMendings(
  sheets: ReadonlyMap<string, SheetDraft>,
  mendings: readonly Mending[],
  chosen: ReadonlySet<string>,
): void {
  for (const mending of mendings) {
    for (const change of mending.changes) applyChange(sheets, change, chosen.has(mending.id));
  }
}
