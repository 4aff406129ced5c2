/**
 * The 13 tables of the invented book from plain SQL over its lines: the reference that the table interpreter is
 * compared with. One query per side of a table, in the `.sql` files beside this one; amounts are sums in 分.
 */
import type Database from 'better-sqlite3';
import { readText } from '../../source.ts';
import { sourcePath } from '../book.ts';
import { openLedger } from './ledger.ts';

/** In the shape of the golden tables.json: `keys` are labels, codes and names, `cells` printed 万元, blank for nil. */
export interface ExpectedTable {
  readonly no: number;
  readonly rows: readonly {
    readonly row: number;
    readonly keys: Readonly<Record<string, string>>;
    readonly cells: Readonly<Record<string, string>>;
  }[];
}

/** Tables with two sides are two queries, whose rows stand beside each other by number. */
const SIDES: Readonly<Record<number, readonly string[]>> = {
  1: ['01-income', '01-expenditure'],
  4: ['04-income', '04-expenditure'],
  9: ['09-income', '09-expenditure'],
};

type Cells = Record<string, string>;
interface Side {
  readonly keys: readonly string[];
  readonly amounts: readonly string[];
  readonly rows: ReadonlyMap<number, Readonly<Record<string, unknown>>>;
}

/** Amount columns hold 分; the others, up to the first amount, are keys. `n` orders the rows. */
function querySide(db: Database.Database, name: string): Side {
  const sql = readText(sourcePath(`expected/table-${name}.sql`));
  const columns = db
    .prepare(`SELECT * FROM (${sql}) LIMIT 0`)
    .columns()
    .map((column) => column.name)
    .slice(1);
  const total = db.prepare(`SELECT * FROM (${sql}) LIMIT 1`).get() as Readonly<Record<string, unknown>>;
  const keys = columns.filter((column) => typeof total[column] === 'string');
  const amounts = columns.filter((column) => !keys.includes(column));
  // 万元 half-up: 1 万元 is 1,000,000 分, so a hundredth of it is 10,000 分.
  const printed = amounts.map(
    (column) => `CASE WHEN coalesce("${column}", 0) = 0 THEN ''
      ELSE printf('%d.%02d', ("${column}" + 5000) / 1000000, ("${column}" + 5000) / 10000 % 100) END AS "${column}"`,
  );
  const shown = ['n', ...keys.map((column) => `"${column}"`), ...printed].join(', ');
  const rows = db.prepare(`SELECT ${shown} FROM (${sql}) ORDER BY n`).all() as Readonly<Record<string, unknown>>[];
  // Queries of fixed rows count them from 1 and may leave gaps; the others only order theirs, from 0.
  const place = ({ n }: Readonly<Record<string, unknown>>, index: number) =>
    rows[0]?.n === 1 && typeof n === 'number' ? n : index + 1;
  return { keys, amounts, rows: new Map(rows.map((row, index) => [place(row, index), row])) };
}

function table(db: Database.Database, no: number): ExpectedTable {
  const sides = (SIDES[no] ?? [String(no).padStart(2, '0')]).map((name) => querySide(db, name));
  const last = Math.max(...sides.flatMap((side) => [...side.rows.keys()]));
  const rows = Array.from({ length: last }, (_, index) => {
    const keys: Cells = {};
    const cells: Cells = {};
    for (const side of sides) {
      const found = side.rows.get(index + 1);
      for (const column of side.keys) keys[column] = String(found?.[column] ?? '');
      for (const column of side.amounts) cells[column] = String(found?.[column] ?? '');
    }
    return { row: index + 1, keys, cells };
  });
  return { no, rows };
}

/** All 13 tables over whatever lines a database of `schema.sql` holds. */
export function tablesFrom(db: Database.Database): readonly ExpectedTable[] {
  return Array.from({ length: 13 }, (_, index) => table(db, index + 1));
}

/** All 13 tables over the lines of the given units. */
export function expectedTables(units: readonly string[]): readonly ExpectedTable[] {
  const db = openLedger(units);
  try {
    return tablesFrom(db);
  } finally {
    db.close();
  }
}
