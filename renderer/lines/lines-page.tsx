/** 收入 and 支出: one grid over the budget's lines each, with a table beside it that follows every edit. */
import { useMemo } from 'react';
import { useMarks } from '../checks/use-marks.ts';
import { useLookup } from '../codes/use-lookup.ts';
import { GridPage } from '../grid/grid-page.tsx';
import { makeProjects } from '../intake/make-projects.ts';
import { useCall } from '../state/query.ts';
import { useReady } from '../state/use-ready.ts';
import { usePlace } from '../state/window-state.ts';
import { BesidePanel } from '../tables/beside-panel.tsx';
import { FailureBox, Loading } from '../ui/states.tsx';
import { governmentClass, INCOME_COLUMNS, newIncome, newSpending, spendingColumns } from './columns.ts';

const PAGES = {
  income: { title: '收入', hint: '按资金来源和功能科目逐条录入；最后一行空白行可直接录入' },
  spending: { title: '支出', hint: '基本支出填经济分类，项目支出选项目；年终结转在最后一列选择' },
} as const;

export function LinesPage({ side }: { readonly side: 'income' | 'spending' }) {
  const place = usePlace();
  const shelf = place.stores.shelf('line', place.budget.id);
  const projects = place.stores.shelf('project', place.budget.id);
  const ready = useReady(shelf);
  const lookup = useLookup(place.budget.year, projects.store, place.amountUnit);
  const columns = useColumns(side);
  const marks = useMarks('line');
  const session = () =>
    place.stores.session(side, shelf, () => ({
      include: side === 'income' ? (values) => values.side === 'income' : (values) => values.side !== 'income',
      defaults: side === 'income' ? newIncome : newSpending,
    }));
  return (
    <div className="split">
      {ready.kind === 'failed' ? <FailureBox failure={ready.failure} retry={ready.retry} /> : null}
      {ready.kind === 'loading' ? <Loading what="预算明细" /> : null}
      {ready.kind === 'ready' ? (
        <GridPage
          name={side}
          {...PAGES[side]}
          shelf={shelf}
          session={session()}
          columns={columns}
          lookup={lookup}
          marks={marks}
        />
      ) : null}
      <BesidePanel />
    </div>
  );
}

function useColumns(side: 'income' | 'spending') {
  const { budget, unit } = usePlace();
  const departments = useCall('codes.list', { catalogue: 'deptEconomic', year: budget.year });
  const governments = useCall('codes.list', { catalogue: 'govEconomic', year: budget.year });
  const listed = departments.kind === 'ready' && governments.kind === 'ready';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers change only with the year and when they arrive
  return useMemo(() => {
    if (side === 'income') return INCOME_COLUMNS;
    return spendingColumns(
      listed
        ? governmentClass(departments.value, governments.value, unit.kind)
        : { govEconomic: () => null, govName: () => '' },
      (name) => makeProject(name, budget.id),
    );
  }, [side, listed, budget.id, budget.year, unit.kind]);
}

async function makeProject(name: string, budgetId: number): Promise<number | null> {
  const [id] = (await makeProjects([name], budgetId)) ?? [];
  return id ?? null;
}
