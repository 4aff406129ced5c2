/** Whether the rows of a shelf have come. */
import { useEffect, useState } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import { failureOf } from '../api.ts';
import type { Shelf } from './book-stores.ts';

export type Ready =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retry: () => void };

export function useReady(shelf: Shelf): Ready {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [, redraw] = useState(0);
  useEffect(() => {
    let stays = true;
    shelf.ready.then(
      () => stays && redraw((count) => count + 1),
      (error: unknown) => stays && setFailure(failureOf(error)),
    );
    return () => {
      stays = false;
    };
  }, [shelf]);
  if (shelf.loaded) return { kind: 'ready' };
  if (failure === null) return { kind: 'loading' };
  return {
    kind: 'failed',
    failure,
    retry: () => {
      setFailure(null);
      shelf.reload().then(
        () => redraw((count) => count + 1),
        (error: unknown) => setFailure(failureOf(error)),
      );
    },
  };
}
