import { expect, test } from 'vitest';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { countByPage } from './counts.ts';

const found = (change: Partial<KeptFinding>): KeptFinding => ({
  key: 'k',
  ruleId: 'r',
  severity: 'error',
  message: '。',
  basis: '',
  location: { kind: 'row', entity: 'line', id: 1, field: 'amount', page: 'income' },
  order: [],
  project: null,
  ...change,
});

test('findings are counted by the page on which they are mended', () => {
  const pages = countByPage([
    found({}),
    found({ location: { kind: 'row', entity: 'indicator', id: 1, field: 'value' }, severity: 'warning' }),
    found({ location: { kind: 'narrative', section: 'change.reason' }, severity: 'advice' }),
    found({ ruleId: 'goal-unit-missing', location: { kind: 'budget' }, severity: 'advice' }),
  ]);
  expect(Object.fromEntries(pages)).toEqual({
    income: { error: 1, warning: 0, advice: 0 },
    goals: { error: 0, warning: 1, advice: 1 },
    document: { error: 0, warning: 0, advice: 1 },
  });
});

test('a waived finding is open nowhere', () => {
  const waived = { waiverId: 1, reason: '等待财政分配', madeBy: null, madeOn: null };
  expect([...countByPage([found({ severity: 'warning', waived })])]).toEqual([]);
});
