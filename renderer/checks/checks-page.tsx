/** 审核: what the checks found, worst first, each with the way to where it is mended. */
import { useMemo, useState } from 'react';
import type { KeptFinding, Severity } from '../../shared/checks/finding.ts';
import { usePlace } from '../state/window-state.ts';
import { Empty, Shown } from '../ui/states.tsx';
import { HandIn } from './hand-in.tsx';
import { mend } from './mend.ts';
import { placeOf } from './places.ts';
import { useFindings, useFindingsView } from './use-findings.ts';

const SEVERITIES: readonly { readonly id: Severity; readonly label: string; readonly meaning: string }[] = [
  { id: 'error', label: '错误', meaning: '上报前必须改正' },
  { id: 'warning', label: '警告', meaning: '请核实' },
  { id: 'advice', label: '提示', meaning: '供参考' },
];

export function ChecksPage() {
  const asked = useFindings();
  return (
    <div className="checks-page">
      <Shown asked={asked} what="审核结果">
        {(findings) => <Findings findings={findings} />}
      </Shown>
    </div>
  );
}

function Findings({ findings }: { readonly findings: readonly KeptFinding[] }) {
  const [query, setQuery] = useState('');
  const [only, setOnly] = useState<Severity | null>(null);
  const shown = useMemo(() => {
    const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
    return findings.filter((finding) => {
      const text = `${finding.message} ${finding.basis} ${finding.ruleId}`.toLowerCase();
      return (only === null || finding.severity === only) && words.every((word) => text.includes(word));
    });
  }, [findings, query, only]);
  if (findings.length === 0) {
    return (
      <>
        <header className="page-head">
          <h1>审核</h1>
          <Checking />
          <span className="spring" />
          <HandIn />
        </header>
        <Empty title="审核没有发现问题。">表间勾稽、明细填报和绩效目标都已检查，可以上报和导出公开表。</Empty>
      </>
    );
  }
  return (
    <>
      <header className="page-head">
        <h1>审核</h1>
        <div className="segmented" role="radiogroup" aria-label="按严重程度筛选">
          {[{ id: null, label: '全部' }, ...SEVERITIES].map(({ id, label }) => (
            <label key={label} className={only === id ? 'is-on' : ''}>
              <input type="radio" name="severity" checked={only === id} onChange={() => setOnly(id)} />
              {label} {id === null ? findings.length : count(findings, id)}
            </label>
          ))}
        </div>
        <Checking />
        <span className="spring" />
        <input
          type="search"
          className="input"
          placeholder="搜索审核结果"
          aria-label="搜索审核结果"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <HandIn />
      </header>
      <div className="findings">
        {shown.length === 0 ? <Empty title="没有符合条件的结果。" /> : null}
        {SEVERITIES.map((severity) => (
          <Group
            key={severity.id}
            {...severity}
            findings={shown.filter((finding) => finding.severity === severity.id)}
          />
        ))}
      </div>
    </>
  );
}

/** How far the checks of a large book are; nothing once they are through. */
function Checking() {
  const progress = useFindingsView()?.progress ?? null;
  if (progress === null || progress.finished) return null;
  const { done, total } = progress;
  return (
    <span className="checking muted" role="status">
      正在审核 <progress value={total > 0 ? done : undefined} max={total || 1} />
    </span>
  );
}

const count = (findings: readonly KeptFinding[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;

const FIRST = 100;

interface GroupProps {
  readonly id: Severity;
  readonly label: string;
  readonly meaning: string;
  readonly findings: readonly KeptFinding[];
}

function Group({ id, label, meaning, findings }: GroupProps) {
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  return (
    <section className={`findings-group is-${id}`}>
      <h2>
        {label} <span className="badge">{findings.length}</span> <span className="muted">{meaning}</span>
      </h2>
      <ul>
        {(all ? findings : findings.slice(0, FIRST)).map((finding) => (
          <FindingView key={finding.key} finding={finding} />
        ))}
      </ul>
      {all || findings.length <= FIRST ? null : (
        <button type="button" className="button" onClick={() => setAll(true)}>
          显示其余 {findings.length - FIRST} 条
        </button>
      )}
    </section>
  );
}

function FindingView({ finding }: { readonly finding: KeptFinding }) {
  const place = usePlace();
  const { fix } = finding;
  return (
    <li className="finding">
      <div className="finding-text">
        <p>{finding.message}</p>
        <p className="finding-basis">依据：{finding.basis}</p>
      </div>
      {fix === undefined ? null : (
        <button type="button" className="button" disabled={place.book.readOnly} onClick={() => void mend(finding)}>
          {fix.label}
        </button>
      )}
      <button
        type="button"
        className="button"
        onClick={() => {
          const { page, goTo } = placeOf(finding, { unitId: place.unit.id, budgetId: place.budget.id });
          place.show(page, goTo);
        }}
      >
        去改
      </button>
    </li>
  );
}
