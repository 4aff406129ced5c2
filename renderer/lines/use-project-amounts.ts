/** What each project spends: the sum of its expenditure lines, in 分. */
import { useMemo } from 'react';
import type { RowStore } from '../grid/row-store.ts';
import { useStoreVersion } from '../state/use-store-version.ts';

export function useProjectAmounts(lines: RowStore): ReadonlyMap<number, number> {
  const version = useStoreVersion(lines);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows change with their version
  return useMemo(() => {
    const sums = new Map<number, number>();
    for (const id of lines.order) {
      const values = lines.get(id)?.values;
      const { projectId, amount, side } = values ?? {};
      if (typeof projectId !== 'number' || typeof amount !== 'number' || side !== 'expenditure') continue;
      sums.set(projectId, (sums.get(projectId) ?? 0) + amount);
    }
    return sums;
  }, [lines, version]);
}
