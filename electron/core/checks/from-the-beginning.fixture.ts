/** What a run of the checks from the beginning says about a budget of a file, to hold led-along findings to. */
import { openBook } from '../../../db/open.ts';
import { listIndicators, listRows } from '../../../db/read.ts';
import type { KeptFinding } from '../../../shared/checks/finding.ts';
import { filledChecks } from '../../../shared/checks/run.ts';
import { createFactsCache } from '../facts-cache.ts';
import { ruleSetsFor } from '../rule-sets.ts';

/** Findings as texts in one order: what each says, where, and why it is left as it is. */
export function said(findings: readonly KeptFinding[]): readonly string[] {
  return findings
    .map(({ key, message, location, waived }) => JSON.stringify([key, message, location, waived?.reason ?? null]))
    .sort();
}

export function fromTheBeginning(path: string, budgetId: number): readonly string[] {
  const book = openBook(path, { mode: 'read', user: '读', now: () => new Date() });
  try {
    const budget = listRows(book, 'budget', null).find(({ id }) => id === budgetId);
    const unit = listRows(book, 'unit', null).find(({ id }) => id === budget?.unitId);
    if (budget === undefined || unit === undefined) throw new Error('no budget');
    const checks = filledChecks({
      facts: createFactsCache(book).facts(budgetId),
      unit,
      budget,
      lines: listRows(book, 'line', budgetId),
      projects: listRows(book, 'project', budgetId),
      procurement: listRows(book, 'procurement', budgetId),
      goalSheets: listRows(book, 'goalSheet', budgetId),
      indicators: listIndicators(book, budgetId),
      assets: listRows(book, 'asset', budgetId),
      prior: listRows(book, 'prior', budgetId),
      narrative: listRows(book, 'narrative', budgetId),
      ruleSets: ruleSetsFor(book, unit, budget),
    });
    for (const waiver of listRows(book, 'waiver', budgetId)) checks.putWaiver(waiver.id, waiver);
    return said(checks.all());
  } finally {
    book.close();
  }
}
