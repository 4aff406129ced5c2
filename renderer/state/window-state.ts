/** Where the user is in the window: page, budget, unit of display. */
import { createContext, useContext } from 'react';
import type { BookState } from '../../shared/api/types.ts';
import type { EntityName, RowOfEntity } from '../../shared/entities/index.ts';
import type { AmountUnit } from '../../shared/money/parse.ts';
import type { CellRef } from '../../shared/tables/model.ts';
import type { BookStores } from './book-stores.ts';
import type { PageId } from './pages.ts';

/** A row, a table or a cell of one, or a paragraph of 预算说明 to go to. A new object goes there again. */
export type GoTo =
  | { readonly kind: 'row'; readonly entity: EntityName; readonly id: number; readonly field: string | null }
  /** `consolidated`: in the tables of the department. */
  | { readonly kind: 'cell'; readonly cell: CellRef; readonly consolidated?: true }
  | { readonly kind: 'table'; readonly table: number }
  | { readonly kind: 'narrative'; readonly section: string };

/** What holds of a book for as long as it is open: another one with every edit would draw every page anew. */
export type OpenBook = Omit<BookState, 'revision' | 'undo' | 'redo'>;

/** Everything a page may need to know of where it is. */
export interface Place {
  readonly book: OpenBook;
  readonly stores: BookStores;
  readonly unit: RowOfEntity<'unit'>;
  readonly budget: RowOfEntity<'budget'>;
  readonly page: PageId;
  readonly amountUnit: AmountUnit;
  /** Table shown beside the grids; null when the panel is closed. */
  readonly besideTable: number | null;
  readonly goTo: GoTo | null;
  /** `budgetId`: another budget of the book to go to. */
  readonly show: (page: PageId, goTo?: GoTo, budgetId?: number) => void;
  readonly setBeside: (table: number) => void;
  /** Closes the panel beside the grids, or opens it with the table it last showed. */
  readonly toggleBeside: () => void;
  /** Opens backups and restoring. */
  readonly backup: () => void;
  /** Opens the password of the book. */
  readonly password: () => void;
}

export const PlaceContext = createContext<Place | null>(null);

/** The place of the page that asks. Pages are drawn only where there is one. */
export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error('a page was drawn outside of a book');
  return place;
}
