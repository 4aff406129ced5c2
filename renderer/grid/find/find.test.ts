import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetLine } from '../../../shared/entities/budget-line.ts';
import { codeChoices } from '../../../shared/intake/choices.ts';
import type { CellLookup } from '../../../shared/intake/values.ts';
import { testBook } from '../book.fixture.ts';
import { matcherOf, replaced } from './matcher.ts';
import { firstFrom, nextFrom, scan } from './scan.ts';

const text = { kind: 'text', label: '说明', maxLength: 40, optional: true } as const;
const fields = { note: text, amount: budgetLine.fields.amount, functional: budgetLine.fields.functional };
const columns = [
  { key: 'note', field: text, width: 90 },
  { key: 'amount', field: fields.amount, width: 90 },
  { key: 'functional', field: fields.functional, width: 90 },
  { key: 'told', field: text, width: 90, computed: () => '齐全' },
] as const;
const codes = codeChoices([{ code: '2120501', name: '城乡社区环境卫生', path: '', mark: 'O' }], [7], () => '');
const lookup: CellLookup = {
  amountUnit: 'yuan',
  choices: () => codes.choices,
  choiceOf: (_, value) => codes.byValue.get(value) ?? null,
  recent: () => [],
};
const row = { id: 1, typed: {}, values: { note: 'ＡＢ费（2027）', amount: 1_235_239, functional: '2120501' } };
const found = (query: string, only: number | null = null) => {
  const matcher = matcherOf(query, columns, only, lookup);
  return columns.flatMap((_, place) => (matcher?.(place, row) === true ? [place] : []));
};

describe('finding', () => {
  test('takes texts in any width and case, amounts with and without separators, codes and their names', () => {
    expect(found('ab费')).toEqual([0]);
    expect(found('12,352')).toEqual([1]);
    expect(found('12352.39')).toEqual([1]);
    expect(found('１２３５２')).toEqual([1]);
    expect(found('21205')).toEqual([2]);
    expect(found('环境卫生')).toEqual([2]);
    expect(found('齐')).toEqual([3]);
    expect(found('20')).toEqual([0, 2]);
    expect(found('20', 2)).toEqual([2]);
    expect(matcherOf('  ', columns, null, lookup)).toBeNull();
  });

  test('takes what was typed and could not be accepted in place of what is stored', () => {
    const typed = { ...row, typed: { amount: '12,3x' } };
    const matches = (query: string) => matcherOf(query, columns, 1, lookup)?.(1, typed);
    expect(matches('3x')).toBe(true);
    expect(matches('12352')).toBe(false);
  });

  test('goes through all cells in reading order and round at the ends', () => {
    const book = testBook(
      fields,
      ['甲一', '乙', '甲二'].map((note) => ({ note, amount: 100, functional: null })),
      { note: null, amount: null, functional: null },
    );
    const matcher = matcherOf('甲', columns, null, lookup);
    const matches: number[] = [];
    if (matcher !== null) for (const _ of scan(book.session, columns.length, matcher, matches));
    expect(matches).toEqual([0, 8]);
    expect([nextFrom(matches, 0, false), nextFrom(matches, 8, false), nextFrom(matches, 0, true)]).toEqual([8, 0, 8]);
    expect(nextFrom(matches, 3, false)).toBe(8);
    expect(nextFrom(matches, 3, true)).toBe(0);
    expect(nextFrom([], 3, true)).toBeNull();
  });

  test('the first match from a cell on is the one a walk would meet', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50)), fc.nat(60), (cells, from) => {
        const matches = [...cells].sort((a, b) => a - b);
        const place = matches.findIndex((cell) => cell >= from);
        expect(firstFrom(matches, from)).toBe(place < 0 ? matches.length : place);
      }),
    );
  });
});

describe('replacing', () => {
  const become = (place: 0 | 1 | 2 | 3, query: string, by: string) => replaced(columns[place], row, query, by, lookup);

  test('replaces every occurrence and leaves the rest as it is, sign for sign', () => {
    expect(become(0, 'ab', '办公')).toBe('办公费（2027）');
    expect(become(0, '2', '3')).toBe('ＡＢ费（3037）');
    expect(become(0, '没有', '')).toBeNull();
  });

  test('of amounts the exact number, of codes the number or the name; nothing in computed cells', () => {
    expect(become(1, '12,352', '999')).toBe('999.39');
    expect(become(2, '2120501', '2120101')).toBe('2120101');
    expect(become(2, '环境卫生', '公共设施')).toBe('城乡社区公共设施');
    expect(become(3, '齐全', '缺')).toBeNull();
  });
});
