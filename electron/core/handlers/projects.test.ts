import { describe, expect, test } from 'vitest';
import { fen } from '../../../shared/money/fen.ts';
import { inCore, listed } from '../core.fixture.ts';
import { everything, seen, threeProjects } from './projects.fixture.ts';

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

test('procurement on a line that stays is left with its project', () =>
  inCore(async (test) => {
    const { lines } = await threeProjects(test);
    await test.call('project.moveLines', { projectId: 3, lines: seen(lines.slice(2, 3)) });
    expect((await listed(test, 'procurement', 1)).map(({ projectId }) => projectId)).toEqual([1, 2, null]);
  }));
