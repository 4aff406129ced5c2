import { describe, expect, test } from 'vitest';
import { draft } from '../../../db/book.fixture.ts';
import { add, failureOf, inCore, listed, type TestCore } from '../core.fixture.ts';
import { everything, threeProjects } from './projects.fixture.ts';

const book = (run: (test: TestCore) => Promise<void>) =>
  inCore(async (core) => {
    await threeProjects(core);
    await run(core);
  });
const undo = (core: TestCore) => core.call('history.undo', {});
const overview = async (core: TestCore) => await core.call('goal.overview', { budgetId: 1 });
const goal = (fields: Parameters<typeof draft<'indicator'>>[1]) =>
  draft('indicator', { period: 'implementation', level1: '产出指标', level2: '数量指标', value: '10', ...fields });

describe('making goal sheets', () => {
  test('fills them from the unit, the project and its lines, as one step', () =>
    book(async (core) => {
      const before = await everything(core);
      const { sheetIds } = await core.call('goal.make', {
        budgetId: 1,
        form: 'costUnderOutput',
        projectIds: [3],
        overall: true,
      });
      const sheets = (await listed(core, 'goalSheet', 1)).filter(({ id }) => sheetIds.includes(id));
      expect(sheets).toMatchObject([
        { projectId: 3, form: 'costUnderOutput', supervisorCode: '044', implementer: '环卫中心', annualTotal: 0 },
        { projectId: null, annualTotal: 60_013, annualLocal: 60_013, annualOther: 0, implTotal: 60_013 },
      ]);
      await undo(core);
      expect(await everything(core)).toBe(before);
    }));

  test('is refused for a project that has one, and for one of another budget', () =>
    book(async (core) => {
      const before = await everything(core);
      const ask = { budgetId: 1, form: 'costFirst', overall: false };
      expect((await failureOf(core.call('goal.make', { ...ask, projectIds: [3, 1] }))).code).toBe('DUPLICATE');
      expect((await failureOf(core.call('goal.make', { ...ask, projectIds: [99] }))).code).toBe('NOT_FOUND');
      expect((await failureOf(core.call('goal.make', { ...ask, projectIds: [] }))).code).toBe('INVALID_INPUT');
      const unknown = core.call('goal.make', { ...ask, form: '没有的表式', projectIds: [3] });
      expect((await failureOf(unknown)).code).toBe('INVALID_INPUT');
      expect(await everything(core)).toBe(before);
    }));
});

test('the overview has every project in book order behind the unit, with money by fund and findings', () =>
  book(async (core) => {
    const all = await overview(core);
    expect(all.map(({ name, sheetId, spent }) => [name, sheetId, spent])).toEqual([
      ['环卫中心', null, 60_013],
      ['甲', 1, 30_003],
      ['乙', 2, 30_003],
      ['丙', null, 0],
    ]);
    expect(all[1]?.lines).toEqual([
      { fund: 'generalPublic', amount: 10_001 },
      { fund: 'governmentFund', amount: 20_002 },
    ]);
    // The indicators of the fixture stand under levels that no form has.
    expect(all[2]).toMatchObject({ indicators: { implementation: 0, annual: 2 }, state: 'wrong' });
    expect(all[2]?.findings.warning).toBeGreaterThan(0);
  }));

describe('copying to the year', () => {
  test('keeps the order of 实施期, changes what has the same name and can be undone', () =>
    book(async (core) => {
      await add(core, 'indicator', 1, [goal({ level3: '子' }), goal({ level3: '丑' }), goal({ level3: '寅' })]);
      await add(core, 'indicator', 1, [goal({ period: 'annual', level3: '寅', value: '1' })]);
      const before = await everything(core);
      const all = { sheetId: 1, indicators: [], all: true, goal: true };
      expect((await core.call('goal.copyToAnnual', all)).indicators).toBe(3);
      const annual = (await listed(core, 'indicator', 1)).filter(({ level1, period }) => {
        return period === 'annual' && level1 === '产出指标';
      });
      expect(annual.map(({ level3, value }) => [level3, value])).toEqual([
        ['子', '10'],
        ['丑', '10'],
        ['寅', '10'],
      ]);
      await undo(core);
      expect(await everything(core)).toBe(before);
    }));

  test('of one indicator touches no other, and of the goal only the goal', () =>
    book(async (core) => {
      const [one] = await add(core, 'indicator', 1, [goal({ level3: '子' }), goal({ level3: '丑' })]);
      const sheets = await listed(core, 'goalSheet', 1);
      const { parentId: _parent, ...sheet } = sheets[0] ?? expect.fail();
      await add(core, 'goalSheet', 1, [{ ...sheet, position: null, implGoal: '总目标' }]);
      const ask = { sheetId: 1, indicators: [one?.id ?? 0], all: false, goal: true };
      expect((await core.call('goal.copyToAnnual', ask)).indicators).toBe(1);
      expect((await listed(core, 'indicator', 1)).filter(({ period }) => period === 'annual')).toHaveLength(2);
      expect((await listed(core, 'goalSheet', 1))[0]).toMatchObject({ annualGoal: '总目标', basis: '依据甲' });
    }));
});

describe('reuse', () => {
  test('takes chosen parts from a sheet of another form, indicators brought to this one', () =>
    book(async (core) => {
      const ask = { budgetId: 1, form: 'costUnderOutput', projectIds: [3], overall: false };
      const { sheetIds } = await core.call('goal.make', ask);
      const id = sheetIds[0] ?? 0;
      await add(core, 'indicator', 1, [goal({ level1: '成本指标', level2: '经济成本指标', level3: '总成本' })]);
      const before = await everything(core);
      await core.call('goal.reuse', {
        sheetId: id,
        revision: 1,
        fromSheetId: 1,
        parts: ['texts', 'implementation'],
        replace: false,
        moveYears: true,
      });
      expect((await listed(core, 'goalSheet', 1)).find((sheet) => sheet.id === id)).toMatchObject({
        basis: '依据甲',
        form: 'costUnderOutput',
        annualTotal: 0,
      });
      expect(await listed(core, 'indicator', id)).toMatchObject([
        { level1: '产出指标', level2: '成本指标', level3: '总成本', period: 'implementation' },
      ]);
      await undo(core);
      expect(await everything(core)).toBe(before);
    }));

  test('replaces the indicators of the periods taken only when told to', () =>
    book(async (core) => {
      await add(core, 'indicator', 1, [goal({ level3: '子' })]);
      const ask = { sheetId: 1, revision: 1, fromSheetId: 2, parts: ['annual'], moveYears: false } as const;
      await core.call('goal.reuse', { ...ask, replace: false });
      expect(await listed(core, 'indicator', 1)).toHaveLength(4);
      await undo(core);
      await core.call('goal.reuse', { ...ask, replace: true });
      expect((await listed(core, 'indicator', 1)).map(({ level3 }) => level3)).toEqual(['子', '清扫', '转运']);
      const stale = core.call('goal.reuse', { ...ask, parts: ['texts'], revision: 99, replace: true });
      expect((await failureOf(stale)).code).toBe('CONFLICT');
    }));

  test('offers the same project of last year first, then one of its name', () =>
    book(async (core) => {
      const preview = await core.call('carry.preview', { budgetId: 1 });
      const items = preview.items.filter(({ id }) => !/prior/.test(id)).map(({ id }) => id);
      const { budgetId } = await core.call('carry.apply', { budgetId: 1, stage: 'first', items, carryovers: [] });
      const sheets = await listed(core, 'goalSheet', budgetId);
      const sources = await core.call('goal.sources', { sheetId: sheets[0]?.id ?? 0 });
      expect(sources[0]).toMatchObject({ year: 2027, name: '甲', likeness: 'same', form: '成本单列一级指标' });
      expect(sources.filter(({ likeness }) => likeness === 'same')).toHaveLength(1);
      expect(sources.map(({ sheetId }) => sheetId)).not.toContain(sheets[0]?.id);
    }));
});

test('another form takes the indicators along, and the same form again changes nothing more', () =>
  book(async (core) => {
    await add(core, 'indicator', 1, [goal({ level1: '成本指标', level2: '社会成本指标', level3: '子' })]);
    const before = await everything(core);
    expect((await core.call('goal.changeForm', { sheets: [1, 2], form: 'costUnderOutput' })).indicators).toBe(4);
    expect((await listed(core, 'indicator', 1)).map(({ level1, level2 }) => [level1, level2])).toEqual([
      ['产出指标', '数量指标'],
      ['产出指标', '成本指标'],
    ]);
    expect((await core.call('goal.changeForm', { sheets: [1], form: 'costUnderOutput' })).indicators).toBe(0);
    await undo(core);
    expect(await everything(core)).toBe(before);
  }));

test('the library counts sheets, not rows, over all budgets, and an indicator knows its sheet', () =>
  book(async (core) => {
    await add(core, 'indicator', 2, [
      goal({ level3: '清扫面积', operator: '≥', measure: '平方米' }),
      goal({ level3: '清扫面积', operator: '≥', measure: '平方米', period: 'annual' }),
    ]);
    const library = await core.call('goal.library', {});
    expect(library.数量指标?.[0]).toMatchObject({ level3: '清扫面积', operator: '≥', measure: '平方米', uses: 1 });
    expect(library.数量?.map(({ level3, uses }) => [level3, uses])).toEqual([
      ['清扫', 2],
      ['转运', 1],
    ]);
    expect(await core.call('goal.sheetOf', { indicatorId: 3 })).toBe(2);
    expect(await core.call('goal.sheetOf', { indicatorId: 999 })).toBeNull();
  }));

test('nothing of this changes a locked budget', () =>
  book(async (core) => {
    const [stored] = await listed(core, 'budget', null);
    const { parentId: _parent, ...budget } = stored ?? expect.fail();
    await add(core, 'budget', null, [{ ...budget, position: null, status: 'locked' }]);
    const before = await everything(core);
    const codes = [
      core.call('goal.make', { budgetId: 1, form: 'costFirst', projectIds: [3], overall: false }),
      core.call('goal.copyToAnnual', { sheetId: 1, indicators: [], all: true, goal: true }),
      core.call('goal.changeForm', { sheets: [1], form: 'costUnderOutput' }),
      core.call('goal.reuse', {
        ...{ sheetId: 1, revision: 1, fromSheetId: 2, parts: ['texts', 'annual'] },
        ...{ replace: true, moveYears: false },
      }),
    ].map(async (call) => (await failureOf(call)).code);
    expect(new Set(await Promise.all(codes))).toEqual(new Set(['BOOK_LOCKED_BUDGET']));
    expect(await everything(core)).toBe(before);
  }));
