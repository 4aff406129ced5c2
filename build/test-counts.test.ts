import { expect, test } from 'vitest';
import { addCounts, playwrightCounts, vitestCounts } from './test-counts.ts';

test('counts a skipped test as failed in either report', () => {
  expect(vitestCounts({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 })).toEqual({
    passed: 5,
    failed: 3,
  });
  expect(playwrightCounts({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 } })).toEqual({
    passed: 5,
    failed: 2,
  });
});

test('adds both', () => {
  expect(addCounts({ passed: 5, failed: 0 }, { passed: 4, failed: 3 })).toEqual({ passed: 9, failed: 3 });
});

test('does not take anything else for a report', () => {
  for (const report of [null, {}, { stats: {} }, 'text']) {
    expect(() => vitestCounts(report)).toThrow();
    expect(() => playwrightCounts(report)).toThrow();
  }
});
