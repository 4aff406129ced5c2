/** All rules on records, in the order they are reported. */
import { budgetRules } from './budget-rules.ts';
import { goalSheetRules } from './goal-sheet-rules.ts';
import { indicatorRules } from './indicator-rules.ts';
import { lineRules } from './line-rules.ts';

import { narrativeRules } from './narrative-rules.ts';
import { procurementDetailRules } from './procurement-detail-rules.ts';
import { procurementPathRules } from './procurement-path-rules.ts';
import { procurementRules } from './procurement-rules.ts';
import { projectRules } from './project-rules.ts';
import type { RecordRule } from './record-spec.ts';

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
];
