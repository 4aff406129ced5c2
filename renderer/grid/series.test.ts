import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budgetLine } from '../../shared/entities/budget-line.ts';
import { continued } from './series.ts';

const text = { kind: 'text', label: '文字', maxLength: 40 } as const;
const date = { kind: 'date', label: '日期' } as const;
const integer = { kind: 'integer', label: '数', min: 0, max: 9_999 } as const;
const { amount, fund } = budgetLine.fields;

test.each([
  [['1月'], 3, ['2月', '3月', '4月']],
  [['11月'], 3, ['12月', '1月', '2月']],
  [['2027年9月'], 2, ['2027年10月', '2027年11月']],
  [['第一季度'], 4, ['第二季度', '第三季度', '第四季度', '第一季度']],
  [['一标段', '三标段'], 2, ['五标段', '七标段']],
  [['清运001'], 2, ['清运002', '清运003']],
  [['十月'], 3, ['十一月', '十二月', '一月']],
  [['第1季度经费'], 1, ['第2季度经费']],
])('%j goes on', (run, count, next) => {
  expect(continued(text, run, count)).toEqual(next);
});

test.each([
  [text, ['办公费']],
  [text, ['1月', '甲']],
  [text, ['1月', '2日']],
  [text, ['1月', '2月', '5月']],
  [amount, [10_000]],
  [amount, [10_000, null]],
  [fund, ['generalPublic']],
  [date, [null]],
])('a run without a step is only repeated: %#', (field, run) => {
  expect(continued(field, run, 2)).toBeNull();
});

test('days go on by days, by months where the day stays, and from month end to month end', () => {
  expect(continued(date, ['2027-03-01'], 2)).toEqual(['2027-03-02', '2027-03-03']);
  expect(continued(date, ['2027-03-01', '2027-03-08'], 2)).toEqual(['2027-03-15', '2027-03-22']);
  expect(continued(date, ['2027-11-15', '2027-12-15'], 2)).toEqual(['2028-01-15', '2028-02-15']);
  expect(continued(date, ['2027-12-31', '2028-01-31'], 3)).toEqual(['2028-02-29', '2028-03-31', '2028-04-30']);
  expect(continued(date, ['2027-12-30', '2028-01-30'], 2)).toEqual(['2028-02-29', '2028-03-30']);
});

test('whole numbers and amounts go on exactly by their step', () => {
  expect(continued(integer, [3], 2)).toEqual([4, 5]);
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer({ min: 2, max: 5 }), (first, step, length) => {
      const run = Array.from({ length }, (_, index) => first + index * step);
      expect(continued(amount, run, 3)).toEqual([0, 1, 2].map((index) => first + (length + index) * step));
    }),
  );
});
