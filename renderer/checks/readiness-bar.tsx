/** How far the budget is on its way to being handed in: every step a way to where it is done, and the last step itself. */
import type { Lack, Readiness, ReadinessStep } from '../../shared/checks/readiness.ts';
import { HandIn } from './hand-in.tsx';

export type OnStep = (step: ReadinessStep, lack: Lack | undefined) => void;

interface ReadinessBarProps {
  /** Null while it is being asked for. */
  readonly readiness: Readiness | null;
  readonly onStep: OnStep;
  readonly onRefused: () => void;
}

export function ReadinessBar({ readiness, onStep, onRefused }: ReadinessBarProps) {
  return (
    <section className="readiness" aria-label="上报前的准备">
      {readiness === null ? null : (
        <>
          <Sum readiness={readiness} />
          <ol>
            {readiness.steps.map((step) => (
              <li key={step.id}>
                <StepButton step={step} onStep={onStep} />
              </li>
            ))}
          </ol>
        </>
      )}
      <span className="spring" />
      <HandIn onRefused={onRefused} />
    </section>
  );
}

function Sum({ readiness }: { readonly readiness: Readiness }) {
  const { status, ready, steps } = readiness;
  const done = steps.filter(({ state }) => state === 'done').length;
  return (
    <span className={ready || status !== 'draft' ? 'readiness-sum is-ready' : 'readiness-sum'} role="status">
      <b>{sumOf(readiness)}</b>
      <progress value={done} max={steps.length} aria-label={`已完成 ${done} 步，共 ${steps.length} 步`} />
    </span>
  );
}

function sumOf({ status, ready, checked, steps }: Readiness): string {
  const left = steps.filter(({ state }) => state === 'todo').length;
  if (status !== 'draft') return '已上报';
  if (!checked) return '正在审核';
  // As many as are marked red; the others can wait.
  if (!ready) return `还差 ${steps.filter(({ state, required }) => required && state === 'todo').length} 步`;
  return left > 0 ? `可以上报，${left} 步可补` : '可以上报';
}

const SIGNS = { done: '✓', todo: '○', checking: '…' } as const;
const STATES = { done: '已完成', todo: '未完成', checking: '正在审核' } as const;

function StepButton({ step, onStep }: { readonly step: ReadinessStep; readonly onStep: OnStep }) {
  const { label, state, required, missing } = step;
  const names = ['readiness-step', `is-${state}`];
  if (state === 'todo' && required) names.push('is-required');
  return (
    <button
      type="button"
      className={names.join(' ')}
      title={missing.length === 0 ? `${label}：${STATES[state]}` : textOf(missing)}
      onClick={() => onStep(step, missing[0])}
    >
      <span aria-hidden="true">{SIGNS[state]}</span> {label}
      {state === 'todo' && step.total > 1 ? (
        <span className="readiness-count">
          {step.done}/{step.total}
        </span>
      ) : null}
      <span className="visually-hidden">，{STATES[state]}</span>
    </button>
  );
}

const textOf = (missing: readonly Lack[]): string => missing.map(({ text }) => text).join('\n');

/** Everything that is missing, a sentence each, in the order of the work. */
export function LackList({ readiness, onStep }: { readonly readiness: Readiness | null; readonly onStep: OnStep }) {
  if (readiness === null) return null;
  const left = readiness.steps.filter(({ missing }) => missing.length > 0);
  return (
    <>
      <h2>{left.length === 0 ? '上报前的准备都做完了' : '上报前还差'}</h2>
      {left.length === 0 ? <p className="muted">在左边选一条结果，这里说明依据和怎么办。</p> : null}
      <ul className="lack-list">
        {left.flatMap((step) =>
          step.missing.map((lack) => (
            <li key={`${step.id} ${lack.text}`} className={step.required ? 'is-required' : ''}>
              <span>
                <b>{step.label}</b>　{lack.text}
              </span>
              <button type="button" className="link" onClick={() => onStep(step, lack)}>
                去处理
              </button>
            </li>
          )),
        )}
      </ul>
    </>
  );
}
