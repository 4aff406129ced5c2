/** Waivers that hold for nothing any more: what they were given for has been mended, or says something else now. */
import { useEffect } from 'react';
import { queries, useCall } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';
import { unwaive } from './mend.ts';
import { useFindingsView } from './use-findings.ts';

export function Lapsed({ finished, locked }: { readonly finished: boolean; readonly locked: boolean }) {
  const { budget } = usePlace();
  const version = useFindingsView()?.version ?? null;
  const asked = useCall('check.lapsed', finished ? { budgetId: budget.id } : null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other findings let other waivers lapse
  useEffect(() => {
    queries.invalidateQueries({ queryKey: ['check.lapsed'] }).catch(() => undefined);
  }, [version]);
  const lapsed = asked.kind === 'ready' ? asked.value : [];
  if (lapsed.length === 0) return null;
  return (
    <details className="lapsed">
      <summary>{lapsed.length} 条放行说明已经失效：问题已改正，或者情况变了</summary>
      <ul>
        {lapsed.map(({ id, said, reason, madeBy, madeOn }) => (
          <li key={id}>
            <span>{said}</span>
            <span className="muted">
              理由：{reason}　{[madeBy, madeOn].filter((part) => part !== null).join('　')}
            </span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        disabled={locked}
        onClick={() => void unwaive(lapsed.map(({ id }) => id))}
      >
        清除失效的说明
      </button>
    </details>
  );
}
