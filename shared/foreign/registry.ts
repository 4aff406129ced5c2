/** Every rule on published workbooks that is none on budgets, too, by the description that those have. */

import type { Severity } from '../checks/finding.ts';
import { printedRules, printedTableChecks } from '../checks/printed/check-printed.ts';
import { entryOfCheck, type RuleEntry, ruleEntries } from '../checks/registry.ts';
import { sheetRules } from './audit.ts';

interface OnPaper {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly basis: string;
}

const known = new Set(ruleEntries.map(({ id }) => id));
const onSheets = new Set(sheetRules.map(({ id }) => id));

function entryOf({ id, title, severity, basis }: OnPaper): RuleEntry {
  const scope = onSheets.has(id) ? 'sheet' : 'paper';
  return { id, title, severity, scope, basis, place: scope === 'sheet' ? '单元格' : '表上的行和格', fix: null };
}

/** Rules about sheets first; one that stands for a rule on printed tables is told once. */
export const foreignEntries: readonly RuleEntry[] = [
  ...sheetRules.map(entryOf),
  ...printedRules.filter(({ id }) => !onSheets.has(id)).map(entryOf),
  ...printedTableChecks.filter(({ id }) => !known.has(id)).map(entryOfCheck),
];
