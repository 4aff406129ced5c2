/** The sample's 48 goal sheets as one PDF in one call, beside a bare page.pdf() of the same HTML. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBook } from '../../db/open.ts';
import type { Job } from '../../electron/core/context.ts';
import { readSheets } from '../../electron/core/export/goal-sheets/sheet-facts.ts';
import { sheetsPdf } from '../../electron/core/export/goal-sheets/sheets-pdf.ts';
import { createSampleBook } from '../../electron/core/new-book.ts';
import { printers } from './bare-printing.ts';
import type { Benchmark } from './harness.ts';

const JOB: Job = { signal: new AbortController().signal, progress: () => undefined, check: () => undefined };
const MAKER = { user: 'bench', now: () => new Date() };

export const goalSheets: Benchmark = {
  name: '48 goal sheets as one PDF',
  goal: { atMost: 1.25 },
  rounds: 5,
  prepare: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yusuan-bench-'));
    const path = join(folder, '示例.ysb');
    createSampleBook(path, 'lanxian-2025', MAKER);
    const book = openBook(path, { ...MAKER, mode: 'read' });
    const { print, bare, close } = await printers();
    const ours = () => sheetsPdf({ ...readSheets(book, 1, []), print, job: JOB });
    await ours();
    return {
      ours,
      reference: bare,
      done: async () => {
        await close();
        book.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};
