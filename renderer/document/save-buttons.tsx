/** Saving the document as a file, and printing it. */
import { useState } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import type { Written } from '../../shared/api/types.ts';
import { call, failureOf } from '../api.ts';
import { usePlace } from '../state/window-state.ts';
import { JobLine } from '../ui/job-line.tsx';
import { FailureBox } from '../ui/states.tsx';
import { notifyFailure } from '../ui/toasts.tsx';
import { printHtml } from './print.ts';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly jobId: string }
  | { readonly kind: 'printing' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly written: Written };

/** What is saved or printed, and how it went; `state` is drawn below the page's head. */
export function useSaving() {
  const { budget, stores } = usePlace();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const attempt = async (first: State, run: () => Promise<State>) => {
    setState(first);
    try {
      await stores.settled();
      setState(await run());
    } catch (error) {
      const failure = failureOf(error);
      setState(failure.code === 'CANCELLED' ? { kind: 'idle' } : { kind: 'failed', failure });
    }
  };
  const save = (name: 'export.pdf' | 'export.docx') => {
    const jobId = crypto.randomUUID();
    return attempt({ kind: 'running', jobId }, async () => {
      return { kind: 'done', written: await call(name, { budgetId: budget.id, jobId }) };
    });
  };
  const print = () =>
    attempt({ kind: 'printing' }, async () => {
      await printHtml(await call('document.html', { budgetId: budget.id }));
      return { kind: 'idle' };
    });
  return { state, save, print, forget: () => setState({ kind: 'idle' }) };
}

type Saving = ReturnType<typeof useSaving>;

export function SaveButtons({ state, save, print }: Saving) {
  const busy = state.kind === 'running' || state.kind === 'printing';
  return (
    <>
      <button type="button" className="button is-primary" disabled={busy} onClick={() => void save('export.pdf')}>
        保存 PDF
      </button>
      <button type="button" className="button" disabled={busy} onClick={() => void save('export.docx')}>
        保存 Word
      </button>
      <button type="button" className="button" disabled={busy} onClick={() => void print()}>
        打印…
      </button>
    </>
  );
}

export function SaveState({ state, forget }: Saving) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'printing':
      return (
        <p className="saving-line" role="status">
          正在排版，随后打开打印窗口…
        </p>
      );
    case 'running':
      return <JobLine jobId={state.jobId} unit="遍" frame={(line) => <div className="saving-line">{line}</div>} />;
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
