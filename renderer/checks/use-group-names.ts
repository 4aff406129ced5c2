/** Names of projects, tables and rules, as groups of findings are called. */
import { useMemo } from 'react';
import { tablesFor } from '../../shared/tables/index.ts';
import { useCall } from '../state/query.ts';
import { useReady } from '../state/use-ready.ts';
import { useStoreVersion } from '../state/use-store-version.ts';
import { usePlace } from '../state/window-state.ts';
import type { GroupNames } from './groups.ts';

export function useGroupNames(): GroupNames {
  const { stores, budget } = usePlace();
  const shelf = stores.shelf('project', budget.id);
  useReady(shelf);
  const version = useStoreVersion(shelf.store);
  const asked = useCall('check.rules', {});
  const rules = asked.kind === 'ready' ? asked.value : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows change with their version
  return useMemo(
    () => ({
      projects: new Map(shelf.store.order.map((id) => [id, String(shelf.store.get(id)?.values.name ?? '')] as const)),
      tables: new Map(tablesFor(budget.year).map(({ no, shortTitle }) => [no, `表${no}　${shortTitle}`] as const)),
      rules: new Map((rules ?? []).map(({ id, title }) => [id, title] as const)),
    }),
    [shelf, version, rules, budget.year],
  );
}
