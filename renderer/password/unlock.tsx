/** Asks for the password of a sealed book that is to be opened. */
import { useState } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import type { BookState } from '../../shared/api/types.ts';
import { call, failureOf } from '../api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PasswordField } from './password-field.tsx';
import '../styles/password.css';

interface UnlockProps {
  /** Why the book was not opened: that it is sealed, or that it was locked after a pause. */
  readonly sentence: string;
  readonly onClose: () => void;
  readonly onOpened: (state: BookState) => void;
}

export function Unlock({ sentence, onClose, onOpened }: UnlockProps) {
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const unlock = async () => {
    if (password === '' || busy) return;
    setBusy(true);
    try {
      onOpened(await call('book.unlock', { password }));
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title="输入密码"
      width={440}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            不打开
          </button>
          <button type="submit" form="unlock-form" className="button is-primary">
            打开
          </button>
        </>
      }
    >
      <p>{sentence}</p>
      <form
        id="unlock-form"
        className="password-form"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <PasswordField label="密码" autoComplete="current-password" value={password} onChange={setPassword} />
        <p role="alert" className="is-problem">
          {failure === null ? null : `${failure.sentence}${failure.remedy}`}
        </p>
      </form>
    </Dialog>
  );
}
