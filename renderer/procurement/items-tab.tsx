/** The grid of purchases, and beside it what applies to the one that is selected, as it is typed. */
import { useCallback, useMemo, useState } from 'react';
import { GOODS } from '../../shared/intake/goods.ts';
import { showAmount } from '../../shared/intake/show-cell.ts';
import type { CellLookup, Values } from '../../shared/intake/values.ts';
import { verdictOn } from '../../shared/procurement/methods.ts';
import type { Purchases } from '../../shared/procurement/purchases.ts';
import { focusGrid } from '../commands/switch-region.ts';
import type { GridColumn } from '../grid/column.ts';
import type { GridRow } from '../grid/compose-row.ts';
import type { CellEdit } from '../grid/draft.ts';
import type { Typing } from '../grid/grid.tsx';
import { GridPage } from '../grid/grid-page.tsx';
import type { RowMarks } from '../grid/grid-row.tsx';
import type { Shelf } from '../state/book-stores.ts';
import { usePlace } from '../state/window-state.ts';
import { newPurchase, procurementColumns } from './columns.ts';
import { pricedAmount, purchaseFollow } from './follow.ts';
import { itemFrom } from './item.ts';
import { ItemPanel } from './item-panel.tsx';
import { methodChoices } from './method-choices.ts';
import { typedRow } from './typed-row.ts';
import { useJudge } from './use-judge.ts';

/** The marks of this page are its own: they follow what is typed, and say what the checks of the book will say. */
const NO_MARKS: ReadonlyMap<number, RowMarks> = new Map();

/** 组织形式 in a narrow column; the panel has the whole name. */
const SHORT: Readonly<Record<string, string>> = {
  central: '集中采购',
  department: '部门集中',
  decentralised: '分散采购',
  outside: '限额以下',
};

interface ItemsTabProps {
  readonly shelf: Shelf;
  readonly purchases: Purchases;
  readonly lookup: CellLookup;
  readonly onRules: () => void;
}

export function ItemsTab({ shelf, purchases, lookup, onRules }: ItemsTabProps) {
  const { stores, budget, book, amountUnit } = usePlace();
  const projects = stores.shelf('project', budget.id).store;
  const lines = stores.shelf('line', budget.id).store;
  const desk = useJudge(purchases, projects, lines, lookup);
  const [active, setActive] = useState<GridRow | null>(null);
  const [typing, setTyping] = useState<Typing | null>(null);
  const columns = useMemo(
    (): readonly GridColumn[] =>
      procurementColumns({
        organisation: (id, values) => {
          const item = itemFrom(id, values);
          const answer =
            item === null ? undefined : verdictOn(purchases.entryOf(item).decision, 'organisation')?.answer;
          return answer === undefined ? '' : (SHORT[answer] ?? answer);
        },
        methods: (values) => methodChoices(itemFrom(null, values), purchases),
        priced: (values) => {
          const amount = pricedAmount(values);
          return amount === null ? '' : showAmount(amount, amountUnit);
        },
      }),
    [purchases, amountUnit],
  );
  const follow = useMemo(() => purchaseFollow((code) => lookup.choiceOf(GOODS, code)?.label ?? null), [lookup]);
  const session = stores.session('procurement', shelf, () => ({ include: () => true, defaults: newPurchase, follow }));
  const empty = () => newPurchase(session.count > 1 ? session.rowAt(session.count - 2).values : null);
  const typed = typing === null ? null : typedRow(typing, empty, follow, lookup);
  const onRow = useCallback((row: GridRow) => setActive(row), []);
  const readOnly = book.readOnly || budget.status !== 'draft';
  return (
    <div className="split">
      <GridPage
        name="procurement"
        title="采购"
        hint="品目、数量、单价；金额达到哪条标准、该用什么方式，边录边判断"
        shelf={shelf}
        session={session}
        columns={columns}
        lookup={lookup}
        marks={NO_MARKS}
        onTyping={setTyping}
        typedRow={typed}
        marksOf={desk.marksOf}
        onRow={onRow}
      />
      <ItemPanel
        row={typed ?? active}
        desk={desk}
        readOnly={readOnly}
        ruled={purchases.rules.sets.some(({ rules }) => rules.some(({ topic }) => topic === 'organisation'))}
        onRules={onRules}
        onMend={(row, values, label) => {
          session.edit(editsOf(row, values, columns), label, lookup);
          focusGrid();
        }}
      />
    </div>
  );
}

/** A fix as edits of cells: one step, like typing it. */
function editsOf(row: GridRow, values: Values, columns: readonly GridColumn[]): readonly CellEdit[] {
  return columns.flatMap((column) => {
    const value = values[column.key];
    return value === undefined ? [] : [{ key: row.key, column, value }];
  });
}
