/** All checks on a budget: rules on its records and cross-checks between its 13 tables. */
import { tableChecks } from './cross-table.ts';
import { type Finding, SEVERITY_ORDER } from './finding.ts';
import type { CheckInput } from './input.ts';
import { recordRules } from './record-rules.ts';
import { recordsOf } from './records.ts';
import { runRecordRules } from './run-records.ts';
import { runTableChecks } from './run-tables.ts';
import { exactSource } from './table-source.ts';

export type { CheckInput } from './input.ts';

/**
 * @param input the rows of one budget and the facts made of them
 * @returns findings, errors first, then in the order of rules and of the book. Linear in the number of rows.
 */
export function runChecks(input: CheckInput): readonly Finding[] {
  const { context } = input.facts;
  const findings = [
    ...runTableChecks(tableChecks, exactSource(input.facts.tables(), context.year)),
    ...runRecordRules(recordRules, recordsOf(input), context.codes),
  ];
  return findings.sort((left, right) => SEVERITY_ORDER[left.severity] - SEVERITY_ORDER[right.severity]);
}
