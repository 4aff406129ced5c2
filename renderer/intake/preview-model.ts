/** What the preview of a paste or an import draws and does, wherever the block is read: in the window or in the core. */
import type { EntityName } from '../../shared/entities/index.ts';
import type { Uses } from '../../shared/intake/header.ts';
import type { IntakeSummary, ShownRow } from '../../shared/intake/shown.ts';
import type { AmountUnit } from '../../shared/money/parse.ts';

export interface PreviewModel {
  readonly entity: EntityName;
  /** Fields that are given by where the block goes; nobody is asked for them. */
  readonly given: readonly string[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes with everything that is drawn. */
  readonly version: () => number;
  summary(): IntakeSummary;
  /** A row in detail; null while it is on its way. */
  row(index: number): ShownRow | null;
  setUses(uses: Uses): void;
  setUnit(unit: AmountUnit): void;
  /** `text` as it would be typed: a label, a name. */
  setFill(field: string, text: string): void;
  tick(rows: readonly number[], on: boolean): void;
  /** `alike`: also all cells of the column that cannot be read and hold the same. */
  mend(row: number, column: number, text: string, alike: boolean): void;
}
