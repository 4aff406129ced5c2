/** The sample's whole disclosure as PDF, page numbers in its contents included, beside a bare page.pdf() of the same HTML. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSampleBook } from '../../electron/core/new-book.ts';
import { openCore } from '../../electron/core/open-core.ts';
import { createClient } from '../../shared/api/client.ts';
import { printers } from './bare-printing.ts';
import type { Benchmark } from './harness.ts';

export const disclosure: Benchmark = {
  name: 'whole disclosure as PDF',
  goal: { atMost: 1.25 },
  rounds: 5,
  prepare: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yusuan-bench-'));
    const path = join(folder, '示例.ysb');
    const maker = { user: 'bench', now: () => new Date() };
    createSampleBook(path, 'lanxian-2025', maker);
    const { print, bare, close } = await printers();
    const core = openCore({
      ...maker,
      chooseOpen: async () => path,
      chooseSave: async ({ suggestedName }) => join(folder, suggestedName),
      chooseFolder: async () => folder,
      printPdf: print,
      reveal: async () => undefined,
      emit: () => undefined,
      dataFolder: join(folder, 'data'),
    });
    const call = createClient(core.dispatch);
    await call('book.open', { recentId: null });
    // As in the window: the numbers of the last printing are at hand.
    const ours = () => call('export.pdf', { budgetId: 1, jobId: 'pdf' });
    await ours();
    return {
      ours,
      reference: bare,
      done: async () => {
        await core.close();
        await close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};
