import { expect, test } from 'vitest';
import { line } from '../../../db/book.fixture.ts';
import { fen } from '../../../shared/money/fen.ts';
import { add, createBook, failureOf, inCore, listed, type TestCore } from '../core.fixture.ts';

const INCOME = line({ side: 'income', nature: null, deptEconomic: null, amount: fen(0) });

const OTHER_UNIT = { unitCode: '001', unitName: '别的单位', level: 'county', unitKind: 'institution', year: 2027 };

const found = async (core: TestCore, ruleId: string) =>
  (await core.call('check.run', { budgetId: 1 })).filter((one) => one.ruleId === ruleId);

test('a warning is waived with a reason that stays, is undone, and lapses when the facts change', () =>
  inCore(async (core) => {
    await createBook(core);
    const [income] = await add(core, 'line', 1, [INCOME]);
    const [zero] = await found(core, 'line-amount-zero');
    expect(zero).toMatchObject({ severity: 'warning' });
    const waive = { budgetId: 1, keys: [zero?.key ?? ''], reason: '等待财政分配' };
    expect((await failureOf(core.call('check.waive', { ...waive, reason: ' ' }))).code).toBe('INVALID_INPUT');
    await core.call('check.waive', waive);
    const waived = { reason: '等待财政分配', madeBy: '张三', madeOn: '2026-11-23' };
    expect((await found(core, 'line-amount-zero'))[0]?.waived).toMatchObject(waived);
    await core.call('history.undo', {});
    expect((await found(core, 'line-amount-zero'))[0]?.waived).toBeUndefined();
    await core.call('history.redo', {});
    // Lines that come above it move its place, not its facts.
    const { parentId: _, ...first } = income ?? expect.fail();
    await add(core, 'line', 1, [{ ...INCOME, amount: fen(500), position: first.position - 1 }]);
    expect((await found(core, 'line-amount-zero'))[0]).toMatchObject({
      message: expect.stringMatching(/第2行/),
      waived,
    });
    // The finding says something else once the line is an expenditure: the reason was not given for that.
    const spent = { ...first, side: 'expenditure' as const, nature: 'basic' as const, deptEconomic: '30201' };
    await core.call('line.apply', { parentId: 1, label: '改', save: [{ ...spent, amount: fen(7) }], remove: [] });
    expect(await found(core, 'line-amount-zero')).toEqual([]);
    const lapsed = await core.call('check.lapsed', { budgetId: 1 });
    expect(lapsed.map(({ reason }) => reason)).toEqual(['等待财政分配']);
    await core.call('check.unwaive', { budgetId: 1, waivers: lapsed.map(({ id }) => id) });
    expect(await listed(core, 'waiver', 1)).toEqual([]);
  }));

test('an error cannot be waived', () =>
  inCore(async (core) => {
    await createBook(core);
    await add(core, 'line', 1, [{ ...INCOME, functional: null, amount: fen(5) }]);
    const [error] = await found(core, 'line-functional-missing');
    const refused = core.call('check.waive', { budgetId: 1, keys: [error?.key ?? ''], reason: '以后再说' });
    expect((await failureOf(refused)).sentence).toBe('放行说明：错误必须改正，不能放行。');
  }));

test('waivers travel with an exported budget and hold for the same rows there', () =>
  inCore(async (core) => {
    await createBook(core);
    await add(core, 'line', 1, [{ ...INCOME, amount: fen(5) }, INCOME]);
    const [zero] = await found(core, 'line-amount-zero');
    await core.call('check.waive', { budgetId: 1, keys: [zero?.key ?? ''], reason: '等待财政分配' });
    core.choose = '数据.json';
    await core.call('export.interchange', { budgetId: 1, jobId: 'a' });
    core.choose = '另一本.ysb';
    await core.call('book.create', OTHER_UNIT);
    // Rows that are there already, so that the same ids cannot come about.
    await add(core, 'line', 1, [{ ...INCOME, amount: fen(9) }]);
    core.choose = '数据.json';
    await core.call('import.interchange', { jobId: 'b' });
    const [, imported] = await listed(core, 'budget', null);
    const there = await core.call('check.run', { budgetId: imported?.id ?? 0 });
    expect(there.find(({ ruleId }) => ruleId === 'line-amount-zero')?.waived?.reason).toBe('等待财政分配');
  }));

test('waivers of rows that are gone stay behind: an exported budget can always be taken in again', () =>
  inCore(async (core) => {
    await createBook(core);
    const lines = await add(core, 'line', 1, [INCOME, INCOME, INCOME]);
    const zeros = await found(core, 'line-amount-zero');
    await core.call('check.waive', { budgetId: 1, keys: zeros.map(({ key }) => key), reason: '等待财政分配' });
    const gone = lines.slice(1).map(({ id }) => id);
    await core.call('line.apply', { parentId: 1, label: '删除', save: [], remove: gone });
    expect(await listed(core, 'waiver', 1)).toHaveLength(3);
    core.choose = '数据.json';
    await core.call('export.interchange', { budgetId: 1, jobId: 'a' });
    core.choose = '另一本.ysb';
    await core.call('book.create', OTHER_UNIT);
    core.choose = '数据.json';
    await core.call('import.interchange', { jobId: 'b' });
    const [, imported] = await listed(core, 'budget', null);
    expect(await listed(core, 'waiver', imported?.id ?? 0)).toMatchObject([{ reason: '等待财政分配' }]);
  }));

const SPENT = line({ amount: fen(0) });

test('a waived finding counts as open nowhere, and is counted apart', () =>
  inCore(async (core) => {
    await createBook(core);
    const project = { code: null, category: 'specificTarget', startsOn: null, endsOn: null } as const;
    const [{ id: projectId } = expect.fail()] = await add(core, 'project', 1, [
      {
        ...project,
        id: null,
        revision: null,
        position: null,
        name: '清扫',
        continues: false,
        confidential: false,
        note: null,
        lineage: null,
      },
    ]);
    await add(core, 'line', 1, [{ ...SPENT, nature: 'project', projectId, amount: fen(0) }]);
    const warnings = async () => {
      const { findings } = await core.call('overview.get', { budgetId: 1 });
      const [overview] = await core.call('project.overview', { budgetId: 1 });
      return { ...findings, ofProject: overview?.findings.warning };
    };
    const before = await warnings();
    const about = (await core.call('check.run', { budgetId: 1 })).filter(
      ({ severity, project: of }) => severity === 'warning' && of === projectId,
    );
    expect(about.length).toBeGreaterThan(1);
    const keys = about.map(({ key }) => key);
    await core.call('check.waive', { budgetId: 1, keys, reason: '年中再定' });
    expect(await warnings()).toEqual({
      ...before,
      warning: before.warning - keys.length,
      waived: keys.length,
      ofProject: 0,
    });
  }));
