/** The rows of a grid as they are shown, composed when they are first looked at and again when something in them changes. */
import type { Fields } from '../../shared/shape/shape.ts';
import type { GridView } from './arrange/grid-view.ts';
import { composeRow, type GridRow, headingRow } from './compose-row.ts';
import type { Drafts } from './drafts.ts';
import type { RowStore } from './row-store.ts';
import { storedRow } from './view.ts';

interface Parts {
  readonly store: RowStore;
  readonly fields: Fields;
  readonly drafts: Drafts;
  readonly view: GridView;
  /** Whether a row is on its way into the book, or proposed to go there. */
  readonly isSaving: (key: string) => boolean;
}

export class RowCache {
  private readonly parts: Parts;
  private readonly rows = new Map<string, GridRow>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  of(key: string): GridRow {
    const known = this.rows.get(key);
    if (known !== undefined) return known;
    const { store, fields, drafts, view, isSaving } = this.parts;
    const heading = view.heading(key);
    // Headings change with every row below them; there are few.
    if (heading !== null) return headingRow(key, heading);
    const row = composeRow(key, storedRow(store, key), drafts.get(key), isSaving(key), fields);
    this.rows.set(key, row);
    return row;
  }

  drop(key: string): void {
    this.rows.delete(key);
  }

  clear(): void {
    this.rows.clear();
  }
}
