/** 账套密码: setting, changing and taking away the password of the open book. */
import { useState } from 'react';
import { LEAST_PASSWORD } from '../../shared/api/password.ts';
import { LOCK_PAUSE } from '../../shared/api/pauses.ts';
import { call, failureOf } from '../api.ts';
import { takeState } from '../state/events.ts';
import { usePlace } from '../state/window-state.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PauseChoice } from '../ui/pause-choice.tsx';
import { notify, notifyFailure } from '../ui/toasts.tsx';
import { PasswordField } from './password-field.tsx';
import '../styles/password.css';

export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { book, stores } = usePlace();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const problem = problemWith(password, again);
  const set = async (next: string | null) => {
    try {
      await stores.settled();
      takeState(await call('book.setPassword', { password: next }));
      setPassword('');
      setAgain('');
      setTried(false);
      notify(
        next === null
          ? '密码已取消，账套不再加密。'
          : '账套已加密。此前的备份仍是未加密的或用旧密码的，不再需要时请删除。',
      );
    } catch (error) {
      notifyFailure(failureOf(error));
    }
  };
  return (
    <Dialog
      title="账套密码"
      onClose={onClose}
      footer={
        <>
          {book.sealed ? (
            <button type="button" className="button" onClick={() => void set(null)}>
              取消密码
            </button>
          ) : null}
          <span className="spring" />
          <button type="button" className="button" onClick={onClose}>
            关闭
          </button>
          <button type="submit" form="password-form" className="button is-primary">
            {book.sealed ? '更换密码' : '加密账套'}
          </button>
        </>
      }
    >
      <p>
        加密后，整个账套文件和以后的备份都要用密码才能打开，别人拿到U盘也看不到内容。
        <b>密码忘记了无法找回</b>，请妥善保管。
      </p>
      <form
        id="password-form"
        className="password-form"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problem === null) void set(password);
        }}
      >
        <PasswordField
          label={`新密码（至少 ${LEAST_PASSWORD} 个字符）`}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
        <PasswordField label="再输一次" autoComplete="new-password" value={again} onChange={setAgain} />
        <p role="alert" className="is-problem">
          {tried ? problem : null}
        </p>
      </form>
      {book.sealed ? (
        <p>
          不动键盘鼠标满 <PauseChoice pause={LOCK_PAUSE} label="多久不操作就锁定" /> 后锁定，再用密码打开。
        </p>
      ) : null}
    </Dialog>
  );
}

function problemWith(password: string, again: string): string | null {
  if (password.length < LEAST_PASSWORD) return `密码太短，至少 ${LEAST_PASSWORD} 个字符。`;
  return password === again ? null : '两次输入的密码不一样。';
}
