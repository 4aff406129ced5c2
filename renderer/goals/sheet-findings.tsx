/** What the checks say of one sheet, each with the way to its place; folded away until it is wanted. */
import { useMemo, useSyncExternalStore } from 'react';
import { type KeptFinding, SEVERITIES, SEVERITY_LABELS } from '../../shared/checks/finding.ts';
import { placeOf } from '../checks/places.ts';
import { useFindings } from '../checks/use-findings.ts';
import type { RowStore } from '../grid/row-store.ts';
import { usePlace } from '../state/window-state.ts';

/** The open findings about one sheet and its indicators. */
export function useSheetFindings(sheetId: number, indicators: RowStore): readonly KeptFinding[] {
  const asked = useFindings();
  const all = asked.kind === 'ready' ? asked.value : null;
  const version = useSyncExternalStore(
    (listener) => indicators.subscribe(listener),
    () => indicators.version,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows change with their version
  return useMemo(
    () => (all ?? []).filter(({ location, waived }) => waived === undefined && isAbout(location, sheetId, indicators)),
    [all, sheetId, version],
  );
}

export function SheetFindings({ own }: { readonly own: readonly KeptFinding[] }) {
  const place = usePlace();
  if (own.length === 0) return null;
  const counts = SEVERITIES.flatMap((severity) => {
    const count = own.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} 处${SEVERITY_LABELS[severity]}`];
  });
  const hasError = own.some(({ severity }) => severity === 'error');
  return (
    <details className={hasError ? 'goal-findings is-error' : 'goal-findings'}>
      <summary>审核：{counts.join('、')}</summary>
      <ul>
        {own.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one rule may say the same of one place twice
          <li key={`${finding.ruleId}${index}`} className={`goal-mark is-${finding.severity}`}>
            <button
              type="button"
              className="link"
              onClick={() => {
                const { page, goTo } = placeOf(finding, { unitId: place.unit.id, budgetId: place.budget.id });
                place.show(page, goTo);
              }}
            >
              {SEVERITY_LABELS[finding.severity]}
            </button>
            {finding.message}
          </li>
        ))}
      </ul>
    </details>
  );
}

function isAbout(location: KeptFinding['location'], sheetId: number, indicators: RowStore): boolean {
  if (location.kind !== 'row') return false;
  if (location.entity === 'goalSheet') return location.id === sheetId;
  return location.entity === 'indicator' && indicators.get(location.id) !== undefined;
}
