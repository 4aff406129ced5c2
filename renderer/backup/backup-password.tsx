/** Asks for the password of a backup that was made under another one than the book has now. */
import { useState } from 'react';
import { PasswordField } from '../password/password-field.tsx';
import '../styles/password.css';

interface BackupPasswordProps {
  /** Whether the last one given was not right. */
  readonly wrong: boolean;
  readonly onPassword: (password: string) => void;
}

export function BackupPassword({ wrong, onPassword }: BackupPasswordProps) {
  const [password, setPassword] = useState('');
  return (
    <form
      className="password-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onPassword(password);
      }}
    >
      <p>这份备份用的是当时的密码，和账套现在的不同。输入当时的密码，才能查看和恢复。</p>
      <PasswordField label="当时的密码" autoComplete="off" value={password} onChange={setPassword} />
      <p role="alert" className="is-problem">
        {wrong ? '密码不对，检查大小写和输入法后再输一次。' : null}
      </p>
      <div>
        <button type="submit" className="button">
          查看这份备份
        </button>
      </div>
    </form>
  );
}
