/** A file that the core writes where the user chooses: how it goes, and the way to the file. */
import { useState } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import type { Written } from '../../shared/api/types.ts';
import { call, failureOf } from '../api.ts';
import { usePlace } from '../state/window-state.ts';
import { JobLine } from './job-line.tsx';
import { FailureBox } from './states.tsx';
import { notifyFailure } from './toasts.tsx';
import '../styles/file-job.css';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly jobId: string }
  /** Something without progress is going on, in words. */
  | { readonly kind: 'busy'; readonly text: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly written: Written };

export interface FileJob {
  readonly state: State;
  readonly isBusy: boolean;
  /** Writes a file once everything typed is in the book. */
  readonly write: (ask: (jobId: string) => Promise<Written>) => void;
  /** Does something that writes no file, saying `text` meanwhile. */
  readonly attempt: (text: string, run: () => Promise<void>) => void;
  readonly forget: () => void;
}

export function useFileJob(): FileJob {
  const { stores } = usePlace();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const go = async (first: State, run: () => Promise<State>) => {
    setState(first);
    try {
      await stores.settled();
      setState(await run());
    } catch (error) {
      const failure = failureOf(error);
      setState(failure.code === 'CANCELLED' ? { kind: 'idle' } : { kind: 'failed', failure });
    }
  };
  return {
    state,
    isBusy: state.kind === 'running' || state.kind === 'busy',
    write: (ask) => {
      const jobId = crypto.randomUUID();
      void go({ kind: 'running', jobId }, async () => ({ kind: 'done', written: await ask(jobId) }));
    },
    attempt: (text, run) =>
      void go({ kind: 'busy', text }, async () => {
        await run();
        return { kind: 'idle' };
      }),
    forget: () => setState({ kind: 'idle' }),
  };
}

/** A line below the page's head; nothing while nothing is written. `unit`: what the job counts. */
export function FileJobLine({ job: { state, forget }, unit }: { readonly job: FileJob; readonly unit: string }) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'busy':
      return (
        <p className="saving-line" role="status">
          {state.text}
        </p>
      );
    case 'running':
      return <JobLine jobId={state.jobId} unit={unit} frame={(line) => <div className="saving-line">{line}</div>} />;
    case 'failed':
      return (
        <div className="saving-line">
          <FailureBox failure={state.failure} />
          <Close onClick={forget} />
        </div>
      );
    case 'done':
      return <Done written={state.written} onClose={forget} />;
  }
}

function Done({ written, onClose }: { readonly written: Written; readonly onClose: () => void }) {
  const reveal = () =>
    call('file.reveal', { id: written.id }).catch((error: unknown) => notifyFailure(failureOf(error)));
  return (
    <p className="saving-line is-done" role="status">
      <span>
        ✓ 已写入 <b>{written.name}</b>
        <span className="muted">　{written.folder}</span>
      </span>
      <button type="button" className="button" onClick={() => void reveal()}>
        打开文件夹
      </button>
      <Close onClick={onClose} />
    </p>
  );
}

function Close({ onClick }: { readonly onClick: () => void }) {
  return (
    <button type="button" className="icon-button" aria-label="收起" onClick={onClick}>
      ×
    </button>
  );
}
