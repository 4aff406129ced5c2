/** The book's history in pages of a hundred, newest first; fetched again whenever the book changes. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { HistoryEntry } from '../../shared/api/types.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import { call, failureOf } from '../api.ts';
import type { Asked } from '../state/query.ts';

const PAGE = 100;

/** A record whose history is asked for. */
export interface RecordKey {
  readonly entity: EntityName;
  readonly id: number;
}

export interface HistoryPages {
  readonly asked: Asked<readonly HistoryEntry[]>;
  /** Fetches the next page; null when there is none. */
  readonly more: (() => void) | null;
  readonly fetching: boolean;
}

/** @param record null: everything that was done in the book */
export function useHistory(record: RecordKey | null): HistoryPages {
  const filter = { entity: record?.entity ?? null, rowId: record?.id ?? null };
  const query = useInfiniteQuery({
    // A name of its own: `….list` names the rows of an entity to those who refresh answers.
    queryKey: ['history.pages', filter],
    queryFn: ({ pageParam: before }) => call('history.list', { ...filter, before, limit: PAGE }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.id),
  });
  return {
    asked: askedOf(query),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    fetching: query.isFetchingNextPage,
  };
}

function askedOf(query: {
  readonly data: { readonly pages: readonly (readonly HistoryEntry[])[] } | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}): HistoryPages['asked'] {
  if (query.data !== undefined) return { kind: 'ready', value: query.data.pages.flat() };
  if (query.error === null) return { kind: 'loading' };
  return { kind: 'failed', failure: failureOf(query.error), retry: () => void query.refetch() };
}
