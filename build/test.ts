/**
 * `npm test`: unit tests, then journeys, both to the end even when the first fail; counts of both at the end.
 * `--summary=FILE` also writes the counts as JSON, for .ci/run.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runTool } from './run.ts';
import { addCounts, type Counts, playwrightCounts, vitestCounts } from './test-counts.ts';

const UNIT_REPORT = path.join(ROOT, 'out', 'unit-report.json');
const E2E_REPORT = path.join(ROOT, 'out', 'e2e-report.json');

/** Reads a report. A runner that left none did not run: that counts as one failure. */
function counted(file: string, read: (report: unknown) => Counts): Counts {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

mkdirSync(path.join(ROOT, 'out'), { recursive: true });
for (const report of [UNIT_REPORT, E2E_REPORT]) rmSync(report, { force: true });

const unit = await runTool('vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${UNIT_REPORT}`,
]);
const e2e = await runTool('@playwright/test/cli.js', ['test']);
const total = addCounts(counted(UNIT_REPORT, vitestCounts), counted(E2E_REPORT, playwrightCounts));
const good = unit.code === 0 && e2e.code === 0;
// A runner can fail without a failed test: an error outside of any, or no tests found.
const counts = good || total.failed > 0 ? total : { ...total, failed: 1 };

const summary = process.argv.find((arg) => arg.startsWith('--summary='))?.slice('--summary='.length);
if (summary !== undefined) writeFileSync(path.resolve(ROOT, summary), JSON.stringify(counts));
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = good && counts.failed === 0 ? 0 : 1;
