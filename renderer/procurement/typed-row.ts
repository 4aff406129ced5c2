/** A row as it would be with the text that is being typed into it. */
import { parseCell } from '../../shared/intake/parse-cell.ts';
import type { CellLookup, Values } from '../../shared/intake/values.ts';
import type { GridRow } from '../grid/compose-row.ts';
import type { Follow } from '../grid/draft.ts';
import type { Typing } from '../grid/grid.tsx';
import { BLANK } from '../grid/view.ts';

/**
 * @param empty what a new row would start with
 * @returns null while the text says nothing yet, e.g. half a name of a list
 */
export function typedRow(
  { row, column, text }: Typing,
  empty: () => Values,
  follow: Follow,
  lookup: CellLookup,
): GridRow | null {
  const parsed = parseCell(column.field, text, lookup);
  if (!parsed.ok || column.computed !== undefined) return null;
  const before = row.key === BLANK ? empty() : row.values;
  const after = { ...before, [column.key]: parsed.value };
  return { ...row, values: { ...after, ...follow(column.key, before, after) } };
}
