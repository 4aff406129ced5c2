/** The purchases on screen, kept grouped while rows come, change and go. */
import { useEffect, useMemo, useState } from 'react';
import { Purchases } from '../../shared/procurement/purchases.ts';
import type { RuleSet, UnitLevel } from '../../shared/procurement/spec.ts';
import type { RowStore, StoreChange } from '../grid/row-store.ts';
import { useStoreVersion } from '../state/use-store-version.ts';
import { storedItem } from './item.ts';

/** Made anew only when the rules or the lines change; a changed purchase costs the same among ten and among thousands. */
export function usePurchases(store: RowStore, lines: RowStore, level: UnitLevel, sets: readonly RuleSet[]): Purchases {
  const linesVersion = useStoreVersion(lines);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines change with their version
  const purchases = useMemo(() => {
    const projectOfLine = (id: number) => {
      const project = lines.get(id)?.values.projectId;
      return typeof project === 'number' ? project : null;
    };
    const made = new Purchases({ level, sets, projectOfLine });
    follow(made, store, { ids: null, structure: 'changed' });
    return made;
  }, [store, lines, linesVersion, level, sets]);
  const [, draw] = useState(0);
  useEffect(() => {
    const take = (change: StoreChange) => {
      follow(purchases, store, change);
      draw(purchases.version);
    };
    // What changed while the page was being drawn.
    take({ ids: null, structure: 'changed' });
    return store.subscribe(take);
  }, [purchases, store]);
  return purchases;
}

function follow(purchases: Purchases, store: RowStore, { ids }: StoreChange): void {
  if (ids === null) {
    for (const { item } of [...purchases.all()]) if (store.get(item.id) === undefined) purchases.remove(item.id);
  }
  for (const id of ids ?? store.order) {
    const row = store.get(id);
    const item = row === undefined ? null : storedItem(row);
    if (item === null) purchases.remove(id);
    else purchases.put(item);
  }
}
