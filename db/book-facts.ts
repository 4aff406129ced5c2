/** How large a book is and of which format: numbers only, for a support report. */
import type { EntityName } from '../shared/entities/index.ts';
import type { Book } from './book.ts';
import { ENTITY_NAMES, layoutOf } from './layout.ts';
import { versionOf } from './migrate.ts';
import { count, value } from './statements.ts';

export interface BookFacts {
  readonly version: number;
  readonly sqlite: string;
  /** Number of records by kind. */
  readonly counts: Readonly<Record<EntityName, number>>;
  /** Steps of the history. */
  readonly journal: number;
}

/** Counts the records of an open book. */
export function bookFacts(book: Book): BookFacts {
  const counts = ENTITY_NAMES.map((entity) => [
    entity,
    count(book.db, `SELECT count(*) FROM "${layoutOf(entity).table}"`),
  ]);
  return {
    version: versionOf(book.db),
    sqlite: String(value(book.db, 'SELECT sqlite_version()')),
    // One entry per entity name.
    counts: Object.fromEntries(counts) as Record<EntityName, number>,
    journal: count(book.db, 'SELECT count(*) FROM journal'),
  };
}
