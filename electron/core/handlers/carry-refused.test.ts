import { describe, expect, test } from 'vitest';
import { draft, line } from '../../../db/book.fixture.ts';
import { fen } from '../../../shared/money/fen.ts';
import { add, createBook, failureOf, inCore, listed } from '../core.fixture.ts';
import { byDefault, dump, inSample } from './carry.fixture.ts';

describe('what cannot be carried forward is refused in a sentence, and nothing changes', () => {
  const refusals: readonly [string, Readonly<Record<string, unknown>>, string][] = [
    ['a budget that is not there', { budgetId: 99 }, '要操作的单位预算已不存在，可能已被删除。'],
    [
      'a stage that is there',
      { stage: 'second' },
      '单位为“县教育体育局”、预算年度为“2026”、编报阶段为“二上”的单位预算已存在。',
    ],
    ['an unknown stage', { stage: 'third' }, '输入：“编报阶段”只能是“一上”“二上”“批复”之一。'],
    ['an unknown item', { items: ['project:99'] }, '带入的内容：没有“project:99”这一项，请刷新后重新选择。'],
    [
      'lines without their project',
      { items: ['projectLines:2'] },
      '带入的内容：“公办普通高中学位扩充工程”的支出明细要和“公办普通高中学位扩充工程”一起带入。',
    ],
    ['items that are no list', { items: null }, '输入：“带入的内容”应为一组内容。'],
  ];
  test.each(refusals)('%s', (_name, wrong, sentence) =>
    inSample(async (test) => {
      await test.call('budget.create', { unitId: 1, year: 2026, stage: 'second' });
      const before = await dump(test);
      const order = { ...byDefault, items: [], ...wrong };
      const { sentence: said } = await failureOf(test.call('carry.apply', order as never));
      expect(said.replace(/单位为“[^”]+”/, '单位为“县教育体育局”')).toBe(sentence);
      expect(await dump(test)).toBe(before);
    }),
  );

  test('carryover of more than the line, of a line twice, of income, of a line that has changed', () =>
    inCore(async (test) => {
      await createBook(test);
      await add(test, 'line', 1, [line({ amount: fen(123_456_700) }), line({ side: 'income', nature: null })]);
      const order = (...carryovers: readonly { lineId: number; revision: number; amount: number }[]) =>
        test.call('carry.apply', { ...byDefault, items: [], carryovers } as never);
      const most = { lineId: 1, revision: 1, amount: 123_456_700 };
      const sentences = await Promise.all([
        failureOf(order({ ...most, amount: 123_456_701 })),
        failureOf(order(most, most)),
        failureOf(order({ ...most, lineId: 2 })),
        failureOf(order({ ...most, revision: 2 })),
        failureOf(order({ ...most, amount: -1 })),
      ]);
      expect(sentences.map(({ sentence, at }) => [sentence, at])).toEqual([
        ['结转金额第1项：结转 1,234,567.01 元，大于这条明细的 1,234,567.00 元。', 'carryovers[0].amount'],
        ['结转金额第2项：不是这个预算的支出明细，或填了两次。', 'carryovers[1].lineId'],
        ['结转金额第1项：不是这个预算的支出明细，或填了两次。', 'carryovers[0].lineId'],
        ['这条预算明细刚在别处改过，没有覆盖它。', 'carryovers[0].lineId'],
        ['输入：“结转金额”第1项：“结转金额”不能是负数。', 'carryovers[0].amount'],
      ]);
      expect(await listed(test, 'budget', null)).toHaveLength(1);
    }));
});

describe('prior-year figures', () => {
  test('come exactly from last year’s latest stage, and what was typed stays unless it is to be overwritten', () =>
    inSample(async (test) => {
      const { budgetId } = await test.call('budget.create', { unitId: 1, year: 2026, stage: 'first' });
      await test.call('budget.create', { unitId: 1, year: 2025, stage: 'second' });
      const typed = draft('prior', { measure: 'income.total', amount: fen(5), rounded: true });
      await add(test, 'prior', budgetId, [typed]);
      const fill = { budgetId, fromBudgetId: null, overwrite: false };
      expect(await test.call('prior.fill', fill)).toMatchObject({ filled: 14, kept: 1, fromBudgetId: 1 });
      const [first] = await listed(test, 'prior', budgetId);
      expect(first).toMatchObject({ measure: 'income.total', amount: 5, rounded: true });
      expect(await test.call('prior.fill', { ...fill, overwrite: true })).toMatchObject({ filled: 15, kept: 0 });
      const { yearOnYear } = await test.call('overview.get', { budgetId: 1 });
      const figures = await listed(test, 'prior', budgetId);
      expect(Object.fromEntries(figures.map(({ measure, amount }) => [measure, amount]))).toEqual(
        Object.fromEntries(yearOnYear.map(({ measure, current }) => [measure, current])),
      );
      expect(figures.every(({ rounded }) => !rounded)).toBe(true);
    }));

  test('are refused without such a budget, from another unit’s, and into one that is handed in', () =>
    inSample(async (test) => {
      const fill = { budgetId: 1, fromBudgetId: null, overwrite: true };
      expect(await failureOf(test.call('prior.fill', fill))).toMatchObject({
        sentence: '上年数：账套中没有本单位2024年的单位预算，请先导入，或手工填写上年数。',
      });
      const { budgetId } = await test.call('budget.create', { unitId: 1, year: 2026, stage: 'first' });
      expect(await failureOf(test.call('prior.fill', { ...fill, budgetId, fromBudgetId: 2 }))).toMatchObject({
        sentence: '上年数：所选的不是本单位2025年的单位预算。',
      });
      const next = (await listed(test, 'budget', null)).find(({ id }) => id === budgetId) ?? never();
      const { parentId: _, ...row } = next;
      await add(test, 'budget', null, [{ ...row, status: 'locked' }]);
      expect((await failureOf(test.call('prior.fill', { ...fill, budgetId }))).code).toBe('BOOK_LOCKED_BUDGET');
    }));
});

function never(): never {
  throw new Error('nothing there');
}
