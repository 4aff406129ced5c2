import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallFunction } from '../../../shared/api/client.ts';
import { FailureError, fail } from '../../../shared/api/failure.ts';
import type { EntityName } from '../../../shared/entities/index.ts';
import { fen } from '../../../shared/money/fen.ts';
import { inCore, listed, type TestCore } from '../core.fixture.ts';
import { fromTheBeginning, said } from './from-the-beginning.fixture.ts';

/** One thing that a user does; `seed` chooses to what. What the book refuses changes nothing, which is fine here. */
type Deed = (desk: Desk, seed: number) => Promise<unknown>;

interface Desk {
  readonly test: TestCore;
  readonly call: CallFunction;
  readonly budgetId: number;
  readonly unitId: number;
}

const pick = <T>(list: readonly T[], seed: number): T => list[seed % list.length] ?? fail('NOT_FOUND', { what: '行' });
const seen = ({ id, revision }: { readonly id: number; readonly revision: number }) => ({ id, revision });

/** Saves a row of the budget with some fields changed; without an id it is a new one beside it. */
function changed(entity: EntityName, fieldsOf: (seed: number) => object): Deed {
  return async ({ test, budgetId, unitId }, seed) => {
    const ids: Partial<Record<EntityName, number>> = { unit: unitId, budget: budgetId };
    const id = ids[entity];
    const parentId = id === undefined ? budgetId : null;
    const rows = await listed(test, entity, parentId);
    const { parentId: _, ...row } =
      id === undefined
        ? pick(rows, seed)
        : pick(
            rows.filter((each) => each.id === id),
            0,
          );
    // Drafts of every entity go through one dispatcher.
    const call: (name: string, input: unknown) => Promise<unknown> = test.call as never;
    return call(`${entity}.apply`, { parentId, label: '改', save: [{ ...row, ...fieldsOf(seed) }], remove: [] });
  };
}

const AS_NEW = { id: null, revision: null, position: null } as const;
const WORDS = [
  '公用经费增加增加。',
  '主要原因是根据实际需要增加。',
  '省直部门13812345678。',
  '见{income.total}，与上年相同。',
];

const DEEDS: Readonly<Record<string, Deed>> = {
  'a line is changed': changed('line', (seed) => ({
    amount: fen(seed * 700),
    nature: pick(['basic', 'project', null], seed),
  })),
  'a line is added': changed('line', (seed) => ({ ...AS_NEW, deptEconomic: pick(['30217', '31003', null], seed) })),
  'lines are removed': async ({ test, call, budgetId }, seed) => {
    const rows = await listed(test, 'line', budgetId);
    return call('line.apply', { parentId: budgetId, label: '删', save: [], remove: [pick(rows, seed).id] });
  },
  'a purchase is changed': changed('procurement', (seed) => ({
    amount: fen(pick([0, 29_999_900, 50_000_000, 400_000_100], seed)),
    category: pick(['goods', 'works', 'services'], seed),
    catalogueCode: pick(['A02010105', 'C23090199', null], seed),
  })),
  'last year is changed': changed('prior', (seed) => ({ amount: fen(seed * 100_000), rounded: seed % 2 === 0 })),
  'own words are written': changed('narrative', (seed) => ({ text: pick(WORDS, seed) })),
  'words are added': async ({ call, budgetId }, seed) => {
    const save = [{ ...AS_NEW, section: pick(['other.other', 'change.reason'], seed), text: pick(WORDS, seed >> 1) }];
    return call('narrative.apply', { parentId: budgetId, label: '写', save, remove: [] });
  },
  'words are taken back': async ({ test, call, budgetId }, seed) => {
    const rows = await listed(test, 'narrative', budgetId);
    return call('narrative.apply', { parentId: budgetId, label: '删', save: [], remove: [pick(rows, seed).id] });
  },
  'an indicator is changed': async ({ test, call, budgetId }, seed) => {
    const sheet = pick(await listed(test, 'goalSheet', budgetId), seed);
    const { parentId: _, ...row } = pick(await listed(test, 'indicator', sheet.id), seed >> 3);
    const save = [
      { ...row, operator: pick(['≤', '≥', null] as const, seed), value: pick(['100', '合规', '120%'], seed) },
    ];
    return call('indicator.apply', { parentId: sheet.id, label: '改', save, remove: [] });
  },
  'the unit is changed': changed('unit', (seed) =>
    pick(
      [{ region: '江西省' }, { region: '山西省吕梁市' }, { kind: 'referred' }, { level: 'city' }, { code: '9' }],
      seed,
    ),
  ),
  'the budget is changed': changed('budget', (seed) =>
    pick([{ year: 2026 }, { stage: 'second' }, { approvedOn: '2025-02-01' }, { duties: null }], seed),
  ),
  'findings are waived': async ({ call, budgetId }, seed) => {
    const open = (await call('check.run', { budgetId })).filter(({ severity }) => severity !== 'error');
    return call('check.waive', { budgetId, keys: [pick(open, seed).key], reason: `核过${seed % 3}` });
  },
  'a waiver is taken back': async ({ test, call, budgetId }, seed) => {
    const waivers = await listed(test, 'waiver', budgetId);
    return call('check.unwaive', { budgetId, waivers: [pick(waivers, seed).id] });
  },
  'projects are merged': async ({ test, call, budgetId }, seed) => {
    const projects = await listed(test, 'project', budgetId);
    const pair = [pick(projects, seed), pick(projects, seed + 1)];
    const into = pick(pair, 0).id;
    return call('project.merge', { intoId: into, projects: pair.map(seen), goalSheetOf: null, indicators: true });
  },
  'a project is split': async ({ test, call, budgetId }, seed) => {
    const line = pick(
      (await listed(test, 'line', budgetId)).filter(({ projectId }) => projectId !== null),
      seed,
    );
    const project = (await listed(test, 'project', budgetId)).find(({ id }) => id === line.projectId);
    if (project === undefined) return null;
    const lines = [{ ...seen(line), amount: null }];
    return call('project.split', {
      projectId: project.id,
      revision: project.revision,
      name: '拆',
      lines,
      goalSheet: true,
    });
  },
  'it is undone': ({ call }) => call('history.undo', {}),
  'it is redone': ({ call }) => call('history.redo', {}),
  'an earlier point is gone back to': async ({ call }, seed) => {
    const entries = await call('history.list', { before: null, limit: 10, entity: null, rowId: null });
    return call('history.goBackTo', { entryId: pick(entries, seed).id });
  },
};

test('whatever is done, undone or gone back to, findings are those of a run from the beginning', async () => {
  const deeds = fc.array(fc.tuple(fc.constantFrom(...Object.keys(DEEDS)), fc.nat(9_999)), {
    minLength: 5,
    maxLength: 15,
  });
  const sample = fc.constantFrom('invented-2025' as const, 'lanxian-2025' as const);
  await fc.assert(
    fc.asyncProperty(sample, deeds, (which, list) =>
      inCore(async (core) => {
        await core.call('book.openSample', { which });
        const { id: budgetId, unitId } = pick(await listed(core, 'budget', null), list.length);
        const { name } = (await core.call('book.state', {})) ?? fail('NO_BOOK');
        const path = join(core.folder, 'data', '示例账套', name);
        const desk = { test: core, call: core.call, budgetId, unitId };
        for (const [at, [what, seed]] of list.entries()) {
          await DEEDS[what]?.(desk, seed).catch((error: unknown) => {
            if (!(error instanceof FailureError)) throw error;
          });
          // Some deeds meet checks that have settled, others those that are still at work.
          if (at % 3 === 0) await core.call('check.counts', { budgetId });
          else if (at % 3 === 1) await core.call('check.changes', { budgetId, seen: null });
        }
        expect(said(await core.call('check.run', { budgetId }))).toEqual(fromTheBeginning(path, budgetId));
      }),
    ),
    { numRuns: 12 },
  );
});
