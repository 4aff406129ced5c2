/** The frame of what is done to whole projects: a dialog that says what will happen, does it as one step, and tells. */
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import type { BookState } from '../../shared/api/types.ts';
import { failureOf } from '../api.ts';
import { takeState } from '../state/events.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureBox } from '../ui/states.tsx';
import { notify } from '../ui/toasts.tsx';
import { whileBusy } from '../ui/while-busy.ts';

interface OperationProps {
  readonly title: string;
  /** What the button says. */
  readonly action: string;
  /** What will happen, in a sentence with amounts in 元; null while something is missing or wrong. */
  readonly effect: string | null;
  /** What is missing or wrong. */
  readonly lacks: string;
  readonly run: () => Promise<{ readonly state: BookState }>;
  /** What was done, for the notice. */
  readonly done: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Operation({ title, action, effect, lacks, run, done, onClose, children }: OperationProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      takeState((await run()).state);
      notify(`${done}，可撤销。`);
      onClose();
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      width={760}
      onClose={onClose}
      footer={
        <>
          <p className={effect === null ? 'operation-effect muted' : 'operation-effect'} role="status">
            {effect ?? lacks}
          </p>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button
            type="button"
            className="button is-primary"
            disabled={effect === null}
            {...whileBusy(busy, () => void go())}
          >
            {action}
          </button>
        </>
      }
    >
      <div className="operation">
        {children}
        {failure === null ? null : <FailureBox failure={failure} />}
      </div>
    </Dialog>
  );
}

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Tick({ label, checked, onChange }: TickProps) {
  return (
    <label className="operation-tick">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

/** The field for a new project's name. */
export function NameField({ value, onChange }: { readonly value: string; readonly onChange: (name: string) => void }) {
  return (
    <label className="operation-name">
      新项目名称
      <input
        className="input"
        value={value}
        maxLength={200}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
