/** Beside the list: all that is to be said of the chosen finding, and what can be done about it. */
import type { ReactNode } from 'react';
import { type KeptFinding, SEVERITY_LABELS, type Waived } from '../../shared/checks/finding.ts';
import type { CellRef } from '../../shared/tables/model.ts';
import { usePlace } from '../state/window-state.ts';
import { labelOf, nextStep } from './next-step.ts';
import { alsoAt, pageOf } from './places.ts';
import type { ReviewActions } from './use-review-actions.ts';

interface FindingDetailProps {
  readonly finding: KeptFinding | null;
  readonly actions: ReviewActions;
  /** Shown while no finding is chosen. */
  readonly otherwise: ReactNode;
}

export function FindingDetail({ finding, actions, otherwise }: FindingDetailProps) {
  return (
    <aside className="finding-detail" aria-label="所选结果">
      {finding === null ? otherwise : <Told finding={finding} actions={actions} />}
    </aside>
  );
}

function Told({ finding, actions }: { readonly finding: KeptFinding; readonly actions: ReviewActions }) {
  const { severity, message, basis, waived } = finding;
  return (
    <>
      <p className={`finding-told is-${waived === undefined ? severity : 'waived'}`}>
        <b>{waived === undefined ? SEVERITY_LABELS[severity] : '已放行'}</b>
        {message}
      </p>
      {waived === undefined ? null : <Reason waived={waived} />}
      <dl>
        <dt>依据</dt>
        <dd>{basis}</dd>
        <dt>怎么办</dt>
        <dd>{nextStep(finding)}</dd>
      </dl>
      <Buttons finding={finding} actions={actions} />
      <Elsewhere finding={finding} />
    </>
  );
}

function Reason({ waived: { reason, madeBy, madeOn } }: { readonly waived: Waived }) {
  return (
    <blockquote className="finding-reason">
      {reason}
      <footer className="muted">{[madeBy, madeOn].filter((part) => part !== null).join('　')}</footer>
    </blockquote>
  );
}

function Buttons({ finding, actions }: { readonly finding: KeptFinding; readonly actions: ReviewActions }) {
  const { fix, waived, severity } = finding;
  const isOpen = waived === undefined;
  const alike = actions.mendable(finding).length;
  return (
    <div className="finding-actions">
      {fix !== undefined && isOpen ? (
        <Action label={fix.label} keys="G" primary disabled={actions.locked} onRun={() => actions.mend(finding)} />
      ) : null}
      {alike > 1 ? (
        <Action
          label={`全部改正（${alike}处）`}
          keys="Shift+G"
          disabled={actions.locked}
          onRun={() => actions.mendAll(finding)}
        />
      ) : null}
      <Action
        label={`去“${labelOf(pageOf(finding))}”`}
        keys="Enter"
        primary={fix === undefined && isOpen}
        onRun={() => actions.go(finding)}
      />
      {severity === 'error' ? null : (
        <Action
          label={isOpen ? '放行…' : '改理由…'}
          keys="F"
          disabled={actions.locked}
          onRun={() => actions.waive(finding)}
        />
      )}
      {isOpen ? null : (
        <Action label="撤回放行" keys="Delete" disabled={actions.locked} onRun={() => actions.unwaive(finding)} />
      )}
    </div>
  );
}

interface ActionProps {
  readonly label: string;
  readonly keys: string;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly onRun: () => void;
}

function Action({ label, keys, primary = false, disabled = false, onRun }: ActionProps) {
  return (
    <button
      type="button"
      className={primary ? 'button is-primary' : 'button'}
      disabled={disabled}
      title={`${label}（${keys}）`}
      onClick={onRun}
    >
      {label}
      <kbd>{keys}</kbd>
    </button>
  );
}

/** The other figures of the comparison, and the pages they come from. */
function Elsewhere({ finding }: { readonly finding: KeptFinding }) {
  const { location } = finding;
  const { show } = usePlace();
  const cells = location.kind === 'cell' ? oneOfEach(location.with ?? []) : [];
  const pages = alsoAt(finding);
  if (cells.length + pages.length === 0) return null;
  return (
    <p className="finding-elsewhere">
      <span className="muted">也看看：</span>
      {cells.map((cell) => (
        <button key={cell.table} type="button" className="link" onClick={() => show('tables', { kind: 'cell', cell })}>
          表{cell.table}
        </button>
      ))}
      {pages.map((page) => (
        <button key={page} type="button" className="link" onClick={() => show(page)}>
          {labelOf(page)}
        </button>
      ))}
    </p>
  );
}

/** The first cell of each table. */
function oneOfEach(cells: readonly CellRef[]): readonly CellRef[] {
  return [...new Map([...cells].reverse().map((cell) => [cell.table, cell] as const)).values()].sort(
    (left, right) => left.table - right.table,
  );
}
