/** How many findings are open on each page: those that are mended there. Waived ones are not open. */
import type { Severity } from '../../shared/checks/finding.ts';
import type { FindingCounts } from '../../shared/checks/open-findings.ts';
import type { PageId } from '../state/pages.ts';

export type Counts = Readonly<Record<Severity, number>>;

export interface AllCounts {
  readonly open: FindingCounts;
  /** Pages without any are left out. */
  readonly pages: ReadonlyMap<PageId, Counts>;
}
