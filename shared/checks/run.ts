/** All checks on a budget from beginning to end: rules on its records and cross-checks between its 13 tables. */
import type { KeptFinding } from './finding.ts';
import { inOrder } from './in-order.ts';
import type { CheckInput } from './input.ts';
import { LiveChecks } from './live/live-checks.ts';
import type { RecordRule } from './record-spec.ts';

export type { CheckInput } from './input.ts';

/**
 * @param input the rows of one budget and the facts made of them
 * @param rules absent = all of the program, and the cross-checks between tables
 * @returns findings, errors first, then in the order of rules and of the book
 */
export function runChecks(input: CheckInput, rules?: readonly RecordRule[]): readonly KeptFinding[] {
  return [...filledChecks(input, rules).all()].sort(inOrder);
}

/** The checks of a budget with nothing left to do, ready to follow its changes. */
export function filledChecks(input: CheckInput, rules?: readonly RecordRule[]): LiveChecks {
  const { facts, unit, budget, ruleSets } = input;
  const given = { codes: facts.context.codes, facts: () => facts, unit, budget, ruleSets };
  const checks = new LiveChecks(rules === undefined ? given : { ...given, rules, withTables: false });
  for (const row of input.projects) checks.put('project', row);
  for (const row of input.lines) checks.put('line', row);
  for (const row of input.procurement) checks.put('procurement', row);
  for (const row of input.goalSheets) checks.put('goalSheet', row);
  for (const row of input.indicators) checks.put('indicator', row);
  for (const row of input.assets) checks.put('asset', row);
  for (const row of input.prior) checks.put('prior', row);
  for (const row of input.narrative) checks.put('narrative', row);
  while (checks.step());
  return checks;
}
