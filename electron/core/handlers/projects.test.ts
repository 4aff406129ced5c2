import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draft, line } from '../../../db/book.fixture.ts';
import { type Fen, fen } from '../../../shared/money/fen.ts';
import { add, createBook, failureOf, inCore, listed, type TestCore } from '../core.fixture.ts';

const project = (name: string) => draft('project', { name, category: 'specificTarget' });
const spent = (projectId: number | null, amount: number, more: Parameters<typeof line>[0] = {}) =>
  line({ nature: 'project', projectId, amount: fen(amount), ...more });
const seen = (rows: readonly { readonly id: number; readonly revision: number }[]) =>
  rows.map(({ id, revision }) => ({ id, revision }));

/** Budget 1 with projects 甲, 乙, 丙; 甲 and 乙 have lines, goal sheets with indicators, and procurement. */
async function threeProjects(test: TestCore) {
  await createBook(test);
  const projects = await add(test, 'project', 1, [project('甲'), project('乙'), project('丙')]);
  const lines = await add(test, 'line', 1, [
    line({ amount: fen(7) }),
    spent(1, 10_001),
    spent(1, 20_002, { fund: 'governmentFund', functional: '2120801' }),
    spent(2, 30_003, { origin: 'carryover' }),
  ]);
  await add(test, 'procurement', 1, [
    draft('procurement', {
      name: '车',
      category: 'goods',
      projectId: 1,
      lineId: 2,
      amount: fen(9_000),
      imported: false,
    }),
    draft('procurement', { name: '桶', category: 'goods', projectId: 2, amount: fen(500), imported: false }),
    draft('procurement', { name: '纸', category: 'goods', lineId: 3, amount: fen(60), imported: false }),
  ]);
  await add(test, 'goalSheet', 1, [
    draft('goalSheet', { form: 'costFirst', projectId: 1, annualTotal: fen(30_003), basis: '依据甲' }),
    draft('goalSheet', {
      form: 'costFirst',
      projectId: 2,
      annualTotal: fen(30_003),
      annualLocal: fen(3),
      basis: '依据乙',
    }),
  ]);
  const given = { period: 'annual', level1: '产出', level2: '数量', value: '10' } as const;
  await add(test, 'indicator', 1, [draft('indicator', { ...given, level3: '清扫' })]);
  await add(test, 'indicator', 2, [
    draft('indicator', { ...given, level3: '清扫' }),
    draft('indicator', { ...given, level3: '转运' }),
  ]);
  return { projects, lines };
}

/** Everything in the budget, without revisions, to see that a refused call changed nothing. */
async function everything(test: TestCore) {
  const sheets = await listed(test, 'goalSheet', 1);
  return JSON.stringify([
    await listed(test, 'project', 1),
    await listed(test, 'line', 1),
    await listed(test, 'procurement', 1),
    sheets,
    await Promise.all(sheets.map(({ id }) => listed(test, 'indicator', id))),
  ]).replaceAll(/"revision":\d+/g, '');
}

describe('the overview', () => {
  test('of the real book has every project with its exact amount, in book order', () =>
    inCore(async (test) => {
      await test.call('book.openSample', { which: 'lanxian-2025' });
      const overviews = await test.call('project.overview', { budgetId: 1 });
      const projects = await listed(test, 'project', 1);
      const lines = await listed(test, 'line', 1);
      expect(overviews.map(({ project: { id } }) => id)).toEqual(projects.map(({ id }) => id));
      for (const { project: of, amount, current, carryover, amounts } of overviews) {
        const own = lines.filter(({ projectId, side }) => projectId === of.id && side === 'expenditure');
        expect(amount).toBe(own.reduce((sum, each) => sum + each.amount, 0));
        expect(current + carryover).toBe(amount);
        expect(amounts.reduce((sum, each) => sum + each.amount, 0)).toBe(amount);
      }
      const { expenditureProject } = await test.call('totals.get', { budgetId: 1 });
      expect(overviews.reduce((sum, { amount }) => sum + amount, 0)).toBe(expenditureProject);
    }));

  test('says what a project lacks, and colours it accordingly', () =>
    inCore(async (test) => {
      await threeProjects(test);
      const [first, second, third] = await test.call('project.overview', { budgetId: 1 });
      expect(first).toMatchObject({
        amount: 30_003,
        current: 30_003,
        carryover: 0,
        amounts: [
          { fund: 'generalPublic', origin: 'current', amount: 10_001 },
          { fund: 'governmentFund', origin: 'current', amount: 20_002 },
        ],
        lines: 2,
        goalSheetId: 1,
        indicators: 1,
        procurementItems: 2,
        procurement: 9_060,
      });
      expect(second).toMatchObject({ amount: 30_003, current: 0, carryover: 30_003, indicators: 2 });
      expect(third).toMatchObject({ amount: 0, completeness: 'missing' });
      expect(third?.lacks.slice(0, 2)).toEqual(['没有支出明细', '没有绩效目标表']);
      const findings = await test.call('check.run', { budgetId: 1 });
      const onThird = findings.filter(
        ({ location: at }) => at.kind === 'row' && at.entity === 'project' && at.id === 3,
      );
      const { error, warning, advice } = third?.findings ?? { error: -1, warning: -1, advice: -1 };
      expect(error + warning + advice).toBe(onThird.length);
    }));
});

describe('duplicating', () => {
  test('copies what was asked for, below the original, and leaves the original alone', () =>
    inCore(async (test) => {
      await threeProjects(test);
      const before = await everything(test);
      const all = { lines: true, goalSheet: true, procurement: true };
      const { projectId } = await test.call('project.duplicate', { projectId: 1, name: '甲（副本）', ...all });
      const projects = await listed(test, 'project', 1);
      expect(projects.map(({ name }) => name)).toEqual(['甲', '甲（副本）', '乙', '丙']);
      const lines = (await listed(test, 'line', 1)).filter((each) => each.projectId === projectId);
      expect(lines.map(({ fund, amount }) => [fund, amount])).toEqual([
        ['generalPublic', 10_001],
        ['governmentFund', 20_002],
      ]);
      const bought = (await listed(test, 'procurement', 1)).filter((each) => each.projectId === projectId);
      expect(bought.map(({ name, lineId, amount }) => [name, lineId, amount])).toEqual([
        ['车', lines[0]?.id, 9_000],
        ['纸', lines[1]?.id, 60],
      ]);
      const sheet = (await listed(test, 'goalSheet', 1)).find((each) => each.projectId === projectId);
      expect(sheet).toMatchObject({ basis: '依据甲', annualTotal: 30_003 });
      expect((await listed(test, 'indicator', sheet?.id ?? 0)).map(({ level3 }) => level3)).toEqual(['清扫']);
      await test.call('history.undo', {});
      expect(await everything(test)).toBe(before);
    }));

  test('without lines copies goals without amounts, and procurement without its lines; tables 1–13 stay', () =>
    inCore(async (test) => {
      await threeProjects(test);
      const { tables } = await test.call('table.all', { budgetId: 1 });
      const order = { name: '副本', lines: false, goalSheet: true, procurement: true };
      const { projectId } = await test.call('project.duplicate', { projectId: 1, ...order });
      const sheet = (await listed(test, 'goalSheet', 1)).find((each) => each.projectId === projectId);
      expect([sheet?.basis, sheet?.annualTotal]).toEqual(['依据甲', null]);
      const bought = (await listed(test, 'procurement', 1)).filter((each) => each.projectId === projectId);
      expect(bought.map(({ lineId }) => lineId)).toEqual([null, null]);
      expect((await test.call('table.all', { budgetId: 1 })).tables).toEqual(tables);
    }));
});

describe('merging', () => {
  test('moves lines, procurement and indicators, adds the goals’ amounts and removes the emptied projects', () =>
    inCore(async (test) => {
      const { projects } = await threeProjects(test);
      const before = await everything(test);
      const input = { intoId: 1, projects: seen(projects), goalSheetOf: 2, indicators: true };
      const merged = await test.call('project.merge', input);
      expect(merged).toMatchObject({ projectId: 1, lines: 1, procurement: 1, indicators: 0, goalSheetsGivenUp: 1 });
      expect((await listed(test, 'project', 1)).map(({ name }) => name)).toEqual(['甲']);
      expect((await listed(test, 'line', 1)).map(({ projectId }) => projectId)).toEqual([null, 1, 1, 1]);
      expect((await listed(test, 'procurement', 1)).map(({ projectId }) => projectId)).toEqual([1, 1, null]);
      const [sheet, ...others] = await listed(test, 'goalSheet', 1);
      expect(others).toEqual([]);
      expect(sheet).toMatchObject({
        projectId: 1,
        basis: '依据乙',
        annualTotal: 60_006,
        annualLocal: 3,
        implTotal: null,
      });
      expect((await listed(test, 'indicator', 2)).map(({ level3 }) => level3)).toEqual(['清扫', '转运']);
      await test.call('history.undo', {});
      expect(await everything(test)).toBe(before);
    }));

  test('keeps the goal sheet of the project that stays unless another is chosen, with the others’ further indicators', () =>
    inCore(async (test) => {
      const { projects } = await threeProjects(test);
      const pair = seen(projects.slice(0, 2));
      const merged = await test.call('project.merge', {
        intoId: 1,
        projects: pair,
        goalSheetOf: null,
        indicators: true,
      });
      expect(merged).toMatchObject({ indicators: 1, goalSheetsGivenUp: 1 });
      expect((await listed(test, 'goalSheet', 1)).map(({ basis }) => basis)).toEqual(['依据甲']);
      expect((await listed(test, 'indicator', 1)).map(({ level3 }) => level3)).toEqual(['清扫', '转运']);
    }));

  test('takes the sheet of the first that has one when the project that stays has none', () =>
    inCore(async (test) => {
      const { projects } = await threeProjects(test);
      const input = { intoId: 3, projects: seen(projects), goalSheetOf: null, indicators: false };
      expect(await test.call('project.merge', input)).toMatchObject({ lines: 3, indicators: 0 });
      expect((await listed(test, 'goalSheet', 1)).map(({ basis, projectId }) => [basis, projectId])).toEqual([
        ['依据甲', 3],
      ]);
    }));
});

describe('splitting', () => {
  test('moves whole lines with their procurement and parts of lines exactly', () =>
    inCore(async (test) => {
      const { projects, lines } = await threeProjects(test);
      const [, whole, cut] = lines;
      const [first] = projects;
      if (first === undefined || whole === undefined || cut === undefined) throw new Error('nothing saved');
      const { projectId } = await test.call('project.split', {
        projectId: 1,
        revision: first.revision,
        name: '甲二期',
        goalSheet: true,
        lines: [
          { id: whole.id, revision: whole.revision, amount: null },
          { id: cut.id, revision: cut.revision, amount: fen(1) },
        ],
      });
      expect((await listed(test, 'project', 1)).map(({ name }) => name)).toEqual(['甲', '甲二期', '乙', '丙']);
      const after = await listed(test, 'line', 1);
      expect(after.map((each) => [each.projectId, each.amount, each.fund])).toEqual([
        [null, 7, 'generalPublic'],
        [projectId, 10_001, 'generalPublic'],
        [1, 20_001, 'governmentFund'],
        [projectId, 1, 'governmentFund'],
        [2, 30_003, 'generalPublic'],
      ]);
      expect((await listed(test, 'procurement', 1)).map((each) => each.projectId)).toEqual([projectId, 2, null]);
      const copy = (await listed(test, 'goalSheet', 1)).find((each) => each.projectId === projectId);
      expect([copy?.basis, copy?.annualTotal]).toEqual(['依据甲', null]);
    }));
});

test('lines move to another project, with the procurement that hangs on them', () =>
  inCore(async (test) => {
    const { lines } = await threeProjects(test);
    await test.call('project.moveLines', { projectId: 3, lines: seen(lines.slice(0, 3)) });
    expect((await listed(test, 'line', 1)).map(({ projectId }) => projectId)).toEqual([3, 3, 3, 2]);
    expect((await listed(test, 'procurement', 1)).map(({ projectId }) => projectId)).toEqual([3, 2, null]);
  }));

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
      await add(test, 'budget', null, [{ ...budget, status: 'submitted' }]);
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
          sentence: '环卫中心2027年单位预算（一上）已上报，不能修改。',
        });
      }
      expect(await everything(test)).toBe(before);
    }));
});

type Step = { readonly kind: 'merge' | 'split' | 'move'; readonly seed: number; readonly share: number };

const steps: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('merge', 'split', 'move'),
  seed: fc.nat(1_000),
  share: fc.integer({ min: 1, max: 99 }),
});

/** Does one random operation; what is not possible is skipped. */
async function operate(test: TestCore, { kind, seed, share }: Step): Promise<void> {
  const projects = await listed(test, 'project', 1);
  const lines = await listed(test, 'line', 1);
  const one = projects[seed % projects.length] ?? never();
  const other = projects[(seed + 1) % projects.length] ?? never();
  if (kind === 'merge') {
    if (one === other) return;
    const input = { intoId: one.id, projects: seen([one, other]), goalSheetOf: null, indicators: seed % 2 === 0 };
    await test.call('project.merge', input);
    return;
  }
  const own = lines.filter(({ projectId }) => projectId === one.id);
  if (own.length === 0) return;
  if (kind === 'move') {
    const moved = own.slice(0, 1 + (seed % own.length));
    await test.call('project.moveLines', { projectId: other.id, lines: seen(moved) });
    return;
  }
  const parts = own.slice(0, 1 + (seed % 3)).map(({ id, revision, amount }) => {
    const part = Math.floor((amount * share) / 100);
    return { id, revision, amount: part === 0 ? null : fen(part) };
  });
  const { id: projectId, revision } = one;
  await test.call('project.split', { projectId, revision, name: `拆${seed}`, goalSheet: seed % 2 === 0, lines: parts });
}

test('whatever is moved, merged and split: tables 1–11 and the totals of 12 and 13 stay to the 分; undo gives all back', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          project: fc.nat(4),
          amount: fc.integer({ min: 1, max: 999_999_999 }),
          fund: fc.constantFrom('generalPublic', 'governmentFund', 'ownFunds'),
          origin: fc.constantFrom('current', 'carryover'),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      fc.array(steps, { minLength: 1, maxLength: 8 }),
      (given, sequence) =>
        inCore(async (test) => {
          await createBook(test);
          await add(test, 'project', 1, ['甲', '乙', '丙', '丁', '戊'].map(project));
          await add(
            test,
            'line',
            1,
            given.map(({ project: at, amount, fund, origin }) => spent(at + 1, amount, { fund, origin })),
          );
          const { doneId } = await test.call('history.state', {});
          const before = await everything(test);
          const tables = async () => (await test.call('table.all', { budgetId: 1 })).tables;
          // The first row of tables 12 and 13 is the unit's total.
          const sums = async () => (await tables()).map(({ no, rows }) => (no < 12 ? rows : rows.slice(0, 1)));
          const first = await sums();
          for (const step of sequence) await operate(test, step);
          expect(await sums()).toEqual(first);
          await test.call('history.goBackTo', { entryId: doneId });
          expect(await everything(test)).toBe(before);
        }),
    ),
    { numRuns: 15 },
  ));

function never(): never {
  throw new Error('nothing there');
}
