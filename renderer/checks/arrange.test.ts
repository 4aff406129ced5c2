import { describe, expect, test } from 'vitest';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { arrange } from './arrange.ts';
import type { GroupNames } from './groups.ts';
import { NO_FILTER, type ReviewState } from './review-state.ts';
import { nextOpen } from './trail.ts';

const NAMES: GroupNames = {
  projects: new Map([
    [9, '道路清扫'],
    [3, '垃圾清运'],
  ]),
  tables: new Map([[5, '表5　一般公共预算支出表']]),
  rules: new Map([['goal-amount', '绩效目标表年度资金等于项目预算']]),
};
const WAIVED = { waiverId: 1, reason: '等待财政分配', madeBy: '张三', madeOn: '2026-11-25' };

const found = (key: string, change: Partial<KeptFinding>): KeptFinding => ({
  key,
  ruleId: 'line-amount-zero',
  severity: 'warning',
  message: `第${key}条。`,
  basis: '依据',
  location: { kind: 'row', entity: 'line', id: 1, field: 'amount', page: 'spending' },
  order: [],
  project: null,
  ...change,
});
/** Worst first, as the list gets them. */
const ALL = [
  found('a', {
    severity: 'error',
    ruleId: 'T5-levels',
    location: { kind: 'cell', cell: { table: 5, block: 0, row: 'f:212', column: 2 } },
  }),
  found('b', {
    severity: 'error',
    ruleId: 'goal-amount',
    project: 3,
    location: { kind: 'row', entity: 'goalSheet', id: 1, field: null },
  }),
  found('c', { project: 9 }),
  found('d', { waived: WAIVED }),
  found('e', { severity: 'advice' }),
];
const look = (change: Partial<ReviewState>) =>
  arrange(ALL, { ...NO_FILTER, grouping: 'severity', chosen: null, closed: new Set(), ...change }, NAMES);
const keys = (change: Partial<ReviewState>) => look(change).findings.map(({ key }) => key);
const groups = (change: Partial<ReviewState>) =>
  look(change).rows.flatMap((row) => (row.kind === 'group' ? [row.label] : []));

describe('the list of findings', () => {
  test('shows the open ones, the waived ones, or both with the waived ones apart at the end', () => {
    expect(keys({})).toEqual(['a', 'b', 'c', 'e']);
    expect(keys({ state: 'waived' })).toEqual(['d']);
    expect(keys({ state: 'all' })).toEqual(['a', 'b', 'c', 'e', 'd']);
    expect(groups({ state: 'all' }).at(-1)).toBe('已放行');
  });

  test('is narrowed down by severity, by kind, and by words of message, rule, project and reason', () => {
    expect(keys({ severity: 'error' })).toEqual(['a', 'b']);
    expect(keys({ kind: 'spending' })).toEqual(['c', 'e']);
    expect(keys({ query: '年度资金' })).toEqual(['b']);
    expect(keys({ query: ' 道路 第c ' })).toEqual(['c']);
    expect(keys({ query: '财政分配', state: 'all' })).toEqual(['d']);
    expect(keys({ query: '没有的词' })).toEqual([]);
  });

  test('counts every severity whichever is asked for', () => {
    expect(look({ severity: 'error' }).counts).toEqual({ error: 2, warning: 1, advice: 1 });
  });

  test('is grouped by table, project in book order, and rule', () => {
    expect(groups({ grouping: 'table' })).toEqual(['表5　一般公共预算支出表', '支出明细', '绩效目标表']);
    expect(groups({ grouping: 'project' })).toEqual(['道路清扫', '垃圾清运', '不属于某个项目']);
    expect(groups({ grouping: 'rule' })).toEqual(['T5-levels', '绩效目标表年度资金等于项目预算', 'line-amount-zero']);
  });

  test('leaves out what stands in a folded group, and still knows it', () => {
    const { rows, findings } = look({ closed: new Set(['error']) });
    expect(rows.map(({ key }) => key)).toEqual(['error', 'warning', 'c', 'advice', 'e']);
    expect(findings).toHaveLength(4);
  });
});

test('the next finding is the next that is still there and not waived', () => {
  const order = ['a', 'gone', 'd', 'e'];
  const of = (key: string) => ALL.find((one) => one.key === key);
  expect(nextOpen(order, 0, 1, of)?.key).toBe('e');
  expect(nextOpen(order, 3, -1, of)?.key).toBe('a');
  expect(nextOpen(order, 3, 1, of)).toBeNull();
});
