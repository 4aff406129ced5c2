/** Whether a cell holds what is looked for, and what it holds once that is replaced. */
import { editText, showCell } from '../../../shared/intake/show-cell.ts';
import type { CellLookup, CellValue, Values } from '../../../shared/intake/values.ts';
import { folded, plain } from '../../find/folded.ts';
import type { GridColumn } from '../column.ts';

/** A row as it is looked through. */
export interface Content {
  readonly id: number | null;
  readonly values: Values;
  /** Text that could not be accepted, by field. */
  readonly typed: Readonly<Record<string, string>>;
}

/** Answers whether the cell of a row in a column, by its place, matches. */
export type Matcher = (column: number, content: Content) => boolean;

/**
 * @param only the place of the one column to look through; null for all
 * @returns null where nothing is looked for
 */
export function matcherOf(
  query: string,
  columns: readonly GridColumn[],
  only: number | null,
  lookup: CellLookup,
): Matcher | null {
  const wanted = folded(query.trim());
  if (wanted === '') return null;
  const number = plain(wanted);
  const tests = columns.map((column) => {
    const isNumber = column.field.kind === 'fen' || column.field.kind === 'integer';
    const has = (text: string) => (isNumber ? plain(folded(text)).includes(number) : folded(text).includes(wanted));
    // Names repeat; texts and amounts mostly do not.
    const known = column.field.kind === 'text' || isNumber ? null : new Map<CellValue, boolean>();
    return { column, has, known };
  });
  return (place, { id, values, typed }) => {
    const test = only === null || only === place ? tests[place] : undefined;
    if (test === undefined) return false;
    const { column, has, known } = test;
    const text = typed[column.key];
    if (text !== undefined) return has(text);
    if (column.computed !== undefined) return has(column.computed(id, values));
    const value = values[column.key] ?? null;
    if (value === null) return false;
    const found = known?.get(value) ?? has(showCell(column.field, value, lookup));
    known?.set(value, found);
    return found;
  };
}

/**
 * The text of a cell with every occurrence replaced, to be committed as if it were typed.
 * @returns null where there is nothing to replace, or nothing that can be typed
 */
export function replaced(
  column: GridColumn,
  content: Content,
  query: string,
  by: string,
  lookup: CellLookup,
): string | null {
  if (column.computed !== undefined) return null;
  const value = content.values[column.key] ?? null;
  const exact = content.typed[column.key] ?? editText(column.field, value, lookup);
  // A code is replaced by its number, or by its name where that is what was found.
  const name = column.field.kind === 'code' ? (lookup.choiceOf(column.field, value)?.label ?? '') : '';
  const wanted = column.field.kind === 'fen' ? plain(query.trim()) : query.trim();
  return replaceIn(exact, wanted, by) ?? replaceIn(name, wanted, by);
}

function replaceIn(text: string, query: string, by: string): string | null {
  const [where, wanted] = [folded(text), folded(query)];
  if (wanted === '' || !where.includes(wanted)) return null;
  let result = '';
  let from = 0;
  for (let at = where.indexOf(wanted); at >= 0; at = where.indexOf(wanted, from)) {
    result += text.slice(from, at) + by;
    from = at + wanted.length;
  }
  return result + text.slice(from);
}
