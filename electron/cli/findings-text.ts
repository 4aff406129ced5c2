/** Findings as text for a terminal. */
import type { Finding, Severity } from '../../shared/checks/finding.ts';

const LABELS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', advice: '建议' };
const ORDER: readonly Severity[] = ['error', 'warning', 'advice'];

/** How many of each severity. */
export function countFindings(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), advice: count('advice') };
}

/** One finding per line, the gravest first, and a sum. Ends without a line feed. */
export function findingsText(findings: readonly Finding[]): string {
  const counts = countFindings(findings);
  const lines = ORDER.flatMap((severity) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map(({ ruleId, message, basis }) => `[${LABELS[severity]}] ${message}（${ruleId}；依据：${basis}）`),
  );
  const sum = ORDER.map((severity) => `${LABELS[severity]} ${counts[severity]} 条`).join('，');
  return [...lines, findings.length === 0 ? '审核通过，没有发现问题。' : `合计：${sum}`].join('\n');
}
