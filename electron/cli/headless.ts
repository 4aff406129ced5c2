/** The main job without a window: the sample book becomes the official workbook. */
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createClient } from '../../shared/api/client.ts';
import { createSampleBook } from '../core/new-book.ts';
import { openCore } from '../core/open-core.ts';
import { chooseBudget } from './choose-budget.ts';
import { cliPort } from './port.ts';

const SAMPLE = 'lanxian-2025';
const BOOK = '示例账套.ysb';
const WORKBOOK = '预算公开表.xlsx';
const ANY = { budget: null, unit: null, year: null, stage: null };

/**
 * Builds the sample book in `outFolder`, afresh each time, and exports its workbook beside it. Says in Chinese and
 * English what was written and how long it took.
 * @throws FailureError when the folder cannot be written
 */
export async function headlessMainJob(outFolder: string): Promise<void> {
  const began = performance.now();
  const book = join(outFolder, BOOK);
  await mkdir(outFolder, { recursive: true });
  await rm(book, { force: true });
  const port = cliPort({ book, save: () => join(outFolder, WORKBOOK) });
  createSampleBook(book, SAMPLE, port);
  const core = openCore(port);
  try {
    const call = createClient((name, input) => core.dispatch(name, input));
    await call('book.open', { recentId: null });
    const { budget } = await chooseBudget(call, ANY);
    const { tables } = await call('table.all', { budgetId: budget.id });
    const written = await call('export.workbook', { budgetId: budget.id, jobId: 'headless' });
    // not an amount: seconds for the report
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const folder = basename(outFolder);
    console.log(`已建立示例账套 ${folder}/${BOOK}（${budget.words}）`);
    console.log(`Sample book built: ${folder}/${BOOK}`);
    console.log(
      `已导出 ${folder}/${written.name}：${tables.length} 张公开表，${Math.ceil(written.bytes / 1024)} KB，用时 ${seconds} 秒`,
    );
    console.log(`Workbook exported: ${folder}/${written.name}, ${tables.length} tables, in ${seconds} s`);
  } finally {
    await core.close();
  }
}
