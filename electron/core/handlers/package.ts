/** The submission package. */
import { labelOf, STATUSES } from '../../../shared/entities/vocabulary.ts';
import type { Handlers } from '../context.ts';
import { fileName } from '../export/file-name.ts';
import { writeChosen } from '../export/write-chosen.ts';
import { ownersOf } from '../owners.ts';
import { renderPackage } from '../package/write-package.ts';

export const packageHandlers = {
  'export.package': ({ budgetId, jobId }, ctx) => {
    const { unit, budget } = ownersOf(budgetId, ctx);
    // A package of a budget that may still be changed says so in its name.
    const state = budget.status === 'draft' ? `（${labelOf(STATUSES, budget.status)}）` : '';
    return writeChosen(ctx, {
      jobId,
      title: '导出上报包',
      suggestedName: fileName(`${unit.code} ${unit.name}${budget.year}年预算上报包${state}`, 'zip'),
      extension: 'zip',
      render: (job) => renderPackage({ budgetId, ctx, job }),
    });
  },
} satisfies Pick<Handlers, 'export.package'>;
