/** 审核: what the checks found, worst first, each with the way to where it is mended. */
import { useMemo, useState } from 'react';
import type { KeptFinding, Location, Severity } from '../../shared/checks/finding.ts';
import { entities } from '../../shared/entities/index.ts';
import { type Place, usePlace } from '../state/window-state.ts';
import { Empty, Shown } from '../ui/states.tsx';
import { HandIn } from './hand-in.tsx';
import { mend } from './mend.ts';
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
  const go = goer(finding.location, place);
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
      {go === null ? null : (
        <button type="button" className="button" onClick={go.run}>
          {go.label}
        </button>
      )}
    </li>
  );
}

/** The way to where a finding is mended; null when this window has no page for it yet. */
function goer(location: Location, place: Place): { readonly label: string; readonly run: () => void } | null {
  switch (location.kind) {
    case 'cell':
      return {
        label: `查看表${location.cell.table}`,
        run: () => place.show('tables', { kind: 'cell', cell: location.cell }),
      };
    case 'table':
      return { label: `查看表${location.table}`, run: () => place.show('tables') };
    case 'budget':
      return {
        label: '去填写',
        run: () => place.show('unit', { kind: 'row', entity: 'budget', id: place.budget.id, field: null }),
      };
    case 'narrative':
      return { label: '去改说明', run: () => place.show('document', location) };
    case 'row': {
      const page = pageOf(location);
      if (page === null) return null;
      return { label: `去改${entities[location.entity].label}`, run: () => place.show(page, location) };
    }
  }
}

function pageOf(location: Extract<Location, { kind: 'row' }>) {
  switch (location.entity) {
    case 'line':
      return location.page ?? 'spending';
    case 'project':
      return 'projects';
    case 'procurement':
      return 'procurement';
    case 'goalSheet':
    case 'indicator':
      return 'goals';
    case 'unit':
    case 'budget':
    case 'asset':
    case 'prior':
      return 'unit';
    default:
      return null;
  }
}
