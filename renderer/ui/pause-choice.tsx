/** Lets the user choose how long the program waits. */
import { minutesOf, type Pause } from '../../shared/api/pauses.ts';
import { queries, useCall } from '../state/query.ts';
import { writeSetting } from '../state/settings.ts';

/** The minutes chosen for the open book; the standard until they are known. */
export function useMinutes(pause: Pause): number {
  const stored = useCall('settings.get', { key: pause.key });
  return minutesOf(pause, stored.kind === 'ready' ? stored.value : null);
}

export function PauseChoice({ pause, label }: { readonly pause: Pause; readonly label: string }) {
  const minutes = useMinutes(pause);
  return (
    <select
      className="select"
      aria-label={label}
      value={minutes}
      onChange={({ target: { value } }) => {
        writeSetting(pause.key, Number.parseInt(value, 10));
        queries.setQueryData(['settings.get', { key: pause.key }], value);
      }}
    >
      {pause.choices.map((each) => (
        <option key={each} value={each}>
          {each} 分钟
        </option>
      ))}
    </select>
  );
}
