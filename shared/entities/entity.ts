/** What every stored record has besides its own fields, and how an entity is declared. */
import type { Fields, RowOf } from '../shape/shape.ts';

/** The record an entity's rows belong to. `book`: rows of the whole book. */
export type ParentKind = 'book' | 'budget' | 'goalSheet';

export interface EntitySpec {
  readonly name: string;
  /** Chinese name of one record. */
  readonly label: string;
  readonly parent: ParentKind;
  readonly fields: Fields;
}

/** Keys every stored row carries. `position` is the row's place in its parent's own order. */
export interface RowMeta {
  readonly id: number;
  /** Grows by one at each change; a save that names an older one is refused as a conflict. */
  readonly revision: number;
  /** Id of the parent row; null when the parent is the book itself. */
  readonly parentId: number | null;
  readonly position: number;
}

export type Row<E extends EntitySpec> = RowMeta & RowOf<E['fields']>;

/**
 * What the window sends to save: `id: null` inserts, otherwise the row `id` at `revision` is replaced.
 * `position: null` puts a new row last and leaves an old one where it is.
 */
export type Draft<E extends EntitySpec> = {
  readonly id: number | null;
  readonly revision: number | null;
  readonly position: number | null;
} & RowOf<E['fields']>;
