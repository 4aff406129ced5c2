/** Two states of one book side by side: which records only one of them has, and which they hold differently. */
import type { EntityName } from '../../shared/entities/index.ts';
import { type Fen, fen } from '../../shared/money/fen.ts';
import type { Book } from '../book.ts';
import { quoted } from '../connection.ts';
import { columnList, ENTITY_NAMES, layoutOf } from '../layout.ts';
import { images, whole } from '../statements.ts';

export interface EntityDifference {
  readonly entity: EntityName;
  /** Ids in book order of the state they are in. */
  readonly onlyThen: readonly number[];
  readonly onlyNow: readonly number[];
  readonly changed: readonly number[];
}

/**
 * Compares an older state with the present one. Revisions and places do not count as differences.
 * @param then the older state; gets the present one attached while it is compared
 */
export function compareBooks(then: Book, now: Book): readonly EntityDifference[] {
  const { db } = then;
  db.exec(`ATTACH ${quoted(now.path)} AS present KEY ${quoted(now.password ?? '')}`);
  try {
    return ENTITY_NAMES.map((entity) => {
      const layout = layoutOf(entity);
      const table = `"${layout.table}"`;
      const columns = columnList(layout.columns.filter((column) => column !== 'revision' && column !== 'position'));
      const ids = (sql: string) => images(db, sql).map(([id]) => whole(id));
      const without = (one: string, other: string) =>
        ids(`SELECT id FROM ${one}.${table} WHERE id NOT IN (SELECT id FROM ${other}.${table}) ORDER BY position, id`);
      return {
        entity,
        onlyThen: without('main', 'present'),
        onlyNow: without('present', 'main'),
        changed: ids(`
          SELECT id FROM (SELECT ${columns} FROM main.${table} EXCEPT SELECT ${columns} FROM present.${table})
          WHERE id IN (SELECT id FROM present.${table}) ORDER BY id`),
      };
    }).filter(({ onlyThen, onlyNow, changed }) => onlyThen.length + onlyNow.length + changed.length > 0);
  } finally {
    db.exec('DETACH present');
  }
}

export interface BudgetSummary {
  readonly budgetId: number;
  readonly lines: number;
  readonly income: Fen;
  readonly expenditure: Fen;
}

/** Number of lines and total amounts of every budget, in book order. */
export function budgetSummaries(book: Book): readonly BudgetSummary[] {
  const rows = images(
    book.db,
    `SELECT budget.id, count(line.id),
       coalesce(sum(CASE WHEN line.side = 'income' THEN line.amount END), 0),
       coalesce(sum(CASE WHEN line.side = 'expenditure' THEN line.amount END), 0)
     FROM budget LEFT JOIN line ON line.budget_id = budget.id GROUP BY budget.id ORDER BY budget.position, budget.id`,
  );
  return rows.map(([budgetId, lines, income, expenditure]) => ({
    budgetId: whole(budgetId),
    lines: whole(lines),
    income: fen(whole(income)),
    expenditure: fen(whole(expenditure)),
  }));
}
