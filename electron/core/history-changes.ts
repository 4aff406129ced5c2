/** What a change did, in words: field label, old text, new text. */
import type { Book, Cell, Step } from '../../db/book.ts';
import { type Layout, layoutOf } from '../../db/layout.ts';
import { findRow } from '../../db/read.ts';
import type { HistoryChange } from '../../shared/api/types.ts';
import { labelOf } from '../../shared/entities/vocabulary.ts';
import { fen } from '../../shared/money/fen.ts';
import { formatYuan } from '../../shared/money/format.ts';
import type { Field } from '../../shared/shape/shape.ts';

/** A change of more rows than this is told by its label; the list names the first ones. */
const MOST = 20;

/** The rows a change touched, in the order it did, at most twenty of them. Amounts in 元. */
export function historyChanges(book: Book, steps: readonly Step[]): HistoryChange[] {
  return steps.flatMap((step) => stepChanges(book, step)).slice(0, MOST);
}

function stepChanges(book: Book, step: Step): HistoryChange[] {
  const { entity, kind } = step;
  const layout = layoutOf(entity);
  switch (step.kind) {
    case 'insert':
      return step.ranges.map(([rowId]) => ({ entity, rowId, kind: 'insert', fields: [] }));
    case 'remove':
      return step.rows.slice(0, MOST).map((row) => ({
        entity,
        rowId: idOf(row),
        kind: 'remove',
        fields: step.rows.length > 1 ? [] : lostFields(book, layout, step.columns, row),
      }));
    case 'update':
      return step.rows.slice(0, MOST).map(([rowId, cells]) => ({
        entity,
        rowId,
        kind,
        fields: Object.entries(cells).flatMap(([column, [before, after]]) => {
          const field = fieldOf(layout, column);
          if (field === null) return [];
          return [{ label: field.label, before: cellText(book, field, before), after: cellText(book, field, after) }];
        }),
      }));
  }
}

/** What a single removed row held, so that the list shows what is gone. */
function lostFields(book: Book, layout: Layout, columns: readonly string[], row: readonly Cell[]) {
  return columns.flatMap((column, index) => {
    const field = fieldOf(layout, column);
    const before = field === null ? '' : cellText(book, field, row[index] ?? null);
    return field === null || before === '' ? [] : [{ label: field.label, before, after: '' }];
  });
}

function fieldOf(layout: Layout, column: string): Field | null {
  const index = layout.columns.indexOf(column);
  return index < layout.firstField ? null : (layout.fields[layout.keys[index] ?? ''] ?? null);
}

/** A stored value as the user knows it. */
function cellText(book: Book, field: Field, cell: Cell): string {
  if (cell === null) return '';
  switch (field.kind) {
    case 'enum':
      return labelOf(field.options, String(cell));
    case 'boolean':
      return cell === 1 ? '是' : '否';
    case 'fen':
      return typeof cell === 'number' ? formatYuan(fen(cell), { group: true }) : String(cell);
    case 'ref':
      return refText(book, field.entity, cell);
    default:
      return String(cell);
  }
}

/** The name of the row a reference means, or its number once it is gone. */
function refText(book: Book, entity: string, id: Cell): string {
  const gone = `编号 ${id}`;
  if (typeof id !== 'number' || (entity !== 'project' && entity !== 'unit')) return gone;
  return findRow(book, entity, id)?.name ?? gone;
}

function idOf(row: readonly Cell[]): number {
  const [id] = row;
  return typeof id === 'number' ? id : 0;
}
