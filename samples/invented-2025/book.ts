/** The sources of the invented book: an education and sports bureau, its examination office and its vocational school. */
import { readJson } from '../source.ts';

/** A source row: plain values under the field names of shared/entities; amounts are 元 texts with two decimals. */
export type SourceRow = Readonly<Record<string, string | number | boolean | null>>;

/** Path of a source of this book below `samples/`. */
export const sourcePath = (name: string): string => `invented-2025/${name}`;

/** The units in book order, the department first. */
export function inventedUnits(): readonly SourceRow[] {
  return readJson(sourcePath('units.json'));
}

/** One part of a unit's budget, e.g. its `lines`. */
export function unitPart(unit: string, part: string): readonly SourceRow[] {
  return readJson(sourcePath(`${unit}/${part}.json`));
}
