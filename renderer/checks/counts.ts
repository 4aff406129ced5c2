/** How many findings are still open: in all, and on each page. Waived ones are not. */
import type { KeptFinding, Severity } from '../../shared/checks/finding.ts';
import type { PageId } from '../state/pages.ts';
import { pageOf } from './places.ts';

export type Counts = Readonly<Record<Severity, number>>;

export interface FindingCounts {
  readonly open: Counts;
  readonly waived: number;
  readonly pages: ReadonlyMap<PageId, Counts>;
}

/** Looks at each finding once. */
export function countFindings(findings: Iterable<KeptFinding>): FindingCounts {
  const open = { error: 0, warning: 0, advice: 0 };
  const pages = new Map<PageId, { error: number; warning: number; advice: number }>();
  let waived = 0;
  for (const finding of findings) {
    if (finding.waived !== undefined) {
      waived += 1;
      continue;
    }
    open[finding.severity] += 1;
    const page = pageOf(finding);
    const known = pages.get(page) ?? { error: 0, warning: 0, advice: 0 };
    known[finding.severity] += 1;
    pages.set(page, known);
  }
  return { open, waived, pages };
}
