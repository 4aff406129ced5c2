/** Findings: all of them, what has changed of them, and mending what they are about. */
import { applyRows } from '../../../db/rows.ts';
import { fail } from '../../../shared/api/failure.ts';
import type { Fix } from '../../../shared/checks/live/fix-draft.ts';
import type { DraftOfEntity, EntityName } from '../../../shared/entities/index.ts';
import type { Handlers } from '../context.ts';
import { findingsOf } from '../findings.ts';

export const checkHandlers = {
  'check.run': ({ budgetId }, ctx) => findingsOf(budgetId, ctx),

  'check.changes': ({ budgetId, seen }, ctx) => {
    const changes = ctx.checks().soFar(budgetId).since(seen);
    return { ...changes, progress: ctx.checks().progress(budgetId) };
  },

  'check.fix': async ({ budgetId, keys }, ctx) => {
    ctx.writable();
    const checks = await ctx.checks().whole(budgetId);
    const labels = new Set(keys.map((key) => checks.find(key)?.fix?.label));
    const fixes = keys.flatMap((key) => checks.fixOf(key) ?? []);
    if (fixes.length < keys.length) fail('NOT_FOUND', { what: '审核结果' }, 'keys');
    const [label = '改正'] = [...labels];
    const mended = ctx.change(keys.length > 1 ? `${label}（${keys.length}处）` : label, (change) => {
      for (const { entity, parentId, drafts } of byParent(fixes)) applyRows(change, entity, parentId, drafts, []);
      return fixes.length;
    });
    return { mended, state: ctx.state() };
  },
} satisfies Pick<Handlers, 'check.run' | 'check.changes' | 'check.fix'>;

interface Batch {
  readonly entity: EntityName;
  readonly parentId: number | null;
  readonly drafts: DraftOfEntity<EntityName>[];
}

/** Fixes of rows of one parent, to be saved together; a row that two findings mend is changed once. */
function byParent(fixes: readonly Fix[]): readonly Batch[] {
  const batches = new Map<string, Batch>();
  const seen = new Set<string>();
  for (const { entity, parentId, draft } of fixes) {
    const row = `${entity} ${draft.id}`;
    if (seen.has(row)) continue;
    seen.add(row);
    const key = `${entity} ${parentId}`;
    const batch = batches.get(key) ?? { entity, parentId, drafts: [] };
    // A fix's draft holds every field of its entity's list.
    batch.drafts.push(draft as unknown as DraftOfEntity<EntityName>);
    batches.set(key, batch);
  }
  return [...batches.values()];
}
