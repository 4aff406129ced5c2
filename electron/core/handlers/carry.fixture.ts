/** A book with a year to carry forward, for tests. */
import type { CarryPreview } from '../../../shared/carry-forward/types.ts';
import { type EntityName, entities } from '../../../shared/entities/index.ts';
import { inCore, listed, type TestCore } from '../core.fixture.ts';

/** Runs a test with the invented sample book open. */
export const inSample = (run: (test: TestCore) => Promise<void>) =>
  inCore(async (test) => {
    await test.call('book.openSample', { which: 'invented-2025' });
    await run(test);
  });

/** Ids of the items chosen by default. */
export const chosenOf = ({ items }: CarryPreview) => items.filter(({ chosen }) => chosen).map(({ id }) => id);
/** Sum in 分. */
export const amounts = (rows: readonly { readonly amount: number }[]) =>
  rows.reduce((sum, { amount }) => sum + amount, 0);
export const byDefault = { budgetId: 1, stage: 'first', carryovers: [] } as const;

/** Everything a book says, without revisions. */
export async function dump(test: TestCore): Promise<string> {
  const names = Object.keys(entities) as EntityName[];
  const lists = await Promise.all(names.map((name) => listed(test, name, null)));
  return JSON.stringify(lists).replaceAll(/"revision":\d+/g, '');
}
