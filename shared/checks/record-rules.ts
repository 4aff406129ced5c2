/** All rules on records, in the order they are reported. */
import { budgetRules } from './budget-rules.ts';
import { goalSheetRules } from './goal-sheet-rules.ts';
import { indicatorRules } from './indicator-rules.ts';
import { lineRules } from './line-rules.ts';

import { nameRules } from './name-rules.ts';
import { narrativeRules } from './narrative-rules.ts';
import { narrativeWordingRules } from './narrative-wording-rules.ts';
import { procurementDetailRules } from './procurement-detail-rules.ts';
import { procurementPathRules } from './procurement-path-rules.ts';
import { procurementRules } from './procurement-rules.ts';
import { projectRules } from './project-rules.ts';
import type { RecordRule } from './record-spec.ts';
import { vehicleRules } from './vehicle-rules.ts';
import { yearRules } from './year-rules.ts';

export const recordRules: readonly RecordRule[] = [
  ...budgetRules,
  ...lineRules,
  ...projectRules,
  ...goalSheetRules,
  ...indicatorRules,
  ...procurementRules,
  ...procurementPathRules,
  ...narrativeRules,
  ...procurementDetailRules,
  ...narrativeWordingRules,
  ...nameRules,
  ...yearRules,
  ...vehicleRules,
];
