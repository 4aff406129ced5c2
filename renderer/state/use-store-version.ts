import { useSyncExternalStore } from 'react';
import type { RowStore } from '../grid/row-store.ts';

/** A number that changes with every change of the rows; what is made of them is remade when it does. */
export function useStoreVersion(store: RowStore | null): number {
  return useSyncExternalStore(
    (listener) => store?.subscribe(listener) ?? (() => undefined),
    () => store?.version ?? 0,
  );
}
