/** Invented lines of a large book: the same for every run, spread over funds, codes, economic classes and projects. */
import type { DraftOfEntity } from '../../shared/entities/index.ts';
import { FUNDS } from '../../shared/entities/vocabulary.ts';
import { fen } from '../../shared/money/fen.ts';

export const PROJECTS = 300;

const pick = <T>(list: readonly [T, ...T[]], index: number): T => list[index % list.length] ?? list[0];
const FUND_VALUES = FUNDS.map(({ value }) => value) as [(typeof FUNDS)[number]['value']];
const SECTIONS: readonly [string, ...string[]] = [
  '2010301',
  '2050201',
  '2080502',
  '2080505',
  '2080506',
  '2081199',
  '2100501',
  '2101102',
  '2101199',
  '2110301',
  '2110302',
  '2120303',
  '2120501',
  '2130199',
  '2130599',
  '2130799',
  '2140104',
  '2210201',
  '2240101',
  '2290402',
];
const ECONOMIC: readonly [string, ...string[]] = [
  '30101',
  '30102',
  '30107',
  '30108',
  '30110',
  '30113',
  '30201',
  '30205',
  '30206',
  '30211',
  '30213',
  '30217',
  '30226',
  '30229',
  '30231',
  '30299',
  '30302',
  '30305',
  '31002',
  '31013',
];

/** The n-th invented line; project ids run from 1. Amounts between 1,000 and about 20,000 元. */
export function inventedLine(n: number): Omit<DraftOfEntity<'line'>, 'id' | 'revision' | 'position'> {
  const income = n % 4 === 0;
  const basic = !income && n % 3 === 0;
  return {
    side: income ? 'income' : 'expenditure',
    origin: n % 10 === 0 ? 'carryover' : 'current',
    fund: pick(FUND_VALUES, n % 7),
    functional: pick(SECTIONS, n * 7),
    revenue: null,
    nature: income ? null : basic ? 'basic' : 'project',
    deptEconomic: income ? null : pick(ECONOMIC, n * 11),
    govEconomic: null,
    use: null,
    projectId: income || basic ? null : 1 + (n % PROJECTS),
    amount: fen(100_000 + ((n * 7919) % 1_900_000)),
    note: null,
  };
}
