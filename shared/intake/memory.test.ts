import { expect, test } from 'vitest';
import type { Header } from './header.ts';
import { rememberUses } from './memory.ts';

const header = (labels: readonly string[], fields: readonly (string | null)[]): Header => ({
  rows: [0],
  uses: fields.map((field) => (field === null ? null : { field })),
  labels,
  unit: null,
  units: labels.map(() => null),
  own: false,
});
const spending = header(['科目', '金额'], ['functional', 'amount']);
const other = header(['科目', '金额', '备注'], ['functional', 'amount', null]);

test('a mapping that is the newest already leaves the list as it is; any other becomes the newest', () => {
  const once = rememberUses([], 'line', spending, []);
  expect(once).toHaveLength(1);
  expect(rememberUses(once, 'line', spending, [])).toBe(once);
  const two = rememberUses(once, 'line', other, []);
  expect(two).toHaveLength(2);
  expect(rememberUses(two, 'line', spending, [])).toEqual([...once, two[0]]);
  const differently = header(['科目', '金额'], ['functional', 'note']);
  expect(rememberUses(once, 'line', differently, [])).not.toEqual(once);
});
