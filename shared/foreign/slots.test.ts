import { expect, it } from 'vitest';
import { tablesFor } from '../tables/index.ts';
import { slotsOf } from './slots.ts';

it('knows for every column of the 13 tables what it counts, each once', () => {
  const known = tablesFor(2025).map((spec) => [
    spec.no,
    slotsOf(spec, 2025)
      .map(({ id }) => id)
      .join(' '),
  ]);
  expect(Object.fromEntries(known)).toEqual({
    1: '0.name 0.total 1.name 1.total 1.current 1.carryover',
    2: '0.unit 0.code 0.name 0.total 0.general 0.fund 0.capital 0.account 0.own 0.carryover',
    3: '0.unit 0.code 0.name 0.total 0.basic 0.project',
    4: '0.name 0.total 1.name 1.total 1.general 1.fund 1.capital',
    5: '0.unit 0.code 0.name 0.total 0.basic 0.project',
    6: '0.code 0.name 0.gov 0.total 0.personnel 0.operating',
    7: '0.code 0.name 0.total',
    8: '0.unit 0.code 0.name 0.total 0.basic 0.project',
    9: '0.code 0.name 0.total 1.code 1.name 1.total 1.basic 1.project',
    10: '0.name 0.total 0.general 0.fund 0.capital',
    11: '0.name 0.total 0.general 0.fund 0.capital',
    12: '0.unit 0.name 0.total 0.general 0.fund 0.capital 0.account 0.own',
    13: '0.unit 0.name 0.total 0.general 0.fund 0.capital',
  });
  for (const spec of tablesFor(2025)) {
    const ids = slotsOf(spec, 2025).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});
