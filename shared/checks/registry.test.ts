import { expect, test } from 'vitest';
import { ruleEntries, SCOPE_LABELS } from './registry.ts';

const entry = (id: string) => ruleEntries.find((one) => one.id === id);

test('every rule on budgets has an id of its own, a scope, a basis and a place', () => {
  expect(new Set(ruleEntries.map(({ id }) => id)).size).toBe(ruleEntries.length);
  for (const { id, title, scope, basis, place } of ruleEntries) {
    expect(
      [title, SCOPE_LABELS[scope], basis, place].every((text) => text !== ''),
      id,
    ).toBe(true);
  }
});

test('the scope says whether figures of one table are compared, several tables, or records', () => {
  expect(entry('T1-balance')).toMatchObject({ scope: 'table', place: '表1', fix: null });
  expect(entry('T12-T13-T3')).toMatchObject({ scope: 'tables', place: '表3、表12、表13' });
  expect(entry('line-gov-differs')).toMatchObject({
    scope: 'line',
    place: '预算明细·政府预算支出经济分类',
    fix: { label: '改为对应的科目', all: true },
  });
  expect(entry('narrative-reason')).toMatchObject({ scope: 'paragraph', place: '预算说明' });
});
