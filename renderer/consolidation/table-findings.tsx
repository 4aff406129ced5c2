/** What is to be said of a consolidation, each with the way to the figure it is about. */
import { type Finding, SEVERITY_LABELS } from '../../shared/checks/finding.ts';
import { usePlace } from '../state/window-state.ts';

const MOST = 100;

export function TableFindings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <section className="consolidation-findings" aria-labelledby="consolidation-findings">
      <h3 id="consolidation-findings">汇总后的勾稽核对</h3>
      {findings.length === 0 ? (
        <p className="muted">单位齐全，13张表之间的勾稽关系都对得上。</p>
      ) : (
        <ul>
          {findings.slice(0, MOST).map((finding) => (
            <FindingLine key={`${finding.ruleId} ${finding.message}`} finding={finding} />
          ))}
        </ul>
      )}
      {findings.some(({ location, severity }) => location.kind === 'cell' && severity !== 'advice') ? (
        <p className="muted">表上的问题来自单位的预算：打开上面有错误的单位改正，汇总的表随之改正。</p>
      ) : null}
      {findings.length > MOST ? (
        <p className="muted">
          共 {findings.length} 条，只列出前 {MOST} 条。
        </p>
      ) : null}
    </section>
  );
}

function FindingLine({ finding: { severity, message, basis, location } }: { readonly finding: Finding }) {
  const { show } = usePlace();
  return (
    <li>
      <span className={`badge is-${severity}`}>{SEVERITY_LABELS[severity]}</span>
      <span title={`依据：${basis}`}>{message}</span>
      {location.kind === 'cell' ? (
        <button
          type="button"
          className="link"
          onClick={() => show('tables', { kind: 'cell', cell: location.cell, consolidated: true })}
        >
          看表{location.cell.table}
        </button>
      ) : null}
    </li>
  );
}
