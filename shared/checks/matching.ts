/** Whether a record is meant by a pattern, and what records are found by. */
import type { Pattern, Scalar } from './record-spec.ts';
import { type RecordSet, type RuleRow, readerOf } from './records.ts';

export function matcher(set: RecordSet, pattern: Pattern = {}): (row: RuleRow) => boolean {
  const tests = Object.entries(pattern).map(([name, wanted]) => matcherOf(readerOf(set, name), wanted));
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}

function matcherOf(read: (row: RuleRow) => Scalar, wanted: Pattern[string]): (row: RuleRow) => boolean {
  if (typeof wanted !== 'string') return (row) => wanted.includes(read(row));
  const isFilled = (value: Scalar) => value !== null && value !== '';
  return wanted === 'filled' ? (row) => isFilled(read(row)) : (row) => !isFilled(read(row));
}

/** The value of one field, or the values of several in one text. */
export function keyReader(set: RecordSet, names: readonly string[]): (row: RuleRow) => Scalar {
  const readers = names.map((name) => readerOf(set, name));
  const [only] = readers;
  if (only !== undefined && readers.length === 1) return only;
  return (row) => readers.map((read) => String(read(row))).join('\u0001');
}

export function numberReader(set: RecordSet, name: string): (row: RuleRow) => number {
  const read = readerOf(set, name);
  return (row) => {
    const value = read(row);
    return typeof value === 'number' ? value : 0;
  };
}
