/** Files that come in: checked first, backed up before, and taken over whole or not at all. */
import { basename } from 'node:path';
import { FailureError, fail } from '../../../shared/api/failure.ts';
import { CATALOGUES } from '../../../shared/entities/user-code.ts';
import { labelOf } from '../../../shared/entities/vocabulary.ts';
import type { Context, Handlers } from '../context.ts';
import { backUpBefore } from '../import/back-up-before.ts';
import { inFile, readDocuments } from '../import/chosen-documents.ts';
import { addCodes, codesOf } from '../import/codes.ts';
import { addDocument, type ImportCounts, refuseKnown } from '../import/interchange.ts';
import { readTableFile } from '../import/table-file.ts';

function ask(folder: boolean, ctx: Context): Promise<string | null> {
  return folder
    ? ctx.port.chooseFolder({ title: '选择放上报包的文件夹' })
    : ctx.port.chooseOpen({ title: '导入预算数据', extensions: ['json', 'zip'] });
}

/** What is refused because the book has it already can be asked for again: the failure then names the choice. */
function namingChoice(path: string, ctx: Context, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.code !== 'ALREADY_IMPORTED') throw error;
    throw new FailureError({ ...error.failure, at: ctx.files.remember(path) });
  }
}

function added(left: ImportCounts, right: ImportCounts): ImportCounts {
  return {
    budgets: left.budgets + right.budgets,
    lines: left.lines + right.lines,
    projects: left.projects + right.projects,
    procurement: left.procurement + right.procurement,
    goalSheets: left.goalSheets + right.goalSheets,
    indicators: left.indicators + right.indicators,
  };
}

export const importHandlers = {
  'import.interchange': async ({ jobId, folder, replacing }, ctx) => {
    ctx.writable();
    const path = replacing === null ? await ask(folder === true, ctx) : ctx.files.path(replacing);
    if (path === null) return fail('CANCELLED');
    return ctx.jobs.run(jobId, '导入预算数据', async (job) => {
      const chosen = await readDocuments(path, job);
      const documents = chosen.map(({ document }) => document);
      if (replacing === null) namingChoice(path, ctx, () => refuseKnown(ctx.book(), documents));
      backUpBefore(ctx.writable(), ctx.port.now());
      job.check();
      const what = chosen.length === 1 ? basename(path) : `${chosen.length}个上报包`;
      const counts = ctx.change(`导入 ${what}${replacing === null ? '' : '，替换原有的'}`, (change) =>
        chosen.map(({ name, document }) => {
          const add = () => addDocument(change, document, replacing !== null);
          return chosen.length === 1 ? add() : inFile(name, add);
        }),
      );
      return { ...counts.reduce(added), state: ctx.state() };
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
