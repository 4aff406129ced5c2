/** A password to type. */

interface PasswordFieldProps {
  readonly label: string;
  /** What the browser may offer to fill in. */
  readonly autoComplete: 'current-password' | 'new-password' | 'off';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function PasswordField({ label, autoComplete, value, onChange }: PasswordFieldProps) {
  return (
    <label>
      {label}
      <input
        type="password"
        className="input"
        autoComplete={autoComplete}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
