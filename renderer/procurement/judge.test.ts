import { describe, expect, test } from 'vitest';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import type { Values } from '../../shared/intake/values.ts';
import { setsInForce } from '../../shared/procurement/in-force.ts';
import { Purchases } from '../../shared/procurement/purchases.ts';
import { SHIPPED_RULE_SETS } from '../../shared/procurement/rule-sets/index.ts';
import type { GridRow } from '../grid/compose-row.ts';
import { newPurchase } from './columns.ts';
import { itemFrom } from './item.ts';
import { makeJudge } from './judge.ts';

const wan = (amount: number) => amount * 1_000_000;
const sets = setsInForce(SHIPPED_RULE_SETS, '山西省吕梁市岚县', '2025-01-01');

const isOf = (location: KeptFinding['location'], id: number) => location.kind === 'row' && location.id === id;

function desk(...stored: readonly Values[]) {
  return deskWith([], ...stored);
}

function deskWith(waived: readonly KeptFinding[], ...stored: readonly Values[]) {
  const purchases = new Purchases({ level: 'county', sets, projectOfLine: () => null });
  const put = (id: number, values: Values) => {
    const item = itemFrom(id, values);
    if (item !== null) purchases.put(item);
  };
  for (const [index, values] of stored.entries()) put(index + 1, values);
  const judge = makeJudge({
    purchases,
    ruleSets: sets,
    nameOf: () => '甲',
    lineOf: () => undefined,
    waivedOf: (id) => new Map(waived.filter(({ location }) => isOf(location, id)).map((one) => [one.ruleId, one])),
    budgeted: { project: () => wan(100), line: () => 0 },
    overspent: ({ bought }) => `采购合计${bought}`,
  });
  return { judge, put };
}

const item = (values: Values): Values => ({
  ...newPurchase(null),
  projectId: 1,
  category: 'goods',
  name: '护栏',
  ...values,
});
const row = (values: Values, id: number | null = null): GridRow => ({
  key: id === null ? 'blank' : `r${id}`,
  id,
  values,
  typed: {},
  problems: {},
  state: 'saved',
  reason: null,
});

describe('a row of 采购', () => {
  test('is marked at method and amount where the amount no longer allows the method, also before it is stored', () => {
    const { judge } = desk();
    const below = judge.marksOf(row(item({ method: '自行采购', amount: wan(30) - 1 })));
    expect(below?.method).toBeUndefined();
    const at = judge.marksOf(row(item({ method: '自行采购', amount: wan(30) })));
    expect(at?.method?.severity).toBe('error');
    expect(at?.amount?.message).toBe(at?.method?.message);
  });

  test('is not marked for what has been waived, until another thing is said of it', () => {
    const stored = item({ method: '公开招标', amount: wan(30), imported: true });
    const found = desk(stored)
      .judge.judge(row(stored, 1))
      ?.findings.find(({ ruleId }) => ruleId === 'procurement-imported');
    const { ruleId, severity, message, basis } = found ?? expect.fail();
    const waived: KeptFinding = {
      ...{ ruleId, severity, message, basis, key: 'k', order: [], project: 1 },
      location: { kind: 'row', entity: 'procurement', id: 1, field: 'imported' },
      waived: { waiverId: 1, reason: '已经财政批复', madeBy: null, madeOn: null },
    };
    const { judge } = deskWith([waived], stored);
    expect(judge.marksOf(row(stored, 1))?.imported).toBeUndefined();
    expect(judge.judge(row(stored, 1))?.findings.find((one) => one.ruleId === ruleId)?.waived?.reason).toBe(
      '已经财政批复',
    );
    const other = deskWith([{ ...waived, message: '别的话。' }], stored).judge;
    expect(other.marksOf(row(stored, 1))?.imported?.severity).toBe('warning');
  });

  test('says nothing while its category or amount is missing', () => {
    const { judge } = desk();
    expect(judge.judge(row(item({ amount: null })))).toBeNull();
    expect(judge.marksOf(row(newPurchase(null)))).toEqual({});
  });

  test('is red where all purchases of its project come to more than the project has', () => {
    const { judge } = desk(item({ amount: wan(60), method: '询价' }));
    const typed = (amount: number) => judge.marksOf(row(item({ name: '灯具', amount, method: '询价' })))?.amount;
    expect(typed(wan(40))?.severity).not.toBe('error');
    expect(typed(wan(40) + 1)).toEqual({ severity: 'error', message: `采购合计${wan(100) + 1}` });
  });

  test('is judged anew when another purchase has changed', () => {
    const { judge, put } = desk(item({ amount: wan(20) }), item({ amount: wan(5) }));
    const one = row(item({ amount: wan(20) }), 1);
    expect(judge.judge(one)?.assessment.batch?.stricter).toBeNull();
    put(2, item({ amount: wan(10) }));
    expect(judge.judge(one)?.assessment.batch?.stricter?.answer).toBe('law');
  });
});
