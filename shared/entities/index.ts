/** Every stored entity by name; `rows.*` calls, SQL, interchange and history all read this registry. */
import { budget } from './budget.ts';
import { budgetLine } from './budget-line.ts';
import type { Draft, EntitySpec, Row } from './entity.ts';
import { goalSheet } from './goal-sheet.ts';
import { indicator } from './indicator.ts';
import { narrativeText } from './narrative-text.ts';
import { priorFigure } from './prior-figure.ts';
import { procurementItem } from './procurement-item.ts';
import { project } from './project.ts';
import { stateAsset } from './state-asset.ts';
import { unit } from './unit.ts';
import { userCode } from './user-code.ts';
import { waiver } from './waiver.ts';

/** Parents stand before the rows that refer to them, so that inserting in this order satisfies foreign keys. */
export const entities = {
  unit,
  budget,
  project,
  line: budgetLine,
  procurement: procurementItem,
  goalSheet,
  indicator,
  asset: stateAsset,
  prior: priorFigure,
  narrative: narrativeText,
  waiver,
  code: userCode,
} as const satisfies Readonly<Record<string, EntitySpec>>;

export type EntityName = keyof typeof entities;
export type RowOfEntity<N extends EntityName> = Row<(typeof entities)[N]>;
export type DraftOfEntity<N extends EntityName> = Draft<(typeof entities)[N]>;
