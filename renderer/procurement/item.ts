/** From the rows of the grid to purchases that can be judged. */
import type { SavedRow, Values } from '../../shared/intake/values.ts';
import type { Item } from '../../shared/procurement/purchases.ts';

/** Of a row that is not in the book yet. */
const UNSAVED = -1;
const known = new WeakMap<SavedRow, Item | null>();

/** The purchase of a stored row, the same one as long as the row is. */
export function storedItem(row: SavedRow): Item | null {
  const ready = known.get(row);
  if (ready !== undefined) return ready;
  const made = itemFrom(row.id, row.values);
  known.set(row, made);
  return made;
}

/** A purchase as it stands in a row, stored or not; null while its category or amount is missing. */
export function itemFrom(id: number | null, values: Values): Item | null {
  if (typeof values.category !== 'string' || typeof values.amount !== 'number') return null;
  const item = { id: id ?? UNSAVED, revision: 0, parentId: null, position: 0, ...values, name: values.name ?? '' };
  // A row of 采购 holds the fields of its entity, each checked when it was typed or read from the book.
  return item as unknown as Item;
}
