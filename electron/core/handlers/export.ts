/** Files that leave the program. */
import { existsSync } from 'node:fs';
import { basename, parse } from 'node:path';
import { fail } from '../../../shared/api/failure.ts';
import { interchangeText } from '../../../shared/interchange/index.ts';
import { factsIn, membersIn, type Scope } from '../consolidation.ts';
import type { Context, Handlers } from '../context.ts';
import { fileName } from '../export/file-name.ts';
import { step } from '../export/in-steps.ts';
import { documentOfBook, documentOfBudget } from '../export/interchange.ts';
import { renderWorkbook } from '../export/workbook.ts';
import { writeChosen } from '../export/write-chosen.ts';
import { ownersOf } from '../owners.ts';

function budgetWords(ctx: Context, budgetId: number): { readonly unitName: string; readonly year: number } {
  const { budget, unit } = ownersOf(budgetId, ctx);
  return { unitName: unit.name, year: budget.year };
}

/** What the workbook of a scope is called; a consolidation that lacks units says so in its name. */
function namedAs(scope: Scope, ctx: Context): string {
  if (scope.consolidated !== true) return '预算公开表';
  const missing = membersIn(scope.budgetId, ctx).filter(({ budget }) => budget === null).length;
  return `部门预算公开表${missing === 0 ? '' : `（缺${missing}个单位）`}`;
}

export const exportHandlers = {
  'export.workbook': ({ jobId, ...scope }, ctx) => {
    const words = budgetWords(ctx, scope.budgetId);
    const whose = scope.consolidated === true ? '部门' : '单位';
    return writeChosen(ctx, {
      jobId,
      title: '导出预算公开表',
      suggestedName: fileName(`${words.unitName}${words.year}年${namedAs(scope, ctx)}`, 'xlsx'),
      extension: 'xlsx',
      render: (job) =>
        renderWorkbook({
          ...words,
          title: `${words.year}年${whose}预算公开表`,
          tables: factsIn(scope, ctx).tables(),
          now: ctx.port.now(),
          onSheet: (done, total) => step(job, done, total),
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
