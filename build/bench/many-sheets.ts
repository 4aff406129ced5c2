/** What 1,000 goal sheets as docx take in memory on top of a process that has read them, beside 100 of them. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Benchmark } from './harness.ts';

export const manySheetsMemory: Benchmark = {
  name: '1,000 goal sheets as docx, memory',
  goal: { within: 400, unit: 'MB' },
  rounds: 1,
  prepare: () => {
    const grown = (sheets: number): number => {
      const child = join(import.meta.dirname, 'many-sheets-child.ts');
      // not an amount: megabytes
      return Number(execFileSync(process.execPath, [child, String(sheets)], { encoding: 'utf8' }));
    };
    return { ours: () => grown(1000), reference: () => grown(100) };
  },
};
