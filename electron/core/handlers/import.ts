/** Files that come in: checked first, backed up before, and taken over whole or not at all. */
import { basename, extname } from 'node:path';
import { FailureError, fail } from '../../../shared/api/failure.ts';
import { CATALOGUES } from '../../../shared/entities/user-code.ts';
import { labelOf } from '../../../shared/entities/vocabulary.ts';
import type { Context, Handlers } from '../context.ts';
import { backUpBefore } from '../import/back-up-before.ts';
import { addCodes, codesOf } from '../import/codes.ts';
import { addDocument, readDocument } from '../import/interchange.ts';
import { readInterchangeFile } from '../import/json-file.ts';
import { readTableFile } from '../import/table-file.ts';
import { readPackage } from '../package/read-package.ts';

const STEPS = 3;

/** What is refused because the book has it already can be asked for again: the failure then names the file. */
function namingFile<T>(path: string, ctx: Context, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.code !== 'ALREADY_IMPORTED') throw error;
    throw new FailureError({ ...error.failure, at: ctx.files.remember(path) });
  }
}

export const importHandlers = {
  'import.interchange': async ({ jobId, replacing }, ctx) => {
    ctx.writable();
    const path =
      replacing === null
        ? await ctx.port.chooseOpen({ title: '导入预算数据', extensions: ['json', 'zip'] })
        : ctx.files.path(replacing);
    if (path === null) return fail('CANCELLED');
    return ctx.jobs.run(jobId, '导入预算数据', async (job) => {
      const raw = await (extname(path).toLowerCase() === '.zip' ? readPackage(path) : readInterchangeFile(path));
      job.check();
      job.progress(1, STEPS);
      const document = readDocument(raw);
      backUpBefore(ctx.writable(), ctx.port.now());
      job.check();
      job.progress(2, STEPS);
      const label = `导入 ${basename(path)}${replacing === null ? '' : '，替换原有的'}`;
      const counts = namingFile(path, ctx, () =>
        ctx.change(label, (change) => addDocument(change, document, replacing !== null)),
      );
      job.progress(STEPS, STEPS);
      return { ...counts, state: ctx.state() };
    });
  },

  'codes.import': async ({ catalogue, fromYear }, ctx) => {
    ctx.writable();
    const title = `导入${labelOf(CATALOGUES, catalogue)}科目`;
    const path = await ctx.port.chooseOpen({ title, extensions: ['xlsx', 'csv', 'tsv', 'txt'] });
    if (path === null) return fail('CANCELLED');
    const codes = codesOf(await readTableFile(path), catalogue, fromYear);
    const known = ctx.codes(fromYear);
    const counts = ctx.change(`导入科目 ${basename(path)}`, (change) => addCodes(change, codes, known));
    return { ...counts, state: ctx.state() };
  },
} satisfies Pick<Handlers, 'import.interchange' | 'codes.import'>;
