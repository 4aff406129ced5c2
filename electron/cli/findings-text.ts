/** Findings as text for a terminal. */
import { type Finding, type KeptFinding, SEVERITIES, SEVERITY_LABELS } from '../../shared/checks/finding.ts';
import { countFindings, countsText, isOpen } from '../../shared/checks/open-findings.ts';

/** One finding per line, the gravest first, those that are waived apart with their reason, and a sum. Ends without a line feed. */
export function findingsText(findings: readonly KeptFinding[]): string {
  const counts = countFindings(findings);
  const lines = SEVERITIES.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity && isOpen(finding)).map(lineOf),
  );
  const kept = findings.flatMap((finding) => {
    const { waived } = finding;
    if (waived === undefined) return [];
    const who = [waived.madeBy, waived.madeOn].filter((text) => text !== null).join('，');
    return [lineOf(finding), `　　理由：${waived.reason}${who === '' ? '' : `（${who}）`}`];
  });
  const sum = `${countsText(counts)}${counts.waived === 0 ? '' : `；已说明理由 ${counts.waived} 条`}`;
  return [
    ...lines,
    ...(kept.length === 0 ? [] : ['已说明理由、不再改正：', ...kept]),
    findings.length === 0 ? '审核通过，没有发现问题。' : `合计：${sum}`,
  ].join('\n');
}

/** One finding with its rule and what it rests on. */
export function lineOf({ severity, message, ruleId, basis }: Finding): string {
  return `[${SEVERITY_LABELS[severity]}] ${message}（${ruleId}；依据：${basis}）`;
}
