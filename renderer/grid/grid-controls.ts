/** What keys, clipboard and pointer act on: one grid's rows, columns, selection and editor. */
import type { RefObject } from 'react';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { Arrangement } from './arrange/arrangement.ts';
import type { GridColumn } from './column.ts';
import type { GridRow } from './compose-row.ts';
import type { Cut } from './cutting.ts';
import type { GridShape, Motion, Selection } from './selection.ts';
import type { GridSession } from './session.ts';
import type { Editor } from './use-editing.ts';
import type { ViewFollows } from './use-selection.ts';

export interface GridControls {
  readonly session: GridSession;
  readonly columns: readonly GridColumn[];
  readonly lookup: CellLookup;
  readonly readOnly: boolean;
  /** Something was typed though the grid is read-only: says why it is. */
  readonly onRefused: () => void;
  /** The selection as the next key press sees it. */
  readonly selected: RefObject<Selection>;
  readonly shape: GridShape;
  readonly select: (selection: Selection, view?: ViewFollows) => void;
  readonly goBy: (motion: Motion) => void;
  /** The active cell's row and column. */
  readonly target: () => { readonly row: GridRow; readonly column: GridColumn } | null;
  readonly editor: Editor;
  /** Shows the rows another way; the active row stays active. */
  readonly arrange: (arrangement: Arrangement) => void;
  /** What was cut and waits to be pasted. */
  readonly cut: Cut | null;
  readonly setCut: (cut: Cut | null) => void;
  /** Opens the menu of a column. */
  readonly openMenu: (column: number) => void;
  /** Takes a block to be looked over before it counts; false for one that can be laid over the grid as it is. */
  readonly takeBlock: (text: string, block: readonly (readonly string[])[], controls: GridControls) => boolean;
}
