/** Which findings are still to be dealt with: those that nobody has said a reason for. */
import { type KeptFinding, SEVERITIES, SEVERITY_LABELS, type Severity } from './finding.ts';

/** Findings that are open, by severity, and those that are waived, of any severity. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly advice: number;
  readonly waived: number;
}

export function isOpen({ waived }: Pick<KeptFinding, 'waived'>): boolean {
  return waived === undefined;
}

/** The one count that navigation, overview, command line and hand-in read. */
export function countFindings(findings: Iterable<Pick<KeptFinding, 'severity' | 'waived'>>): FindingCounts {
  const counts = { error: 0, warning: 0, advice: 0, waived: 0 };
  for (const finding of findings) counts[isOpen(finding) ? finding.severity : 'waived'] += 1;
  return counts;
}

/** 错误 1 条，警告 2 条，提示 3 条 */
export function countsText(counts: Readonly<Record<Severity, number>>): string {
  return SEVERITIES.map((severity) => `${SEVERITY_LABELS[severity]} ${counts[severity]} 条`).join('，');
}
