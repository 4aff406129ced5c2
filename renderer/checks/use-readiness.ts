/** What a budget still lacks before it is handed in, asked again whenever the checks have come to rest. */
import { useEffect } from 'react';
import type { Lack, Readiness, ReadinessStep } from '../../shared/checks/readiness.ts';
import { type Asked, queries, useCall } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';
import { changeReview, NO_FILTER } from './review-state.ts';
import { goToFinding } from './trail.ts';
import { useFindingsView } from './use-findings.ts';

export function useReadiness(): Asked<Readiness> {
  const { budget } = usePlace();
  const view = useFindingsView();
  const rested = view?.progress?.finished === true ? view.version : null;
  const asked = useCall('check.readiness', { budgetId: budget.id });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the findings is another answer
  useEffect(askAgain, [rested]);
  // An answer given while the checks were at work is not the last one, even if they find what they found before.
  const isEarly = asked.kind === 'ready' && !asked.value.checked;
  useEffect(() => {
    if (!isEarly) return;
    const timer = setInterval(askAgain, CHECKS_REST_MS);
    return () => clearInterval(timer);
  }, [isEarly]);
  return asked;
}

const CHECKS_REST_MS = 800;

function askAgain(): void {
  queries.invalidateQueries({ queryKey: ['check.readiness'] }).catch(() => undefined);
}

/** Goes to where something is missing; on 审核 itself the list is narrowed down to it. */
export function useGoToLack(onList: () => void) {
  const place = usePlace();
  const view = useFindingsView();
  return ({ id, page }: ReadinessStep, lack: Lack | undefined): void => {
    const field = lack?.field ?? null;
    const first = lack?.first == null ? undefined : view?.findings.get(lack.first);
    if (page === 'checks') {
      changeReview({ ...NO_FILTER, severity: id === 'errors' ? 'error' : 'warning', chosen: first?.key ?? null });
      onList();
    } else if (field !== null) {
      place.show(page, { kind: 'row', entity: field.entity, id: field.id, field: field.name });
    } else if (first !== undefined && view !== null) {
      const order = view.findings.sorted().filter(({ ruleId }) => ruleId === first.ruleId);
      goToFinding(
        place,
        first,
        order.map(({ key }) => key),
      );
    } else place.show(page, TABS[id]);
  };
}

/** Tabs of 单位信息 whose lists are empty: no row to go to yet. */
const TABS: Readonly<
  Record<string, { readonly kind: 'row'; readonly entity: 'prior' | 'asset'; readonly id: 0; readonly field: null }>
> = {
  prior: { kind: 'row', entity: 'prior', id: 0, field: null },
  assets: { kind: 'row', entity: 'asset', id: 0, field: null },
};
