/** What keys, clipboard and pointer act on: the lines, columns, selection and editor of one sheet's indicators. */
import type { RefObject } from 'react';
import type { FormFamily } from '../../shared/goals/form-spec.ts';
import type { GridShape, Selection } from '../grid/selection.ts';
import type { GridSession } from '../grid/session.ts';
import type { ColumnField } from './cell-text.ts';
import type { AddedLine, SheetColumn, TreeLine } from './grid-rows.ts';
import type { CellEditor, CellTarget } from './use-cell-editing.ts';

export interface IndicatorControls {
  readonly sheetId: number;
  readonly form: FormFamily;
  readonly session: GridSession;
  readonly columns: readonly SheetColumn[];
  /** Columns of the form, in either period. */
  readonly shows: ReadonlySet<ColumnField>;
  readonly readOnly: boolean;
  readonly editor: CellEditor;
  /** The lines as they stand at the moment of the key press. */
  readonly lines: () => readonly TreeLine[];
  readonly selected: RefObject<Selection>;
  readonly shape: GridShape;
  readonly select: (selection: Selection) => void;
  /** Shows an empty line to type into; null takes it away. */
  readonly add: (line: AddedLine | null) => void;
  readonly target: () => CellTarget | null;
  readonly onCopyToAnnual: (ids: readonly number[]) => void;
}
