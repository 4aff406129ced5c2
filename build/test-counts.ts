/** Reads the counts out of the runners' JSON reports. A skipped test counts as failed: this project skips none. */

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

function numbersOf(value: unknown, names: readonly string[]): readonly number[] {
  if (typeof value !== 'object' || value === null) throw new TypeError('not a report');
  const record: Readonly<Record<string, unknown>> = { ...value };
  return names.map((name) => {
    const count = record[name];
    if (typeof count !== 'number') throw new TypeError(`report without ${name}`);
    return count;
  });
}

/** In: vitest's JSON report, parsed. Throws when it is none. */
export function vitestCounts(report: unknown): Counts {
  const [passed = 0, failed = 0, pending = 0, todo = 0] = numbersOf(report, [
    'numPassedTests',
    'numFailedTests',
    'numPendingTests',
    'numTodoTests',
  ]);
  return { passed, failed: failed + pending + todo };
}

/** In: Playwright's JSON report, parsed. A flaky test, which passed at its second try in CI, counts as passed; the list names it. */
export function playwrightCounts(report: unknown): Counts {
  const stats = typeof report === 'object' && report !== null && 'stats' in report ? report.stats : null;
  const [passed = 0, unexpected = 0, flaky = 0, skipped = 0] = numbersOf(stats, [
    'expected',
    'unexpected',
    'flaky',
    'skipped',
  ]);
  return { passed: passed + flaky, failed: unexpected + skipped };
}
