/** What the cells of 采购 look up besides what all cells do: 品目 of the catalogue, and lines of expenditure to pay from. */
import { useMemo } from 'react';
import { budgetLine } from '../../shared/entities/budget-line.ts';
import { type ChoiceList, choiceList, codeChoices } from '../../shared/intake/choices.ts';
import { GOODS } from '../../shared/intake/goods.ts';
import { showAmount } from '../../shared/intake/show-cell.ts';
import type { CellLookup, CellValue, Choice, Values } from '../../shared/intake/values.ts';
import type { Field } from '../../shared/shape/shape.ts';
import { initials } from '../codes/pinyin.ts';
import { useLookup } from '../codes/use-lookup.ts';
import type { RowStore } from '../grid/row-store.ts';
import { type Asked, useCall } from '../state/query.ts';
import { useSignal } from '../state/signal.ts';
import { useStoreVersion } from '../state/use-store-version.ts';
import { usePlace } from '../state/window-state.ts';

const NOTHING = choiceList([]);
const isGoods = (field: Field) => field.kind === 'code' && field.catalogue === 'procurement';
const isLine = (field: Field) => field.kind === 'ref' && field.entity === 'line';

/** Ready when the catalogue is there: without it every 品目 would look unknown. */
export function usePurchaseLookup(projects: RowStore, lines: RowStore): Asked<CellLookup> {
  const { budget, amountUnit } = usePlace();
  const base = useLookup(budget.year, projects, amountUnit);
  const asked = useCall('codes.list', { catalogue: 'procurement', year: budget.year });
  const entries = asked.kind === 'ready' ? asked.value : null;
  const initialsOf = useSignal(initials);
  const linesVersion = useStoreVersion(lines);
  const goods = useMemo(
    () => (entries === null ? NOTHING : codeChoices(entries, GOODS.digits, initialsOf)),
    [entries, initialsOf],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines change with their version
  const value = useMemo((): CellLookup => {
    const spending = lineChoices(lines, base);
    const listOf = (field: Field): ChoiceList | null => (isGoods(field) ? goods : isLine(field) ? spending() : null);
    return {
      amountUnit: base.amountUnit,
      partial: base.partial === true,
      recent: base.recent,
      choices: (field) => listOf(field)?.choices ?? base.choices(field),
      choiceOf: (field, value) => {
        const list = listOf(field);
        return list === null ? base.choiceOf(field, value) : (list.byValue.get(value) ?? null);
      },
    };
  }, [base, goods, lines, linesVersion]);
  return asked.kind === 'ready' ? { kind: 'ready', value } : asked;
}

/** Lines of expenditure by their number on the page 支出, made when first asked for. */
function lineChoices(lines: RowStore, lookup: CellLookup): () => ChoiceList {
  let made: ChoiceList | null = null;
  return () => {
    made ??= choiceList(
      lines.order
        .flatMap((id) => lines.get(id) ?? [])
        .filter(({ values }) => values.side !== 'income')
        .flatMap(({ id, values }, index): Choice[] =>
          values.side === 'expenditure' ? [lineChoice(id, values, index + 1, lookup)] : [],
        ),
    );
    return made;
  };
}

function lineChoice(id: number, values: Values, number: number, lookup: CellLookup): Choice {
  const { fields } = budgetLine;
  const named = (field: Field, value: CellValue | undefined) => lookup.choiceOf(field, value ?? null)?.label ?? '';
  const what = named(fields.deptEconomic, values.deptEconomic) || named(fields.projectId, values.projectId);
  const amount = typeof values.amount === 'number' ? showAmount(values.amount, lookup.amountUnit) : '';
  return {
    value: id,
    label: `支出第${number}行 ${what} ${amount}`.replaceAll(/\s+/g, ' ').trim(),
    code: typeof values.deptEconomic === 'string' ? values.deptEconomic : '',
    path: `${named(fields.functional, values.functional)} ${values.note ?? ''}`.trim(),
    initials: lookup.choiceOf(fields.deptEconomic, values.deptEconomic ?? null)?.initials ?? '',
  };
}
