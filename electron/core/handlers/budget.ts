import { applyRows } from '../../../db/rows.ts';
import { fail } from '../../../shared/api/failure.ts';
import { STAGES } from '../../../shared/entities/vocabulary.ts';
import type { Handlers } from '../context.ts';

export const budgetHandlers = {
  'budget.create': ({ unitId, year, stage }, ctx) => {
    const known = STAGES.find((option) => option.value === stage);
    if (known === undefined) fail('INVALID_INPUT', { place: '编报阶段', reason: `没有“${stage}”这个阶段。` }, 'stage');
    const draft = {
      id: null,
      revision: null,
      position: null,
      unitId,
      year,
      stage: known.value,
      status: 'draft',
      approvedOn: null,
      duties: null,
      organisation: null,
      responsible: null,
      accountant: null,
      phone: null,
      assetsOn: null,
    } as const;
    const [row] = ctx.change(`新建${year}年单位预算（${known.label}）`, (change) =>
      applyRows(change, 'budget', null, [draft], []),
    );
    if (row === undefined) throw new Error('the new budget was not answered');
    return { budgetId: row.id, state: ctx.state() };
  },
} satisfies Pick<Handlers, 'budget.create'>;
