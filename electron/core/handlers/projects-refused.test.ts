import { describe, expect, test } from 'vitest';
import type { Fen } from '../../../shared/money/fen.ts';
import { add, failureOf, inCore, listed } from '../core.fixture.ts';
import { everything, project, threeProjects } from './projects.fixture.ts';

describe('what cannot be done is refused in a sentence, and nothing changes', () => {
  const row = (id: number, revision = 1) => ({ id, revision });
  const part = (id: number, amount: number | null, revision = 1) => ({ id, revision, amount: amount as Fen | null });
  const merge = { intoId: 1, projects: [row(1), row(2)], goalSheetOf: null, indicators: true };
  const split = { projectId: 1, revision: 1, name: '新', goalSheet: false, lines: [part(2, null)] };
  const refusals: readonly [string, string, unknown, string][] = [
    ['one project', 'project.merge', { ...merge, projects: [row(1)] }, '要合并的项目：请选择两个或更多不同的项目。'],
    [
      'one twice',
      'project.merge',
      { ...merge, projects: [row(1), row(1)] },
      '要合并的项目：请选择两个或更多不同的项目。',
    ],
    ['not among them', 'project.merge', { ...merge, intoId: 3 }, '要合并的项目：保留的项目应在其中。'],
    ['gone', 'project.merge', { ...merge, projects: [row(1), row(9)] }, '要操作的项目已不存在，可能已被删除。'],
    ['changed', 'project.merge', { ...merge, projects: [row(1), row(2, 2)] }, '这条项目“乙”刚在别处改过，没有覆盖它。'],
    ['no sheet', 'project.merge', { ...merge, goalSheetOf: 3 }, '绩效目标表取自：所选项目不在要合并的项目中。'],
    [
      'of two budgets',
      'project.merge',
      { ...merge, projects: [row(1), row(4)] },
      '要合并的项目：不同单位预算的项目不能合并。',
    ],
    ['nothing to split', 'project.split', { ...split, lines: [] }, '拆出的明细：请选择要拆出的明细。'],
    [
      'more than there is',
      'project.split',
      { ...split, lines: [part(2, 10_002)] },
      '拆出的明细第1项：拆出金额大于这条明细的金额。',
    ],
    ['nil', 'project.split', { ...split, lines: [part(2, 0)] }, '拆出的明细第1项：拆出金额不能是零。'],
    [
      'a foreign line',
      'project.split',
      { ...split, lines: [part(4, null)] },
      '拆出的明细第1项：不是项目“甲”的明细，或选了两次。',
    ],
    [
      'twice',
      'project.split',
      { ...split, lines: [part(2, 1), part(2, 1)] },
      '拆出的明细第2项：不是项目“甲”的明细，或选了两次。',
    ],
    ['changed line', 'project.split', { ...split, lines: [part(2, 5, 2)] }, '这条预算明细刚在别处改过，没有覆盖它。'],
    [
      'negative',
      'project.split',
      { ...split, lines: [part(2, -1)] },
      '输入：“拆出的明细”第1项：“拆出金额”不能是负数。',
    ],
    ['no name', 'project.split', { ...split, name: ' ' }, '输入：请填写“新项目名称”。'],
    ['none', 'project.moveLines', { projectId: 3, lines: [] }, '预算明细：请选择要移动的明细。'],
    [
      'changed line',
      'project.moveLines',
      { projectId: 3, lines: [row(2, 5)] },
      '这条预算明细刚在别处改过，没有覆盖它。',
    ],
    ['gone line', 'project.moveLines', { projectId: 3, lines: [row(99)] }, '要操作的预算明细已不存在，可能已被删除。'],
    ['no list', 'project.moveLines', { projectId: 3, lines: 'x' }, '输入：“预算明细”应为一组内容。'],
    [
      'gone',
      'project.duplicate',
      { projectId: 9, name: '新', lines: true, goalSheet: true, procurement: true },
      '要操作的项目已不存在，可能已被删除。',
    ],
  ];
  test.each(refusals)('%s: %s', (_name, call, input, sentence) =>
    inCore(async (test) => {
      await threeProjects(test);
      const { budgetId } = await test.call('budget.create', { unitId: 1, year: 2028, stage: 'first' });
      await add(test, 'project', budgetId, [project('丁')]);
      const before = await everything(test);
      const { undo } = (await test.call('book.state', {})) ?? { undo: '' };
      expect((await failureOf(test.call(call as 'project.merge', input as never))).sentence).toBe(sentence);
      expect(await everything(test)).toBe(before);
      expect(await test.call('book.state', {})).toMatchObject({ undo });
    }),
  );

  test('anything in a budget that is handed in', () =>
    inCore(async (test) => {
      await threeProjects(test);
      const [{ parentId: _, ...budget } = never()] = await listed(test, 'budget', null);
      await add(test, 'budget', null, [{ ...budget, status: 'locked' }]);
      const before = await everything(test);
      const all = { name: '新', lines: true, goalSheet: true, procurement: true };
      for (const refused of [
        test.call('project.merge', merge),
        test.call('project.split', split),
        test.call('project.duplicate', { projectId: 1, ...all }),
        test.call('project.moveLines', { projectId: 3, lines: [row(2)] }),
      ]) {
        expect(await failureOf(refused)).toMatchObject({
          code: 'BOOK_LOCKED_BUDGET',
          sentence: '环卫中心2027年单位预算（一上）已锁定，不能修改。',
        });
      }
      expect(await everything(test)).toBe(before);
    }));
});

function never(): never {
  throw new Error('nothing there');
}
