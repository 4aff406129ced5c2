/** Stored values and records in the words of the user: codes with names, amounts in 元, references by name. */
import type { Book, Cell } from '../../db/book.ts';
import { type Layout, layoutOf } from '../../db/layout.ts';
import { findRow } from '../../db/read.ts';
import { pastRow } from '../../db/restore.ts';
import type { CodeBook } from '../../shared/codes/code-book.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import { labelOf } from '../../shared/entities/vocabulary.ts';
import { fen } from '../../shared/money/fen.ts';
import { formatYuan } from '../../shared/money/format.ts';
import type { Catalogue, Field } from '../../shared/shape/shape.ts';

/** What a row held, by column. */
export type Cells = ReadonlyMap<string, Cell>;

export interface HistoryWords {
  /** A stored value; empty for null. `budgetId` decides the year of codes. */
  cell(field: Field, cell: Cell, budgetId: number | null): string;
  /** A row by what people call it; empty when nothing of it is known. */
  row(layout: Layout, cells: Cells | null): string;
  /** The row that a column names as parent. */
  parent(layout: Layout, id: Cell): string;
  /** The row as it stands, or null. */
  current(layout: Layout, id: number): Cells | null;
  /** The row as a change left it, or null. */
  after(layout: Layout, id: number, entryId: number): Cells | null;
  /** The budget a row belongs to. */
  budgetOf(layout: Layout, cells: Cells | null): number | null;
}

/** Words for one listing; what it looks up is kept for its length. */
export function createHistoryWords(book: Book, codes: (year: number) => CodeBook): HistoryWords {
  const rows = new Map<string, Cells | null>();
  const current = (layout: Layout, id: number): Cells | null => {
    const key = `${layout.entity} ${id}`;
    const known = rows.get(key);
    if (known !== undefined) return known;
    const found = findRow(book, layout.entity, id);
    const cells = found === null ? null : cellsOf(layout, found);
    rows.set(key, cells);
    return cells;
  };
  const named = (entity: EntityName, id: Cell): string => {
    if (typeof id !== 'number') return '';
    const layout = layoutOf(entity);
    return row(layout, current(layout, id)) || `编号 ${id}`;
  };
  const codeText = (catalogue: Catalogue, code: string, budgetId: number | null): string => {
    const year = budgetId === null ? null : current(layoutOf('budget'), budgetId)?.get('year');
    const name = typeof year === 'number' ? codes(year).name(catalogue, code) : null;
    return name === null ? code : `${code} ${name}`;
  };
  const cell = (field: Field, value: Cell, budgetId: number | null): string => {
    if (value === null) return '';
    switch (field.kind) {
      case 'enum':
        return labelOf(field.options, String(value));
      case 'boolean':
        return value === 1 ? '是' : '否';
      case 'fen':
        return typeof value === 'number' ? formatYuan(fen(value), { group: true }) : String(value);
      case 'ref':
        // References of the declarations name entities; `layoutOf` refuses any other.
        return named(layoutOf(field.entity as EntityName).entity, value);
      case 'code':
        return codeText(field.catalogue, String(value), budgetId);
      default:
        return String(value);
    }
  };
  const budgetOf = (layout: Layout, cells: Cells | null): number | null => {
    const id = layout.entity === 'budget' ? cells?.get('id') : cells?.get(layout.parentColumn ?? '');
    if (typeof id !== 'number') return null;
    return layout.parent === 'goalSheet' ? budgetOf(layoutOf('goalSheet'), current(layoutOf('goalSheet'), id)) : id;
  };
  /** The fields that tell rows of a kind apart, joined. */
  const row = (layout: Layout, cells: Cells | null): string => {
    if (cells === null) return '';
    const budgetId = budgetOf(layout, cells);
    const parts = NAMING[layout.entity].map((key) => {
      const field = layout.fields[key];
      const value = cells.get(layout.columns[layout.keys.indexOf(key)] ?? '') ?? null;
      return field === undefined ? '' : cell(field, value, budgetId);
    });
    return parts.filter((part) => part !== '').join(' · ') || (UNNAMED[layout.entity] ?? '');
  };
  return {
    cell,
    row,
    parent: (layout, id) => (layout.parent === null ? '' : named(layout.parent, id)),
    current,
    after: (layout, id, entryId) => pastRow(book, layout.entity, id, { entryId, side: 'after' }).cells,
    budgetOf,
  };
}

/** Fields that say which record it is, in the order they are said. */
const NAMING: Readonly<Record<EntityName, readonly string[]>> = {
  unit: ['name'],
  budget: ['unitId', 'year', 'stage'],
  project: ['name'],
  line: ['side', 'functional', 'deptEconomic', 'projectId', 'note'],
  procurement: ['name'],
  goalSheet: ['nameOnSheet', 'projectId'],
  indicator: ['level3'],
  asset: ['kind', 'name'],
  prior: ['measure'],
  narrative: ['section'],
  waiver: ['said'],
  code: ['code', 'name'],
};

/** Names of records that those fields leave empty. */
const UNNAMED: Readonly<Partial<Record<EntityName, string>>> = { goalSheet: '单位整体绩效目标表' };

function cellsOf(layout: Layout, row: object): Cells {
  // A stored row holds nothing but what its columns can, booleans turned back to 0 and 1 here.
  const values = { ...row } as Readonly<Record<string, Cell | boolean>>;
  return new Map(
    layout.keys.map((key, index) => {
      const value = values[key];
      return [layout.columns[index] ?? key, typeof value === 'boolean' ? (value ? 1 : 0) : (value ?? null)];
    }),
  );
}
