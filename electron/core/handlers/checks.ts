/** Findings: all of them, what has changed of them, mending what they are about, and what is left before hand-in. */
import { setImmediate as turn } from 'node:timers/promises';
import { listRows } from '../../../db/read.ts';
import { applyRows } from '../../../db/rows.ts';
import { fail } from '../../../shared/api/failure.ts';
import type { Fix } from '../../../shared/checks/live/fix-draft.ts';
import { readinessOf } from '../../../shared/checks/readiness.ts';
import { ruleEntries } from '../../../shared/checks/registry.ts';
import type { DraftOfEntity, EntityName } from '../../../shared/entities/index.ts';
import type { Handlers } from '../context.ts';
import { fileName } from '../export/file-name.ts';
import { renderFindingsFile } from '../export/findings-file.ts';
import { writeChosen } from '../export/write-chosen.ts';
import { findingsOf } from '../findings.ts';
import { listedFindings } from '../findings-list.ts';
import { ownersOf } from '../owners.ts';

export const checkHandlers = {
  'check.run': ({ budgetId }, ctx) => findingsOf(budgetId, ctx),

  'check.counts': ({ budgetId }, ctx) => ctx.checks().counts(budgetId),

  'check.changes': ({ budgetId, seen }, ctx) => {
    const changes = ctx.checks().soFar(budgetId).since(seen);
    return { ...changes, progress: ctx.checks().progress(budgetId) };
  },

  'check.fix': async ({ budgetId, keys }, ctx) => {
    ctx.writable();
    const checks = await ctx.checks().whole(budgetId);
    const offered = keys.map((key) => checks.find(key)?.fix);
    if (keys.length > 1 && offered.some((fix) => fix !== undefined && fix.all !== true)) {
      fail('INVALID_INPUT', { place: '改正', reason: '这一类要逐条看过再改。' }, 'keys');
    }
    const labels = new Set(offered.map((fix) => fix?.label));
    const fixes = keys.flatMap((key) => checks.fixOf(key) ?? []);
    if (fixes.length < keys.length) fail('NOT_FOUND', { what: '审核结果' }, 'keys');
    const [label = '改正'] = [...labels];
    const mended = ctx.change(keys.length > 1 ? `${label}（${keys.length}处）` : label, (change) => {
      for (const { entity, parentId, drafts } of byParent(fixes)) applyRows(change, entity, parentId, drafts, []);
      return fixes.length;
    });
    return { mended, state: ctx.state() };
  },

  'check.waive': async ({ budgetId, keys, reason }, ctx) => {
    ctx.writable();
    if (reason.trim() === '') fail('INVALID_INPUT', { place: '理由', reason: '请写明为什么不改。' }, 'reason');
    const checks = await ctx.checks().whole(budgetId);
    const found = keys.map((key) => checks.waiverFor(key) ?? fail('NOT_FOUND', { what: '审核结果' }, 'keys'));
    if (found.some(({ severity }) => severity === 'error')) {
      fail('INVALID_INPUT', { place: '放行说明', reason: '错误必须改正，不能放行。' }, 'keys');
    }
    const madeOn = ctx.port.now().toISOString().slice(0, 10);
    const known = new Map(listRows(ctx.book(), 'waiver', budgetId).map((row) => [`${row.ruleId}|${row.at}`, row]));
    const drafts = found.map(({ severity: _, ...what }) => {
      const before = known.get(`${what.ruleId}|${what.at}`);
      const place = { id: before?.id ?? null, revision: before?.revision ?? null, position: null };
      return { ...place, ...what, reason: reason.trim(), madeBy: ctx.port.user.slice(0, 60), madeOn };
    });
    const label = keys.length > 1 ? `说明${keys.length}条审核结果不改的理由` : '说明审核结果不改的理由';
    ctx.change(label, (change) => applyRows(change, 'waiver', budgetId, drafts, []));
    return { waived: drafts.length, state: ctx.state() };
  },

  'check.unwaive': ({ budgetId, waivers }, ctx) => {
    ctx.change('撤回放行说明', (change) => applyRows(change, 'waiver', budgetId, [], waivers));
    return { state: ctx.state() };
  },

  'check.lapsed': async ({ budgetId }, ctx) => (await ctx.checks().whole(budgetId)).lapsedWaivers(),

  'check.rules': () => ruleEntries,

  'check.readiness': ({ budgetId }, ctx) => {
    const { unit, budget } = ownersOf(budgetId, ctx);
    const book = ctx.book();
    return readinessOf({
      unit,
      budget,
      totals: ctx.facts(budgetId).totals(),
      counts: {
        project: listRows(book, 'project', budgetId).length,
        prior: listRows(book, 'prior', budgetId).length,
        asset: listRows(book, 'asset', budgetId).length,
      },
      findings: ctx.checks().soFar(budgetId).all(),
      checked: ctx.checks().progress(budgetId).finished,
    });
  },

  'export.findings': ({ budgetId, keys, format, jobId }, ctx) => {
    const { unit, budget } = ownersOf(budgetId, ctx);
    return writeChosen(ctx, {
      jobId,
      title: '导出审核结果',
      suggestedName: fileName(`${unit.name}${budget.year}年审核结果`, format),
      extension: format,
      render: async (job) => {
        const all = await findingsOf(budgetId, ctx);
        const wanted = new Set(keys);
        const list = listedFindings(budgetId, ctx, keys.length === 0 ? all : all.filter(({ key }) => wanted.has(key)));
        await turn();
        job.check();
        return renderFindingsFile({
          list,
          format,
          now: ctx.port.now(),
          print: ctx.port.printPdf,
          signal: job.signal,
        });
      },
    });
  },
} satisfies Pick<
  Handlers,
  | 'check.run'
  | 'check.counts'
  | 'check.changes'
  | 'check.fix'
  | 'check.waive'
  | 'check.unwaive'
  | 'check.lapsed'
  | 'check.rules'
  | 'check.readiness'
  | 'export.findings'
>;

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
