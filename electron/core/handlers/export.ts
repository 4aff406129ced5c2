/** Files that leave the program. */
import { existsSync } from 'node:fs';
import { basename, dirname, parse } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { findRow } from '../../../db/read.ts';
import { fail } from '../../../shared/api/failure.ts';
import type { Written } from '../../../shared/api/types.ts';
import { interchangeText } from '../../../shared/interchange/index.ts';
import type { Context, Handlers, Job } from '../context.ts';
import { fileName, withExtension } from '../export/file-name.ts';
import { documentOfBook, documentOfBudget } from '../export/interchange.ts';
import { removeLeftovers, replaceFile } from '../export/replace-file.ts';
import { renderWorkbook } from '../export/workbook.ts';

interface Order {
  readonly jobId: string;
  readonly title: string;
  readonly suggestedName: string;
  readonly extension: string;
  /** Makes the content; called after the user has chosen, so that it is of that moment. */
  readonly render: (job: Job) => Promise<Uint8Array>;
}

/** Asks where to write, renders as a job and writes. @throws FailureError CANCELLED, TARGET_*, DISK_FULL. */
async function writeChosen(ctx: Context, { jobId, title, suggestedName, extension, render }: Order): Promise<Written> {
  const chosen = await ctx.port.chooseSave({ title, suggestedName, extensions: [extension] });
  if (chosen === null) return fail('CANCELLED');
  const path = withExtension(chosen, extension);
  return ctx.jobs.run(jobId, title, async (job) => {
    const content = await render(job);
    job.check();
    const bytes = await replaceFile(path, content);
    await removeLeftovers(dirname(path), ctx.port.now());
    return { id: ctx.files.remember(path), name: basename(path), folder: basename(dirname(path)), bytes };
  });
}

function budgetWords(ctx: Context, budgetId: number): { readonly unitName: string; readonly year: number } {
  const budget = findRow(ctx.book(), 'budget', budgetId) ?? fail('NOT_FOUND', { what: '单位预算' });
  const unit = findRow(ctx.book(), 'unit', budget.unitId) ?? fail('NOT_FOUND', { what: '单位' });
  return { unitName: unit.name, year: budget.year };
}

export const exportHandlers = {
  'export.workbook': ({ budgetId, jobId }, ctx) => {
    const words = budgetWords(ctx, budgetId);
    return writeChosen(ctx, {
      jobId,
      title: '导出预算公开表',
      suggestedName: fileName(`${words.unitName}${words.year}年预算公开表`, 'xlsx'),
      extension: 'xlsx',
      render: (job) =>
        renderWorkbook({
          ...words,
          tables: ctx.facts(budgetId).tables(),
          now: ctx.port.now(),
          onSheet: async (done, total) => {
            job.progress(done, total);
            // One turn of the event loop lets a waiting `job.cancel` in.
            await turn();
            job.check();
          },
        }),
    });
  },

  'export.interchange': ({ budgetId, jobId }, ctx) => {
    const book = ctx.book();
    const words = budgetId === null ? null : budgetWords(ctx, budgetId);
    return writeChosen(ctx, {
      jobId,
      title: '导出预算数据',
      suggestedName: fileName(
        words === null ? `${parse(book.name).name} 全部数据` : `${words.unitName}${words.year}年预算数据`,
        'json',
      ),
      extension: 'json',
      render: async () => {
        const document = budgetId === null ? documentOfBook(ctx.book()) : documentOfBudget(ctx.book(), budgetId);
        return new TextEncoder().encode(interchangeText(document));
      },
    });
  },

  'file.reveal': async ({ id }, ctx) => {
    const path = ctx.files.path(id);
    if (!existsSync(path)) return fail('NOT_FOUND', { what: `文件“${basename(path)}”` });
    await ctx.port.reveal(path);
    return null;
  },
} satisfies Pick<Handlers, 'export.workbook' | 'export.interchange' | 'file.reveal'>;
