/** All cross-checks between the 13 tables (design §5), in the order they are reported. */
import { fundTableChecks } from './fund-table-checks.ts';
import { levelChecks } from './level-checks.ts';
import { table1Checks } from './table-1-checks.ts';
import { table2Checks } from './table-2-checks.ts';
import { table3Checks } from './table-3-checks.ts';
import { table4Checks } from './table-4-checks.ts';
import type { TableCheck } from './table-spec.ts';
import { tables5To9Checks } from './tables-5-to-9-checks.ts';
import { tables10To13Checks } from './tables-10-to-13-checks.ts';

export const tableChecks: readonly TableCheck[] = [
  ...table1Checks,
  ...table2Checks,
  ...table3Checks,
  ...table4Checks,
  ...tables5To9Checks,
  ...tables10To13Checks,
  ...fundTableChecks,
  ...levelChecks,
];
