/** From the records of a preview to rows of the grid. */

import { PARENT_FIELD } from '../../shared/intake/fields.ts';
import type { IntakeRecord } from '../../shared/intake/plan.ts';
import type { IntakeSheet } from '../../shared/intake/sheet.ts';
import { isBlank } from '../../shared/intake/text.ts';
import type { CellValue, Values } from '../../shared/intake/values.ts';
import type { LaidRow } from '../grid/laid-row.ts';

/** All records of a sheet that are taken, good ones and those to be mended, in the sheet's order. */
function takenRecords(sheet: IntakeSheet): readonly IntakeRecord[] {
  return sheet.cells.flatMap((_, row) => sheet.recordsOf(row));
}

/**
 * A record as a row of the grid.
 * @param key of the row it is laid over; null for a new one
 * @param mapped fields that the sheet has columns for: of a row that is there already only these change
 */
function laidRow(record: IntakeRecord, key: string | null, mapped: ReadonlySet<string>): LaidRow {
  const typed: Record<string, string> = {};
  const problems: Record<string, string> = {};
  for (const { field, text, reason } of record.problems) {
    if (isBlank(text)) continue;
    typed[field] = text;
    problems[field] = reason;
  }
  const wrong = new Set(record.problems.map(({ field }) => field));
  const values: Record<string, CellValue> = {};
  for (const [field, value] of Object.entries(record.values)) {
    if (field === PARENT_FIELD || wrong.has(field) || (key !== null && !mapped.has(field))) continue;
    values[field] = value;
  }
  return { key, values: completed(values, wrong, key), typed, problems, waits: record.problems.length > 0 };
}

/** A new row has every field; what could not be read is blank until it is mended. */
function completed(values: Record<string, CellValue>, wrong: ReadonlySet<string>, key: string | null): Values {
  if (key === null) for (const field of wrong) if (field !== PARENT_FIELD) values[field] ??= null;
  return values;
}

/** The rows that a block is laid down as, all of them new. */
export const newRows = (sheet: IntakeSheet): readonly LaidRow[] => rowsOver(sheet, () => []);

/**
 * The rows that a block is laid down as over those that are there.
 * @param keysOf as many of their keys as there are, up to a number; rows without one are new
 */
export function rowsOver(sheet: IntakeSheet, keysOf: (count: number) => readonly string[]): readonly LaidRow[] {
  const mapped = mappedFields(sheet);
  const records = takenRecords(sheet);
  const keys = keysOf(records.length);
  return records.map((record, index) => laidRow(record, keys[index] ?? null, mapped));
}

/** The fields that the columns of a sheet give. */
function mappedFields({ header }: IntakeSheet): ReadonlySet<string> {
  const fields = new Set(header.uses.flatMap((use) => (use === null ? [] : [use.field])));
  if (header.uses.some((use) => use?.fund !== undefined)) fields.add('fund');
  return fields;
}
