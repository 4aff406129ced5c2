/** One long task of the core as a card: its button, progress with a way to stop, and what came of it. */
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import type { Written } from '../../shared/api/types.ts';
import { call, failureOf } from '../api.ts';
import { jobs } from '../state/events.ts';
import { useSignal } from '../state/signal.ts';
import { FailureBox } from './states.tsx';
import { notifyFailure } from './toasts.tsx';

interface TaskProps<T> {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly disabled?: boolean;
  /** Only the button and what comes of it; the words are read where it is pointed at. */
  readonly compact?: boolean;
  readonly run: (jobId: string) => Promise<T>;
  readonly result: (value: T) => ReactNode;
  /** What else can be done about a failure, e.g. do it all the same. */
  readonly otherwise?: (failure: Failure) => Otherwise<T> | null;
}

interface Otherwise<T> {
  readonly action: string;
  readonly run: (jobId: string) => Promise<T>;
}

type TaskState<T> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly jobId: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly value: T };

export function Task<T>({
  title,
  text,
  action,
  disabled = false,
  compact = false,
  run,
  result,
  otherwise,
}: TaskProps<T>) {
  const [state, setState] = useState<TaskState<T>>({ kind: 'idle' });
  const start = async (asked: (jobId: string) => Promise<T>) => {
    const jobId = crypto.randomUUID();
    setState({ kind: 'running', jobId });
    try {
      setState({ kind: 'done', value: await asked(jobId) });
    } catch (error) {
      const failure = failureOf(error);
      setState(failure.code === 'CANCELLED' ? { kind: 'idle' } : { kind: 'failed', failure });
    }
  };
  const another = state.kind === 'failed' ? (otherwise?.(state.failure) ?? null) : null;
  return (
    <section className={compact ? 'task is-compact' : 'card task'} aria-label={compact ? title : undefined}>
      {compact ? null : <h2>{title}</h2>}
      {compact ? null : <p className="muted">{text}</p>}
      {state.kind === 'running' ? (
        <Progress jobId={state.jobId} />
      ) : (
        <button
          type="button"
          className={compact ? 'button' : 'button is-primary'}
          title={compact ? text : undefined}
          disabled={disabled}
          onClick={() => void start(run)}
        >
          {action}
        </button>
      )}
      {state.kind === 'failed' ? <FailureBox failure={state.failure} /> : null}
      {another === null ? null : (
        <button type="button" className="button" onClick={() => void start(another.run)}>
          {another.action}
        </button>
      )}
      {state.kind === 'done' ? (
        <div className="task-done" role="status">
          {result(state.value)}
        </div>
      ) : null}
    </section>
  );
}

function Progress({ jobId }: { readonly jobId: string }) {
  const job = useSignal(jobs).get(jobId);
  return (
    <div className="progress" role="status">
      <span>
        {job === undefined ? '等待选择文件…' : `${job.title} ${job.total > 0 ? `${job.done} / ${job.total}` : ''}`}
      </span>
      <progress value={job !== undefined && job.total > 0 ? job.done : undefined} max={job?.total || 1} />
      <button type="button" className="button" onClick={() => call('job.cancel', { jobId }).catch(() => undefined)}>
        取消
      </button>
    </div>
  );
}

/** Where a file was written, and the way there. */
export function WrittenCard({ written }: { readonly written: Written }) {
  const reveal = () =>
    call('file.reveal', { id: written.id }).catch((error: unknown) => notifyFailure(failureOf(error)));
  return (
    <>
      <p>
        ✓ 已写入 <b>{written.name}</b>（{Math.max(1, Math.round(written.bytes / 1024))} KB）
        <br />
        <span className="muted">{written.folder}</span>
      </p>
      <button type="button" className="button" onClick={() => void reveal()}>
        打开文件夹
      </button>
    </>
  );
}
