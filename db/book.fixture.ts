/** Real books in a temporary folder, for tests. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FailureCode, FailureError } from '../shared/api/failure.ts';
import type { DraftOfEntity, EntityName } from '../shared/entities/index.ts';
import { entities } from '../shared/entities/index.ts';
import { fen } from '../shared/money/fen.ts';
import type { Fields } from '../shared/shape/shape.ts';
import type { Book } from './book.ts';
import { createBook } from './create.ts';
import { change } from './journal.ts';
import { applyRows } from './rows.ts';

export const now = () => new Date('2026-11-23T01:02:03.000Z');

/** Runs a test with a folder of its own and removes it afterwards, also when the test fails. */
export async function inFolder<T>(run: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a test with a new book that holds unit 1 and its draft budget 1. */
export function inBook<T>(run: (book: Book, folder: string) => T | Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    const book = newBook(join(folder, '环卫中心.ysb'));
    try {
      return await run(book, folder);
    } finally {
      book.close();
    }
  });
}

/** A new book that holds unit 1 and its draft budget 1. */
export function newBook(path: string): Book {
  return createBook(path, {
    user: '张三',
    now,
    seed: (seeding) => {
      applyRows(seeding, 'unit', null, [unit({})], []);
      applyRows(
        seeding,
        'budget',
        null,
        [draft('budget', { unitId: 1, year: 2027, stage: 'first', status: 'draft' })],
        [],
      );
    },
  });
}

/** A draft of a new row: null in every field but the given ones; booleans false. */
export function draft<N extends EntityName>(entity: N, given: Partial<DraftOfEntity<N>>): DraftOfEntity<N> {
  const fields: Fields = entities[entity].fields;
  const empty = Object.entries(fields).map(([key, field]) => [key, field.kind === 'boolean' ? false : null]);
  // A test helper: the test gives the required fields, and the schema refuses the row when it does not.
  return { id: null, revision: null, position: null, ...Object.fromEntries(empty), ...given } as DraftOfEntity<N>;
}

export function unit(given: Partial<DraftOfEntity<'unit'>>): DraftOfEntity<'unit'> {
  return draft('unit', { code: '044', name: '环卫中心', level: 'county', kind: 'institution', ...given });
}

export function line(given: Partial<DraftOfEntity<'line'>>): DraftOfEntity<'line'> {
  return draft('line', {
    side: 'expenditure',
    origin: 'current',
    fund: 'generalPublic',
    functional: '2120501',
    nature: 'basic',
    deptEconomic: '30201',
    amount: fen(100),
    ...given,
  });
}

/** Saves rows in one change of their own. */
export function save<N extends EntityName>(
  book: Book,
  entity: N,
  parentId: number | null,
  drafts: readonly DraftOfEntity<N>[],
  remove: readonly number[] = [],
) {
  return change(book, { label: '测试' }, (making) => applyRows(making, entity, parentId, drafts, remove)).value;
}

/** The failure a function leaves with; null when it does not fail. Other errors pass through. */
export function failureOf(
  run: () => unknown,
): { readonly code: FailureCode; readonly sentence: string; readonly remedy: string } | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
}

/** Every file of a folder (not of those in it) with the hash of its content. */
export function fingerprint(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

/** Everything a book says, without revisions, to compare two states of it. */
export function logicalDump(book: Book): unknown {
  return Object.keys(entities).map((entity) => {
    const table = entity.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const rows = book.db.prepare(`SELECT * FROM "${table}" ORDER BY id`).all();
    return [entity, rows.map((row) => ({ ...Object(row), revision: null }))];
  });
}
