/** What the cells of a budget can look up: code lists of its year, vocabularies, projects. */
import { useEffect, useMemo } from 'react';
import { makeLookup } from '../../shared/intake/lookup.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { AmountUnit } from '../../shared/money/parse.ts';
import type { RowStore } from '../grid/row-store.ts';
import { useCall } from '../state/query.ts';
import { useSignal } from '../state/signal.ts';
import { useStoreVersion } from '../state/use-store-version.ts';
import { initials, NO_INITIALS, wantInitials } from './pinyin.ts';
import { recentOf } from './recent.ts';

/**
 * @param year whose code lists apply
 * @param projects the rows that project cells refer to; null where there are none
 */
export function useLookup(year: number, projects: RowStore | null, amountUnit: AmountUnit): CellLookup {
  const initialsOf = useSignal(initials);
  const functional = useCall('codes.list', { catalogue: 'functional', year });
  const deptEconomic = useCall('codes.list', { catalogue: 'deptEconomic', year });
  const govEconomic = useCall('codes.list', { catalogue: 'govEconomic', year });
  const revenue = useCall('codes.list', { catalogue: 'revenue', year });
  const projectVersion = useStoreVersion(projects);
  const lists = [functional, deptEconomic, govEconomic, revenue];
  const ready = lists.every((list) => list.kind === 'ready');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per year, when the last list has come
  useEffect(() => {
    if (ready) wantInitials(lists.flatMap((list) => (list.kind === 'ready' ? list.value.map(({ name }) => name) : [])));
  }, [ready, year]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever projects have come or gone, or got another name
  useEffect(() => {
    if (projects !== null) wantInitials(rowsOf(projects).map(({ values }) => String(values.name ?? '')));
  }, [projects, projectVersion]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the asked values are new objects each time; their answers are not
  return useMemo(() => {
    const asked = { functional, deptEconomic, govEconomic, revenue } as const;
    return makeLookup({
      amountUnit,
      codes: (catalogue) => {
        const answer = catalogue === 'procurement' ? null : asked[catalogue];
        return answer?.kind === 'ready' ? answer.value : null;
      },
      rows: (entity) => (projects !== null && entity === 'project' ? rowsOf(projects) : null),
      initials: initialsOf,
      recent: recentOf,
      partial: !ready || initialsOf === NO_INITIALS,
    });
  }, [
    amountUnit,
    initialsOf,
    ready,
    projectVersion,
    answerOf(functional),
    answerOf(deptEconomic),
    answerOf(govEconomic),
    answerOf(revenue),
  ]);
}

const answerOf = (asked: { readonly kind: string; readonly value?: unknown }): unknown => asked.value;

function rowsOf(store: RowStore) {
  return store.order.flatMap((id) => store.get(id) ?? []);
}
