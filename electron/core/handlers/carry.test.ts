import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draft, line } from '../../../db/book.fixture.ts';
import type { DraftOfEntity } from '../../../shared/entities/index.ts';
import { PRIOR_MEASURES } from '../../../shared/entities/prior-figure.ts';
import { fen, sumFen } from '../../../shared/money/fen.ts';
import { add, createBook, inCore, listed } from '../core.fixture.ts';
import { amounts, byDefault, chosenOf, dump, inSample } from './carry.fixture.ts';

describe('the preview', () => {
  test('chooses what continues, says why, and carries no money over by itself', () =>
    inSample(async (test) => {
      const preview = await test.call('carry.preview', { budgetId: 1 });
      expect(preview.year).toBe(2026);
      expect(preview.stages.map(({ label, exists }) => [label, exists])).toEqual([
        ['一上', false],
        ['二上', false],
        ['批复', false],
      ]);
      const projects = await listed(test, 'project', 1);
      for (const { id, continues } of projects) {
        const item = preview.items.find((each) => each.id === `project:${id}`);
        expect(item?.chosen).toBe(continues);
        expect(item?.reason).toBe(continues ? '已标明“下年延续”。' : '没有标明“下年延续”。');
      }
      const spending = (await listed(test, 'line', 1)).filter(({ side }) => side === 'expenditure');
      expect(preview.carryovers.map(({ lineId }) => lineId)).toEqual(spending.map(({ id }) => id));
      const ids = preview.items.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { needs, reason } of preview.items) {
        expect(reason).not.toBe('');
        if (needs !== null) expect(ids).toContain(needs);
      }
      await test.call('budget.create', { unitId: 1, year: 2026, stage: 'second' });
      const { stages } = await test.call('carry.preview', { budgetId: 1 });
      expect(stages.map(({ exists }) => exists)).toEqual([false, true, false]);
    }));

  test('chooses a project that runs on although it is not marked, and income only when all expenditure goes along', () =>
    inCore(async (test) => {
      await createBook(test);
      const given = { name: '甲', category: 'specificTarget' } as const;
      const [first] = await add(test, 'project', 1, [
        draft('project', { ...given, startsOn: '2027-05-01', endsOn: '2028-01-01' }),
      ]);
      await add(test, 'line', 1, [
        line({ side: 'income', nature: null, deptEconomic: null }),
        line({ projectId: first?.id ?? 0 }),
      ]);
      const chosen = async () => chosenOf(await test.call('carry.preview', { budgetId: 1 }));
      expect(await chosen()).toEqual(['prior', 'incomeLines', 'project:1', 'projectLines:1']);
      const [{ parentId: _, ...row } = never()] = await listed(test, 'project', 1);
      await add(test, 'project', 1, [{ ...row, endsOn: '2027-12-31' }]);
      expect(await chosen()).toEqual(['prior']);
      const { items } = await test.call('carry.preview', { budgetId: 1 });
      expect(items.find(({ id }) => id === 'project:1')?.reason).toBe('2027-12-31结束，也没有标明“下年延续”。');
    }));
});

describe('annual goals', () => {
  test('are offered where a sheet says anything of the year, and only there', () =>
    inCore(async (test) => {
      await createBook(test);
      const projects = ['无', '只有实施期', '总额', '只有市县资金', '目标', '指标'].map((name) =>
        draft('project', { name, category: 'specificTarget' }),
      );
      await add(test, 'project', 1, projects);
      const sheet = (projectId: number, says: Partial<DraftOfEntity<'goalSheet'>>) =>
        draft('goalSheet', { form: 'costFirst', projectId, ...says });
      await add(test, 'goalSheet', 1, [
        sheet(1, {}),
        sheet(2, { implTotal: fen(1), implGoal: '建成' }),
        sheet(3, { annualTotal: fen(1) }),
        sheet(4, { annualLocal: fen(1) }),
        sheet(5, { annualGoal: '建成' }),
        sheet(6, {}),
      ]);
      const given = { level1: '产出指标', level2: '数量指标', level3: '条数', value: '1' };
      await add(test, 'indicator', 2, [draft('indicator', { ...given, period: 'implementation' })]);
      await add(test, 'indicator', 6, [draft('indicator', { ...given, period: 'annual' })]);
      const { items } = await test.call('carry.preview', { budgetId: 1 });
      expect(items.flatMap(({ kind, projectId }) => (kind === 'annualGoals' ? [projectId] : []))).toEqual([3, 4, 5, 6]);
    }));
});

describe('carrying forward', () => {
  test('opens next year as a draft with profile, assets, projects, goals and exact prior figures', () =>
    inSample(async (test) => {
      const preview = await test.call('carry.preview', { budgetId: 1 });
      const overview = await test.call('overview.get', { budgetId: 1 });
      const result = await test.call('carry.apply', { ...byDefault, items: chosenOf(preview) });
      const { budgetId } = result;
      const budgets = await listed(test, 'budget', null);
      const [from, next] = [budgets.find(({ id }) => id === 1), budgets.find(({ id }) => id === budgetId)];
      expect(next).toMatchObject({
        year: 2026,
        stage: 'first',
        status: 'draft',
        approvedOn: null,
        assetsOn: '2025-12-31',
      });
      expect([next?.duties, next?.organisation, next?.responsible]).toEqual([
        from?.duties,
        from?.organisation,
        from?.responsible,
      ]);
      const bare = (rows: readonly object[]) =>
        rows.map((row) => ({ ...row, id: 0, revision: 0, parentId: 0, position: 0 }));
      expect(bare(await listed(test, 'asset', budgetId))).toEqual(bare(await listed(test, 'asset', 1)));

      const figures = await listed(test, 'prior', budgetId);
      expect(figures.map(({ measure, amount, rounded }) => [measure, amount, rounded])).toEqual(
        overview.yearOnYear.map(({ measure, current }) => [measure, current, false]),
      );
      expect(figures).toHaveLength(PRIOR_MEASURES.length);

      const old = (await listed(test, 'project', 1)).filter(({ continues }) => continues);
      const projects = await listed(test, 'project', budgetId);
      expect(projects.map(({ name, lineage }) => [name, lineage])).toEqual(
        old.map(({ name, lineage }) => [name.replaceAll('2025年', '2026年'), lineage]),
      );
      expect(new Set(projects.map(({ lineage }) => lineage)).size).toBe(projects.length);
      expect(projects.every(({ lineage }) => lineage !== null)).toBe(true);

      const lines = (await listed(test, 'line', 1)).filter(
        ({ side, origin }) => side === 'expenditure' && origin === 'current',
      );
      const going = lines.filter(({ projectId }) => projectId === null || old.some(({ id }) => id === projectId));
      expect(await test.call('totals.get', { budgetId })).toMatchObject({ expenditure: amounts(going), income: 0 });

      const sheets = await listed(test, 'goalSheet', budgetId);
      const oldSheets = await listed(test, 'goalSheet', 1);
      expect(result.goalSheets).toBe(sheets.length);
      expect(sheets).toHaveLength(old.length + 1);
      for (const sheet of sheets) {
        const place = projects.findIndex(({ id }) => id === sheet.projectId);
        const before = oldSheets.find(({ projectId }) => projectId === (place < 0 ? null : old[place]?.id)) ?? never();
        expect([sheet.implTotal, sheet.implGoal, sheet.basis]).toEqual([
          before.implTotal,
          before.implGoal,
          before.basis,
        ]);
        expect([sheet.annualTotal, sheet.annualLocal, sheet.annualGoal, sheet.filledOn]).toEqual([
          null,
          null,
          null,
          null,
        ]);
        const kept = (await listed(test, 'indicator', before.id)).filter(({ period }) => period === 'implementation');
        expect(bare(await listed(test, 'indicator', sheet.id))).toEqual(bare(kept));
      }
      expect(await listed(test, 'procurement', budgetId)).toEqual([]);
      expect(result).toMatchObject({
        year: 2026,
        projects: old.length,
        lines: going.length,
        prior: 15,
        procurement: 0,
      });
    }));

  test('takes everything when everything is chosen: this year’s sums are next year’s, and procurement hangs on the new lines', () =>
    inSample(async (test) => {
      const { items } = await test.call('carry.preview', { budgetId: 1 });
      const { budgetId } = await test.call('carry.apply', { ...byDefault, items: items.map(({ id }) => id) });
      const [from, next] = [
        await test.call('totals.get', { budgetId: 1 }),
        await test.call('totals.get', { budgetId }),
      ];
      const spent = (await listed(test, 'line', 1)).filter(
        ({ side, origin }) => side === 'expenditure' && origin === 'current',
      );
      expect([next.incomeCurrent, next.expenditure, next.incomeCarryover]).toEqual([
        from.incomeCurrent,
        amounts(spent),
        0,
      ]);
      const bought = await listed(test, 'procurement', budgetId);
      expect(amounts(bought)).toBe(amounts(await listed(test, 'procurement', 1)));
      const [lines, projects] = [await listed(test, 'line', budgetId), await listed(test, 'project', budgetId)];
      expect(bought.some(({ lineId }) => lineId !== null)).toBe(true);
      for (const { lineId, projectId } of bought) {
        if (lineId !== null) expect(lines.map(({ id }) => id)).toContain(lineId);
        if (projectId !== null) expect(projects.map(({ id }) => id)).toContain(projectId);
      }
      const indicators = async (id: number) =>
        (await Promise.all((await listed(test, 'goalSheet', id)).map((sheet) => listed(test, 'indicator', sheet.id))))
          .flat()
          .map(({ period, level3, value }) => [period, level3, value]);
      expect(await indicators(budgetId)).toEqual(await indicators(1));
    }));

  test('brings unspent money on both sides, fund by fund, with the projects it belongs to', () =>
    inSample(async (test) => {
      const { carryovers } = await test.call('carry.preview', { budgetId: 1 });
      const stated = carryovers
        .filter((_, at) => at % 3 === 0)
        .map(({ lineId, revision, amount }, at) => ({
          lineId,
          revision,
          amount: fen(at % 2 === 0 ? amount : Math.ceil(amount / 3)),
        }));
      const { budgetId, carryover } = await test.call('carry.apply', { ...byDefault, items: [], carryovers: stated });
      expect(carryover).toBe(sumFen(stated.map(({ amount }) => amount)));
      const lines = await listed(test, 'line', budgetId);
      expect(lines.every(({ origin }) => origin === 'carryover')).toBe(true);
      for (const fund of new Set(lines.map((each) => each.fund))) {
        const of = (side: string) => amounts(lines.filter((each) => each.fund === fund && each.side === side));
        expect(of('income')).toBe(of('expenditure'));
      }
      expect(await test.call('totals.get', { budgetId })).toMatchObject({ difference: 0, incomeCarryover: carryover });
      const old = new Set(stated.map(({ lineId }) => carryovers.find((each) => each.lineId === lineId)?.projectId));
      old.delete(null);
      expect(await listed(test, 'project', budgetId)).toHaveLength(old.size);
      const lineages = (await listed(test, 'project', null)).filter(({ lineage }) => lineage !== null);
      expect(lineages).toHaveLength(old.size * 2);
    }));

  test('works from a locked budget, whose projects get their mark, and marks are handed on', () =>
    inSample(async (test) => {
      const [{ parentId: _, ...budget } = never()] = await listed(test, 'budget', null);
      await add(test, 'budget', null, [{ ...budget, status: 'locked' }]);
      const order = { ...byDefault, items: ['project:2'] };
      const { budgetId } = await test.call('carry.apply', order);
      const again = await test.call('carry.apply', {
        ...order,
        budgetId,
        items: [`project:${(await listed(test, 'project', budgetId))[0]?.id}`],
      });
      const marks = (await listed(test, 'project', null)).flatMap(({ lineage }) => lineage ?? []);
      expect(again.year).toBe(2027);
      expect([marks.length, new Set(marks).size]).toEqual([3, 1]);
    }));

  test('is one step: undo leaves no trace of it, not even the marks', () =>
    inSample(async (test) => {
      const before = await dump(test);
      const preview = await test.call('carry.preview', { budgetId: 1 });
      await test.call('carry.apply', { ...byDefault, items: chosenOf(preview) });
      const [entry] = await test.call('history.list', { before: null, limit: 1, entity: null, rowId: null });
      expect(entry?.label).toBe('由2025年结转，新建2026年单位预算（一上）');
      await test.call('history.undo', {});
      expect(await dump(test)).toBe(before);
    }));

  test('moves the dates and names of a project of one year, and of no other', () =>
    inCore(async (test) => {
      await createBook(test);
      const { budgetId } = await test.call('budget.create', { unitId: 1, year: 2028, stage: 'first' });
      const given = { category: 'operations' } as const;
      await add(test, 'project', budgetId, [
        draft('project', {
          ...given,
          name: '2028年清扫（2028年—2029年）',
          startsOn: '2028-01-01',
          endsOn: '2028-02-29',
        }),
        draft('project', { ...given, name: '续建', startsOn: '2027-06-01', endsOn: '2028-12-31' }),
      ]);
      const items = ['project:1', 'project:2', 'yearsInNames'];
      const next = await test.call('carry.apply', { budgetId, stage: 'first', carryovers: [], items });
      expect(
        (await listed(test, 'project', next.budgetId)).map(({ name, startsOn, endsOn }) => [name, startsOn, endsOn]),
      ).toEqual([
        ['2029年清扫（2029年—2029年）', '2029-01-01', '2029-02-28'],
        ['续建', '2027-06-01', '2028-12-31'],
      ]);
    }));
});

test('whatever is chosen: what is carried over comes and goes in equal sums, and undo gives the book back', () =>
  fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(fc.boolean()),
      fc.infiniteStream(fc.integer({ min: 0, max: 100 })),
      (choices, shares) =>
        inSample(async (test) => {
          const before = await dump(test);
          const preview = await test.call('carry.preview', { budgetId: 1 });
          const picked = new Set<string>();
          for (const { id, needs } of preview.items) {
            if (choices.next().value === true && (needs === null || picked.has(needs))) picked.add(id);
          }
          const carryovers = preview.carryovers.map(({ lineId, revision, amount }) => ({
            lineId,
            revision,
            amount: fen(Math.floor((amount * Math.max(0, (shares.next().value ?? 0) - 50)) / 50)),
          }));
          const result = await test.call('carry.apply', { ...byDefault, items: [...picked], carryovers });
          const lines = await listed(test, 'line', result.budgetId);
          const carried = lines.filter(({ origin }) => origin === 'carryover');
          const of = (side: string) => amounts(carried.filter((each) => each.side === side));
          expect([of('income'), of('expenditure')]).toEqual([result.carryover, amounts(carryovers)]);
          expect(result.carryover).toBe(amounts(carryovers));
          const wanted = preview.items.filter(
            ({ kind, id }) => /Lines$/.test(kind) && kind !== 'incomeLines' && picked.has(id),
          );
          const current = lines.filter(({ origin, side }) => origin === 'current' && side === 'expenditure');
          expect(amounts(current)).toBe(amounts(wanted.map(({ amount }) => ({ amount: amount ?? 0 }))));
          await test.call('history.undo', {});
          expect(await dump(test)).toBe(before);
        }),
    ),
    { numRuns: 8 },
  ));

function never(): never {
  throw new Error('nothing there');
}
