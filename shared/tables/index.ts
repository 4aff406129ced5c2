/** The 13 公开表, in published order. */
import type { TableSpec } from './spec.ts';
import { table01 } from './table-01.ts';
import { table02 } from './table-02.ts';
import { table03 } from './table-03.ts';
import { table04 } from './table-04.ts';
import { table05 } from './table-05.ts';
import { table06 } from './table-06.ts';
import { table07 } from './table-07.ts';
import { table08 } from './table-08.ts';
import { table09 } from './table-09.ts';
import { table10 } from './table-10.ts';
import { table11 } from './table-11.ts';
import { table12 } from './table-12.ts';
import { table13 } from './table-13.ts';

const ALL: readonly TableSpec[] = [
  table01,
  table02,
  table03,
  table04,
  table05,
  table06,
  table07,
  table08,
  table09,
  table10,
  table11,
  table12,
  table13,
];

/**
 * The specifications in force in a fiscal year, by table number. A changed form is a new file with `fromYear`;
 * old books keep theirs.
 */
export function tablesFor(year: number): readonly TableSpec[] {
  return ALL.filter((spec) => (spec.fromYear ?? year) <= year && (spec.toYear ?? year) >= year);
}
