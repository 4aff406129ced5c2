/** What a change did, in words: record, field label, old text, new text. */
import type { Cell, Step } from '../../db/book.ts';
import { type Layout, layoutOf } from '../../db/layout.ts';
import type { HistoryChange } from '../../shared/api/types.ts';
import type { Field } from '../../shared/shape/shape.ts';
import type { Cells, HistoryWords } from './history-words.ts';

/** A change of more rows than this is told by its label; the list names the first ones. */
const MOST = 20;

type Changed = HistoryChange['fields'];

/** Number of rows that steps touch. Rows that only made room for others do not count. */
export function rowsIn(steps: readonly Step[]): number {
  let rows = 0;
  for (const step of steps) {
    if (step.kind === 'insert') for (const [first, last] of step.ranges) rows += last - first + 1;
    else if (step.kind === 'remove') rows += step.rows.length;
    else rows += step.rows.filter(([, cells]) => !onlyPlace(cells)).length;
  }
  return rows;
}

/**
 * The rows a change touched, in the order it did, at most twenty of them. Amounts in 元.
 * @param entryId the change's own id
 * @param closely whether to look through the history for what a row held when it was entered
 */
export function historyChanges(
  words: HistoryWords,
  entryId: number,
  steps: readonly Step[],
  closely: boolean,
): HistoryChange[] {
  const rows = rowsIn(steps);
  const how: How = { entryId, alone: rows === 1, onlyMoves: rows === 0, closely };
  const changes: HistoryChange[] = [];
  for (const step of steps) {
    for (const change of stepChanges(words, step, how)) {
      if (changes.length === MOST) return changes;
      changes.push(change);
    }
  }
  return changes;
}

interface How {
  readonly entryId: number;
  /** The change is about one row, which is then shown as a whole. */
  readonly alone: boolean;
  /** The change moved rows and nothing else. */
  readonly onlyMoves: boolean;
  readonly closely: boolean;
}

function* stepChanges(words: HistoryWords, step: Step, how: How): Iterable<HistoryChange> {
  const layout = layoutOf(step.entity);
  const told = (rowId: number, cells: Cells | null, fields: Changed): HistoryChange => ({
    entity: step.entity,
    label: layout.label,
    rowId,
    name: words.row(layout, cells),
    kind: step.kind,
    fields,
  });
  switch (step.kind) {
    case 'insert':
      for (const [first, last] of step.ranges) {
        for (let rowId = first; rowId <= last; rowId += 1) {
          const now = words.current(layout, rowId) ?? undoneRow(step, rowId);
          const entered = how.alone ? enteredRow(words, layout, step, rowId, how) : null;
          yield told(rowId, entered ?? now, entered === null ? [] : wholeRow(words, layout, entered, 'after'));
        }
      }
      return;
    case 'remove':
      for (const row of step.rows) {
        const cells = cellsOf(step.columns, row);
        yield told(idOf(row), cells, how.alone ? wholeRow(words, layout, cells, 'before') : []);
      }
      return;
    case 'update':
      for (const [rowId, cells] of step.rows) {
        if (onlyPlace(cells) && !how.onlyMoves) continue;
        const now = words.current(layout, rowId);
        yield told(rowId, now, changedFields(words, layout, cells, now));
      }
  }
}

function changedFields(
  words: HistoryWords,
  layout: Layout,
  cells: Readonly<Record<string, readonly [Cell, Cell]>>,
  row: Cells | null,
): Changed {
  const budgetId = words.budgetOf(layout, row);
  return Object.entries(cells).flatMap(([column, [before, after]]) => {
    if (column === layout.parentColumn && layout.parent !== null) {
      const { label } = layoutOf(layout.parent);
      return [{ label: `所属${label}`, before: words.parent(layout, before), after: words.parent(layout, after) }];
    }
    const field = fieldOf(layout, column);
    if (field === null) return [];
    return [
      { label: field.label, before: words.cell(field, before, budgetId), after: words.cell(field, after, budgetId) },
    ];
  });
}

/** Every filled field of a row that came or went. */
function wholeRow(words: HistoryWords, layout: Layout, cells: Cells, side: 'before' | 'after'): Changed {
  const budgetId = words.budgetOf(layout, cells);
  return layout.columns.flatMap((column) => {
    const field = fieldOf(layout, column);
    const text = field === null ? '' : words.cell(field, cells.get(column) ?? null, budgetId);
    if (field === null || text === '') return [];
    return [{ label: field.label, before: '', after: '', [side]: text }];
  });
}

/** What a row held when it was entered: as it stands if nobody has changed it, else from the history. */
function enteredRow(
  words: HistoryWords,
  layout: Layout,
  step: Extract<Step, { kind: 'insert' }>,
  rowId: number,
  { entryId, closely }: How,
): Cells | null {
  const undone = undoneRow(step, rowId);
  if (undone !== null) return undone;
  const now = words.current(layout, rowId);
  if (now?.get('revision') === 1) return now;
  return closely ? words.after(layout, rowId, entryId) : null;
}

/** A row that is kept in the journal because its insertion is undone. */
function undoneRow(step: Extract<Step, { kind: 'insert' }>, rowId: number): Cells | null {
  const row = step.rows?.find(([id]) => id === rowId);
  return row === undefined ? null : cellsOf(step.columns ?? [], row);
}

function onlyPlace(cells: Readonly<Record<string, unknown>>): boolean {
  const columns = Object.keys(cells);
  return columns.length === 1 && columns[0] === 'position';
}

function fieldOf(layout: Layout, column: string): Field | null {
  const index = layout.columns.indexOf(column);
  return index < layout.firstField ? null : (layout.fields[layout.keys[index] ?? ''] ?? null);
}

function cellsOf(columns: readonly string[], image: readonly Cell[]): Cells {
  return new Map(columns.map((column, index) => [column, image[index] ?? null]));
}

function idOf(row: readonly Cell[]): number {
  const [id] = row;
  return typeof id === 'number' ? id : 0;
}
