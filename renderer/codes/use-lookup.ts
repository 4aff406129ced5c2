/** What the cells of a budget can look up: code lists of its year, vocabularies, projects. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import {
  type ChoiceList,
  choiceList,
  codeChoices,
  optionChoices,
  rowChoices,
  YES_NO,
} from '../../shared/intake/choices.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { AmountUnit } from '../../shared/money/parse.ts';
import type { Field } from '../../shared/shape/shape.ts';
import type { RowStore } from '../grid/row-store.ts';
import { useCall } from '../state/query.ts';
import { useSignal } from '../state/signal.ts';
import { initials, wantPinyin } from './pinyin.ts';
import { recentOf } from './recent.ts';

const NOTHING = choiceList([]);

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
  useEffect(() => wantPinyin(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the asked values are new objects each time; their answers are not
  return useMemo(() => {
    const asked = { functional, deptEconomic, govEconomic, revenue } as const;
    const lists = new Map<string, ChoiceList>();
    const make = (field: Field): ChoiceList => {
      switch (field.kind) {
        case 'enum':
          return optionChoices(field.options, initialsOf);
        case 'boolean':
          return YES_NO;
        case 'code': {
          const answer = field.catalogue === 'procurement' ? null : asked[field.catalogue];
          return answer?.kind === 'ready' ? codeChoices(answer.value, field.digits, initialsOf) : NOTHING;
        }
        case 'ref':
          return projects !== null && field.entity === 'project' ? rowChoices(rowsOf(projects), initialsOf) : NOTHING;
        default:
          return NOTHING;
      }
    };
    const listOf = (field: Field): ChoiceList => {
      const key = keyOf(field);
      const list = lists.get(key) ?? make(field);
      lists.set(key, list);
      return list;
    };
    return {
      amountUnit,
      choices: (field) => listOf(field).choices,
      choiceOf: (field, value) => listOf(field).byValue.get(value) ?? null,
      recent: recentOf,
    };
  }, [
    amountUnit,
    initialsOf,
    projectVersion,
    answerOf(functional),
    answerOf(deptEconomic),
    answerOf(govEconomic),
    answerOf(revenue),
  ]);
}

/** Fields with the same list share it. */
function keyOf(field: Field): string {
  switch (field.kind) {
    case 'enum':
      return `enum ${field.options.map((option) => option.value).join(' ')}`;
    case 'code':
      return `code ${field.catalogue} ${field.digits.join(' ')}`;
    case 'ref':
      return `ref ${field.entity}`;
    default:
      return field.kind;
  }
}

const answerOf = (asked: { readonly kind: string; readonly value?: unknown }): unknown => asked.value;

function rowsOf(store: RowStore) {
  return store.order.flatMap((id) => store.get(id) ?? []);
}

function useStoreVersion(store: RowStore | null): number {
  return useSyncExternalStore(
    (listener) => store?.subscribe(listener) ?? (() => undefined),
    () => store?.version ?? 0,
  );
}
