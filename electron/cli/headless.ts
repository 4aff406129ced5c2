/** The main job without a window: the sample book becomes the official workbook and the disclosure document. */
import { mkdir, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { createClient } from '../../shared/api/client.ts';
import { createSampleBook } from '../core/new-book.ts';
import { openCore } from '../core/open-core.ts';
import { chooseBudget } from './choose-budget.ts';
import { exportFiles } from './export-files.ts';
import { cliPort } from './port.ts';

const SAMPLE = 'lanxian-2025';
const BOOK = '示例账套.ysb';
const FILES: Readonly<Record<string, string>> = {
  xlsx: '预算公开表.xlsx',
  docx: '单位预算公开.docx',
  pdf: '单位预算公开.pdf',
};
const SHEETS = '绩效目标表';
const fixedName = (suggested: string) => FILES[extname(suggested).slice(1)] ?? suggested;
const ANY = { budget: null, unit: null, year: null, stage: null };

/**
 * Builds the sample book in `outFolder`, afresh each time, and exports workbook, document and goal sheets beside it. Says in Chinese
 * and English what was written and how long it took.
 * @throws FailureError when the folder cannot be written
 */
export async function headlessMainJob(outFolder: string): Promise<void> {
  const began = performance.now();
  const book = join(outFolder, BOOK);
  await mkdir(outFolder, { recursive: true });
  await rm(book, { force: true });
  const save = (suggested: string) =>
    join(outFolder, suggested.includes(SHEETS) ? `${SHEETS}${extname(suggested)}` : fixedName(suggested));
  const port = cliPort({ book, save });
  createSampleBook(book, SAMPLE, port);
  const core = openCore(port);
  try {
    const call = createClient((name, input) => core.dispatch(name, input));
    await call('book.open', { recentId: null });
    const { budget } = await chooseBudget(call, ANY);
    const { tables } = await call('table.all', { budgetId: budget.id });
    const files = await exportFiles(call, budget.id, console.log);
    const printed = files.some(({ name }) => extname(name) === '.pdf');
    const ask = { budgetId: budget.id, sheets: [], format: 'pdf', each: false, jobId: 'sheets' } as const;
    const written = printed ? [...files, await call('export.goalSheets', ask)] : files;
    // not an amount: seconds for the report
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const folder = basename(outFolder);
    console.log(`已建立示例账套 ${folder}/${BOOK}（${budget.words}）`);
    console.log(`Sample book built: ${folder}/${BOOK}`);
    for (const { name, bytes } of written) console.log(`已导出 ${folder}/${name}，${Math.ceil(bytes / 1024)} KB`);
    console.log(`共 ${tables.length} 张公开表，用时 ${seconds} 秒`);
    const names = written.map(({ name }) => `${folder}/${name}`).join(', ');
    console.log(`Exported: ${names}; ${tables.length} tables, in ${seconds} s`);
  } finally {
    await core.close();
    await port.close();
  }
}
