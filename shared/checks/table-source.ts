/** Looking cells up in tables by meaning. The interpreter knows tables only through this. */
import type { CellRef, TableModel } from '../tables/model.ts';

export interface TableSource {
  /** Step, in 分, to which a table's amounts are rounded: 1 for exact ones, a hundredth of a 万元 for printed ones. */
  step(table: number): number;
  /** Keys of the rows of one side that hold figures, in printed order. */
  rows(table: number, block: number): readonly string[];
  has(table: number, block: number, row: string): boolean;
  /** 分; null when there is no such cell or it holds no figure. */
  amount(table: number, block: number, row: string, column: string): number | null;
  /** What the row is called on screen. */
  label(table: number, block: number, row: string): string;
  /** Short name of the table. */
  title(table: number): string;
  /** The cell's address, or null when there is no such cell. */
  ref(table: number, block: number, row: string, column: string): CellRef | null;
}

/** What a table must tell to be checked; a computed table does, and so does one read from a published workbook. */
export type CheckedTable = Pick<TableModel, 'no' | 'shortTitle' | 'columns' | 'rows'>;

interface Side {
  readonly keys: readonly string[];
  readonly rowAt: ReadonlyMap<string, number>;
  readonly columnAt: ReadonlyMap<string, number>;
}

/** Tables as computed, in exact 分. `year` is what `{year}` in a check's column means. */
export function exactSource(tables: readonly TableModel[], year: number): TableSource {
  return tableSource(tables, year, () => 1);
}

/** Tables whose amounts are rounded to `step` 分. `year` is what `{year}` in a check's column means. */
export function tableSource(
  tables: readonly CheckedTable[],
  year: number,
  step: (table: number) => number,
): TableSource {
  const byNumber = new Map(tables.map((table) => [table.no, table]));
  const sides = new Map<string, Side>();
  const sideOf = (no: number, block: number): { table: CheckedTable; side: Side } | null => {
    const table = byNumber.get(no);
    if (table === undefined) return null;
    const at = `${no}|${block}`;
    const side = sides.get(at) ?? indexSide(table, block);
    sides.set(at, side);
    return { table, side };
  };
  const find = (no: number, block: number, row: string, column: string) => {
    const found = sideOf(no, block);
    const rowAt = found?.side.rowAt.get(row);
    const columnAt = found?.side.columnAt.get(column.replace('{year}', String(year)));
    return found && rowAt !== undefined && columnAt !== undefined ? { table: found.table, rowAt, columnAt } : null;
  };
  return {
    step,
    rows: (no, block) => sideOf(no, block)?.side.keys ?? [],
    has: (no, block, row) => sideOf(no, block)?.side.rowAt.has(row) ?? false,
    amount: (no, block, row, column) => {
      const found = find(no, block, row, column);
      const cell = found?.table.rows[found.rowAt]?.cells[found.columnAt];
      return cell?.kind === 'amount' ? cell.fen : null;
    },
    label: (no, block, row) => {
      const found = sideOf(no, block);
      return found === null ? row : labelOf(found.table, block, found.side.rowAt.get(row) ?? -1);
    },
    title: (no) => byNumber.get(no)?.shortTitle ?? '',
    ref: (no, block, row, column) => {
      const found = find(no, block, row, column);
      return found === null ? null : { table: no, block, row, column: found.columnAt };
    },
  };
}

function indexSide(table: CheckedTable, block: number): Side {
  const rowAt = new Map<string, number>();
  table.rows.forEach((row, index) => {
    const key = row.keys[block];
    const hasFigures = row.cells.some(
      (cell, column) => table.columns[column]?.block === block && cell.kind === 'amount' && cell.fen !== null,
    );
    if (key !== null && key !== undefined && hasFigures) rowAt.set(key, index);
  });
  const columnAt = new Map<string, number>();
  table.columns.forEach(({ path, block: of, kind }, index) => {
    if (of === block && kind === 'amount') columnAt.set(path, index);
  });
  return { keys: [...rowAt.keys()], rowAt, columnAt };
}

/** The row's key texts, e.g. `208 社会保障和就业支出`; the code once where code and name are the same. */
function labelOf(table: CheckedTable, block: number, rowAt: number): string {
  const texts = (table.rows[rowAt]?.cells ?? []).flatMap((cell, column) =>
    cell.kind === 'key' && table.columns[column]?.block === block && cell.text !== '' ? [cell.text] : [],
  );
  return [...new Set(texts)].join(' ');
}
