import { findRow } from '../../../db/read.ts';
import { applyRows } from '../../../db/rows.ts';
import { fail } from '../../../shared/api/failure.ts';
import type { KeptFinding } from '../../../shared/checks/finding.ts';
import type { RowOfEntity } from '../../../shared/entities/index.ts';
import { labelOf, STAGES, STATUSES } from '../../../shared/entities/vocabulary.ts';
import type { Context, Handlers } from '../context.ts';
import { findingsOf } from '../findings.ts';
import { newDraft } from '../new-draft.ts';

export const budgetHandlers = {
  'budget.create': ({ unitId, year, stage }, ctx) => {
    const known = STAGES.find((option) => option.value === stage);
    if (known === undefined) fail('INVALID_INPUT', { place: '编报阶段', reason: `没有“${stage}”这个阶段。` }, 'stage');
    const draft = newDraft('budget', { unitId, year, stage: known.value, status: 'draft' });
    const [row] = ctx.change(`新建${year}年单位预算（${known.label}）`, (change) =>
      applyRows(change, 'budget', null, [draft], []),
    );
    if (row === undefined) throw new Error('the new budget was not answered');
    return { budgetId: row.id, state: ctx.state() };
  },

  'budget.handIn': async ({ budgetId }, ctx) => {
    ctx.writable();
    const errors = await errorsOf(budgetId, ctx);
    const [first] = errors;
    if (first !== undefined) fail('HAND_IN_REFUSED', { count: errors.length, first: first.message });
    if (ctx.facts(budgetId).totals().expenditure === 0) fail('HAND_IN_EMPTY', {});
    setStatus(ctx, budgetId, ['draft'], 'submitted', '上报');
    return { state: ctx.state() };
  },

  'budget.takeBack': ({ budgetId, reason }, ctx) => {
    const why = reason?.trim() ?? '';
    setStatus(ctx, budgetId, ['submitted', 'locked'], 'draft', why === '' ? '退回' : `退回（${why}）`);
    return { state: ctx.state() };
  },
} satisfies Pick<Handlers, 'budget.create' | 'budget.handIn' | 'budget.takeBack'>;

type Status = RowOfEntity<'budget'>['status'];

/** What stands in the way of handing in, as the book is now: a change while the checks were at work is waited for, too. */
async function errorsOf(budgetId: number, ctx: Context): Promise<readonly KeptFinding[]> {
  for (;;) {
    const { revision } = ctx.state();
    const findings = await findingsOf(budgetId, ctx);
    if (ctx.state().revision === revision) return findings.filter(({ severity }) => severity === 'error');
  }
}

function setStatus(ctx: Context, budgetId: number, from: readonly Status[], to: Status, what: string): void {
  const budget = findRow(ctx.book(), 'budget', budgetId) ?? fail('NOT_FOUND', { what: '单位预算' });
  const unit = findRow(ctx.book(), 'unit', budget.unitId)?.name ?? '';
  if (!from.includes(budget.status)) {
    fail('INVALID_INPUT', {
      place: `${unit}${budget.year}年单位预算`,
      reason: `现在是“${labelOf(STATUSES, budget.status)}”，不用${what.slice(0, 2)}。`,
    });
  }
  ctx.change(`${what}：${unit}${budget.year}年单位预算`, (change) => {
    applyRows(change, 'budget', null, [{ ...budget, status: to, position: null }], []);
  });
}
