/** Findings as text for a terminal. */
import type { KeptFinding, Severity } from '../../shared/checks/finding.ts';
import { countFindings, isOpen } from '../../shared/checks/open-findings.ts';

const LABELS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', advice: '提示' };
const ORDER: readonly Severity[] = ['error', 'warning', 'advice'];

/** One finding per line, the gravest first, those that are waived apart with their reason, and a sum. Ends without a line feed. */
export function findingsText(findings: readonly KeptFinding[]): string {
  const counts = countFindings(findings);
  const lines = ORDER.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity && isOpen(finding)).map(lineOf),
  );
  const kept = findings.flatMap((finding) => {
    const { waived } = finding;
    if (waived === undefined) return [];
    const who = [waived.madeBy, waived.madeOn].filter((text) => text !== null).join('，');
    return [lineOf(finding), `　　理由：${waived.reason}${who === '' ? '' : `（${who}）`}`];
  });
  const open = ORDER.map((severity) => `${LABELS[severity]} ${counts[severity]} 条`).join('，');
  const sum = `${open}${counts.waived === 0 ? '' : `；已说明理由 ${counts.waived} 条`}`;
  return [
    ...lines,
    ...(kept.length === 0 ? [] : ['已说明理由、不再改正：', ...kept]),
    findings.length === 0 ? '审核通过，没有发现问题。' : `合计：${sum}`,
  ].join('\n');
}

function lineOf({ severity, message, ruleId, basis }: KeptFinding): string {
  return `[${LABELS[severity]}] ${message}（${ruleId}；依据：${basis}）`;
}
