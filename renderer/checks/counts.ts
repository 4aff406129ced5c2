/** How many findings are open on each page: those that are mended there. Waived ones are not open. */
import type { KeptFinding, Severity } from '../../shared/checks/finding.ts';
import { isOpen } from '../../shared/checks/open-findings.ts';
import type { PageId } from '../state/pages.ts';
import { pageOf } from './places.ts';

export type Counts = Readonly<Record<Severity, number>>;

/** Looks at each finding once. Pages without any are left out. */
export function countByPage(findings: Iterable<KeptFinding>): ReadonlyMap<PageId, Counts> {
  const pages = new Map<PageId, Record<Severity, number>>();
  for (const finding of findings) {
    if (!isOpen(finding)) continue;
    const page = pageOf(finding);
    const known = pages.get(page) ?? { error: 0, warning: 0, advice: 0 };
    known[finding.severity] += 1;
    pages.set(page, known);
  }
  return pages;
}
