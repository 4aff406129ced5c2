/** What each rule asks for, in a few words, as the rules say it themselves. */
import { tableChecks } from '../../shared/checks/cross-table.ts';
import { recordRules } from '../../shared/checks/record-rules.ts';

const TITLES: ReadonlyMap<string, string> = new Map(
  [...tableChecks, ...recordRules].map(({ id, title }) => [id, title] as const),
);

export const titleOf = (ruleId: string): string => TITLES.get(ruleId) ?? ruleId;

/** How many rules a budget is held to. */
export const RULE_COUNTS = { tables: tableChecks.length, records: recordRules.length } as const;
