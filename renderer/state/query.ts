/** Answers of the core by call and input. They live until the core says that the book has changed. */
import { notifyManager, QueryClient, useQuery } from '@tanstack/react-query';
import type { CallName, Given, Out } from '../../shared/api/contract.ts';
import type { Failure } from '../../shared/api/failure.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import { call, failureOf } from '../api.ts';
import { takeAhead } from './ask-ahead.ts';
import { takeBehind } from './ask-behind.ts';
import { tellInTurn } from './key-first.ts';
import { outdatedBy } from './outdated.ts';
import type { Question } from './question.ts';

notifyManager.setScheduler(tellInTurn);

export const queries = new QueryClient({
  // The core is a pipe away, not a network: nothing is retried, nothing waits for being online.
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
  },
});

export type Asked<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | { readonly kind: 'ready'; readonly value: T };

/** The questions on screen that an edit of an entity makes old, as names and inputs of calls. */
export function shownQuestions(entity: EntityName): readonly Question[] {
  const shown = queries.getQueryCache().findAll({ type: 'active', predicate: outdatedBy([entity]) });
  // The key of every question is made in useCall.
  return shown.map(({ queryKey }) => queryKey as Question);
}

/** Asks the core and keeps the answer up to date. `input: null` asks nothing yet. An old answer stays while a new one is fetched. */
export function useCall<N extends CallName>(name: N, input: Given<N> | null): Asked<Out<N>> {
  const query = useQuery<Out<N>>({
    queryKey: [name, input],
    queryFn: () =>
      input === null
        ? Promise.reject(new Error('not asked'))
        : (takeAhead(name, input) ?? takeBehind(name, input) ?? call(name, input)),
    enabled: input !== null,
  });
  if (query.data !== undefined) return { kind: 'ready', value: query.data };
  if (query.error !== null)
    return { kind: 'failed', failure: failureOf(query.error), retry: () => void query.refetch() };
  return { kind: 'loading' };
}
