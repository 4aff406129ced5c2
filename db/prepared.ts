/**
 * New rows laid ready beside the book while they are still being looked over: in a table of this connection's own memory,
 * so that taking them is one statement. The file is neither written nor locked before that. Their ids are given as they are
 * laid, so that the window can have them stand there under their ids already.
 */
import type { Database } from 'better-sqlite3';
import type { Placed, PreparedBlock } from '../shared/api/types.ts';
import type { DraftOfEntity, EntityName } from '../shared/entities/index.ts';
import type { LineFact } from '../shared/facts/fact.ts';
import type { Book, Change } from './book.ts';
import { readReadyFacts } from './facts.ts';
import { assertParentOpen } from './guard.ts';
import { takeIds } from './ids.ts';
import { cellFrom, columnList, type Layout, layoutOf } from './layout.ts';
import { positionsAfterLast } from './position.ts';
import { applyRows } from './rows.ts';
import { isConstraint } from './sqlite-error.ts';
import { image, statement } from './statements.ts';

interface Prepared {
  readonly number: number;
  readonly layout: Layout;
  readonly parentId: number | null;
  readonly count: number;
  /** Id of the first row; those of the others follow. They are nobody else's, also when the rows are never taken. */
  readonly first: number;
  /** Saves them as any other rows, where it is found out which one may not be stored, and why. */
  readonly asUsual: (change: Change) => readonly Placed[];
}

const laid = new WeakMap<Database, Prepared>();
let lastNumber = 0;

/**
 * Lays new rows ready, in place of those laid ready before.
 * @param drafts already checked, without ids and positions: they come last
 * @returns the number that `insertPrepared` takes, and where they will stand if no other row comes last before them
 */
export function prepareRows<N extends EntityName>(
  book: Book,
  entity: N,
  parentId: number | null,
  drafts: readonly DraftOfEntity<N>[],
): PreparedBlock {
  const layout = layoutOf(entity);
  const keys = layout.keys.slice(layout.firstField);
  const { db } = book;
  db.exec(`CREATE TEMP TABLE IF NOT EXISTS ${tableOf(layout)} (at INTEGER PRIMARY KEY, ${fieldsOf(layout)})`);
  const insert = statement(db, `INSERT INTO temp.${tableOf(layout)} VALUES (?, ${keys.map(() => '?').join(', ')})`);
  db.transaction(() => {
    statement(db, `DELETE FROM temp.${tableOf(layout)}`).run();
    for (const [at, draft] of drafts.entries()) {
      const values: Readonly<Record<string, unknown>> = draft;
      insert.run(at, ...keys.map((key) => cellFrom(values[key])));
    }
  })();
  lastNumber += 1;
  const asUsual = (change: Change) => applyRows(change, entity, parentId, drafts, []);
  const first = takeIds(db, layout, drafts.length);
  const prepared = { number: lastNumber, layout, parentId, count: drafts.length, first, asUsual };
  laid.set(db, prepared);
  const position = positionsAfterLast(book, layout, parentId);
  return { prepared: lastNumber, first: placed(prepared, position, 0), distance: position(1) - position(0) };
}

/**
 * Takes the rows that lie ready into the book, as `applyRows` would.
 * @returns where they stand now, in their order; null when others, or none, lie ready under this number
 * @throws FailureError as `applyRows`
 */
export function insertPrepared(change: Change, number: number): readonly Placed[] | null {
  const prepared = readyUnder(change.book, number);
  if (prepared === null) return null;
  laid.delete(change.book.db);
  assertParentOpen(change.book, prepared.layout, prepared.parentId);
  return insertAtOnce(change, prepared) ?? prepared.asUsual(change);
}

/** Lines that lie ready under a number, as facts with ids below zero; null when others, or none, lie there. */
export function preparedLines(
  book: Book,
  number: number,
): { readonly budgetId: number; readonly lines: readonly LineFact[] } | null {
  const prepared = readyUnder(book, number);
  if (prepared?.layout.entity !== 'line' || prepared.parentId === null) return null;
  return {
    budgetId: prepared.parentId,
    lines: readReadyFacts(book, prepared.parentId, `temp.${tableOf(prepared.layout)}`),
  };
}

function readyUnder({ db }: Book, number: number): Prepared | null {
  const prepared = laid.get(db);
  return prepared?.number === number ? prepared : null;
}

/** Null, with nothing inserted, when one of the rows may not be stored. */
function insertAtOnce(change: Change, prepared: Prepared): readonly Placed[] | null {
  const { layout, parentId, count, first } = prepared;
  if (count === 0) return [];
  const { db } = change.book;
  if (layout.refs.some((ref) => pointsElsewhere(db, layout, ref, parentId))) return null;
  const position = positionsAfterLast(change.book, layout, parentId);
  const [start, step] = [position(0), position(1) - position(0)];
  const parent = layout.parentColumn === null ? [] : [parentId];
  const sql = `INSERT INTO "${layout.table}" (${columnList(layout.columns)})
    SELECT ? + at, 1, ${parent.map(() => '?, ').join('')}? + at * ?, ${fieldsOf(layout)} FROM temp.${tableOf(layout)}`;
  try {
    statement(db, sql).run(first, ...parent, start, step);
  } catch (error) {
    if (!isConstraint(error)) throw error;
    return null;
  }
  change.record({ entity: layout.entity, kind: 'insert', ranges: [[first, first + count - 1]] });
  return Array.from({ length: count }, (_, at) => placed(prepared, position, at));
}

const placed = ({ first }: Prepared, position: (at: number) => number, at: number): Placed => ({
  id: first + at,
  revision: 1,
  position: position(at),
});

/** Whether one of the rows refers to what belongs to another budget. What is not there at all the schema itself refuses. */
function pointsElsewhere(db: Database, layout: Layout, ref: Layout['refs'][number], parentId: number | null): boolean {
  const target = layoutOf(ref.target);
  if (target.parent !== 'budget') return false;
  const sql = `SELECT 1 FROM temp.${tableOf(layout)} AS ready
    JOIN "${target.table}" AS target ON target.id = ready."${layout.columns[ref.index]}"
    WHERE target."${target.parentColumn}" IS NOT ? LIMIT 1`;
  return image(db, sql, parentId) !== null;
}

const tableOf = ({ table }: Layout): string => `"prepared_${table}"`;

const fieldsOf = ({ columns, firstField }: Layout): string => columnList(columns.slice(firstField));
