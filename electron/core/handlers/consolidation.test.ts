import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draft, line } from '../../../db/book.fixture.ts';
import { fen, sumFen } from '../../../shared/money/fen.ts';
import { add, createBook, failureOf, inCore, listed, type TestCore } from '../core.fixture.ts';
import { readWorkbook } from '../import/xlsx/read-workbook.ts';

const UNIT = { superiorId: 1, level: 'county', kind: 'institution' } as const;
const BUDGET = { year: 2027, stage: 'first', status: 'draft' } as const;
const ALL = { budgetId: 1, consolidated: true } as const;
const EXPENDITURE = { ...ALL, no: 5, block: 0, row: 'f:2120501', column: 2 } as const;

/** A book whose unit 1 has units 2 and 3 below it, the second of which has no budget. */
async function department(test: TestCore): Promise<void> {
  await createBook(test);
  await add(test, 'unit', null, [
    draft('unit', { ...UNIT, code: '044001', name: '清运队' }),
    draft('unit', { ...UNIT, code: '044002', name: '绿化队', superiorId: 2 }),
  ]);
  await add(test, 'budget', null, [draft('budget', { ...BUDGET, unitId: 2 })]);
  await add(test, 'line', 1, [line({ amount: fen(3) })]);
  await add(test, 'line', 2, [line({ amount: fen(40) }), line({ amount: fen(500) })]);
}

test('a department’s cell is the sum of its units’ and answers which lines of which unit it is made of', () =>
  inCore(async (test) => {
    await department(test);
    const answer = await test.call('table.cellLines', EXPENDITURE);
    expect(answer.lines.map(({ parentId, amount }) => [parentId, amount])).toEqual([
      [1, 3],
      [2, 40],
      [2, 500],
    ]);
    expect([answer.total, answer.count]).toEqual([543, 3]);
    expect(answer.from).toEqual([
      { budgetId: 1, unitName: '环卫中心', total: 3, count: 1 },
      { budgetId: 2, unitName: '清运队', total: 540, count: 2 },
    ]);
    expect(await test.call('table.cellLines', { ...EXPENDITURE, consolidated: null })).toMatchObject({ total: 3 });
    expect((await test.call('totals.get', ALL)).expenditure).toBe(543);
  }));

test('the consolidation follows an edit of a unit, its undo, a renamed unit and a budget that is removed', () =>
  inCore(async (test) => {
    await department(test);
    const spent = async () => (await test.call('totals.get', ALL)).expenditure;
    const names = async () =>
      (await test.call('table.get', { ...ALL, no: 12 })).rows.map(({ cells }) => cells[0]?.text);
    expect([await spent(), await names()]).toEqual([543, ['环卫中心', '清运队']]);
    await add(test, 'line', 2, [line({ amount: fen(6_000) })]);
    expect(await spent()).toBe(6_543);
    await test.call('history.undo', {});
    expect(await spent()).toBe(543);
    const [, second] = await listed(test, 'unit', null);
    if (second === undefined) throw new Error('no unit');
    const { parentId: _parent, ...draftOf } = second;
    await test.call('unit.apply', { parentId: null, label: '改名', save: [{ ...draftOf, name: '新名' }], remove: [] });
    expect(await names()).toEqual(['环卫中心', '新名']);
    await test.call('budget.apply', { parentId: null, label: '删除', save: [], remove: [2] });
    expect([await spent(), await names()]).toEqual([3, ['环卫中心']]);
    await test.call('history.undo', {});
    expect(await spent()).toBe(543);
  }));

test('a unit without a budget of that stage is named, with the stages it has; so is one still in draft, and one that nobody is above', () =>
  inCore(async (test) => {
    await department(test);
    await add(test, 'budget', null, [draft('budget', { ...BUDGET, unitId: 3, stage: 'approved' })]);
    await add(test, 'unit', null, [draft('unit', { ...UNIT, superiorId: null, code: '045', name: '别的单位' })]);
    await add(test, 'budget', null, [draft('budget', { ...BUDGET, unitId: 4 })]);
    const { units, findings, outside, totals } = await test.call('consolidation.get', { budgetId: 1 });
    expect(units.map(({ code, depth, budget, stages }) => [code, depth, budget?.totals.expenditure, stages])).toEqual([
      ['044', 0, 3, ['一上']],
      ['044001', 1, 540, ['一上']],
      ['044002', 2, undefined, ['批复']],
    ]);
    expect(totals.expenditure).toBe(sumFen(units.flatMap(({ budget }) => budget?.totals.expenditure ?? [])));
    expect(outside).toEqual([{ id: 4, code: '045', name: '别的单位' }]);
    const said = findings.map(({ ruleId, message }) => `${ruleId} ${message}`);
    expect(said).toContain('consolidation-missing “绿化队”没有2027年（一上）预算，没有汇总在内；只有批复。');
    expect(said).toContain('consolidation-draft “清运队”的预算还在编制中，已按现有数字汇总，可能还会变。');
    // Cross-checks look at the consolidated tables: money is spent that nobody takes in.
    expect(said.some((each) => each.includes('表1') || each.startsWith('T1'))).toBe(true);
  }));

test('findings of many budgets are counted as the budgets are now, without pushing out the checks on screen', () =>
  inCore(async (test) => {
    await test.call('book.openSample', { which: 'invented-2025' });
    const counts = (budgetId: number) => test.call('check.counts', { budgetId });
    const before = await Promise.all([counts(1), counts(2), counts(3)]);
    await add(test, 'line', 2, [line({ nature: null, amount: fen(100) })]);
    const after = await Promise.all([counts(1), counts(2), counts(3)]);
    expect(after[1].error).toBeGreaterThan(before[1].error);
    expect([after[0], after[2]]).toEqual([before[0], before[2]]);
    const all = await test.call('check.run', { budgetId: 2 });
    expect(all.filter(({ severity, waived }) => severity === 'error' && !waived)).toHaveLength(after[1].error);
    expect(await counts(2)).toEqual(after[1]);
    expect((await failureOf(counts(99))).code).toBe('NOT_FOUND');
  }));

test('the department’s workbook has its name, its title and the units’ rows', () =>
  inCore(async (test) => {
    await test.call('book.openSample', { which: 'invented-2025' });
    test.choose = '部门.xlsx';
    await test.call('export.workbook', { ...ALL, jobId: 'w' });
    const sheets = await readWorkbook(readFileSync(join(test.folder, '部门.xlsx')), '部门.xlsx');
    expect(sheets).toHaveLength(14);
    const texts: string[] = [];
    for (const sheet of sheets) {
      let text = '';
      for await (const row of sheet.rows()) text += JSON.stringify(row);
      texts.push(text);
    }
    expect(texts[0]).toContain('2025年部门预算公开表');
    expect(texts.every((text) => text.includes('青屏县教育体育局'))).toBe(true);
    expect(texts[12]).toContain('职业');
  }));
