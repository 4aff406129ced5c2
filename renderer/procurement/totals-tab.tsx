/** What the purchases come to: by category, form and method, what is reserved, and beside the money that pays for them. */
import { useDeferredValue, useMemo } from 'react';
import { showAmount } from '../../shared/intake/show-cell.ts';
import { fen } from '../../shared/money/fen.ts';
import { percent } from '../../shared/money/ratio.ts';
import { ORGANISATIONS } from '../../shared/procurement/describe.ts';
import { verdictOn } from '../../shared/procurement/methods.ts';
import type { Entry, Purchases } from '../../shared/procurement/purchases.ts';
import { procurementTotals } from '../../shared/procurement/totals.ts';
import { groupedBy } from '../../shared/shape/grouped-by.ts';
import type { RowStore } from '../grid/row-store.ts';
import { useProjectAmounts } from '../lines/use-project-amounts.ts';
import { usePlace } from '../state/window-state.ts';
import { Empty } from '../ui/states.tsx';
import { FigureTable } from './figure-table.tsx';

interface TotalsTabProps {
  readonly purchases: Purchases;
  readonly projects: RowStore;
  readonly lines: RowStore;
}

export function TotalsTab({ purchases, projects, lines }: TotalsTabProps) {
  const { amountUnit } = usePlace();
  const version = useDeferredValue(purchases.version);
  const spending = useProjectAmounts(lines);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the purchases change with their version
  const entries = useMemo(() => [...purchases.all()], [purchases, version]);
  const totals = useMemo(() => procurementTotals(entries.map(({ item }) => item)), [entries]);
  if (totals.count === 0) return <Empty title="还没有采购明细。">在“采购明细”里录入，或从 Excel 粘贴、导入。</Empty>;
  const money = (amount: number) => showAmount(amount, amountUnit);
  const share = (amount: number) => percent(amount, totals.amount) ?? '';
  const organisations = [...groupedBy(entries, organisationOf)].sort(
    ([, left], [, right]) => amountOf(right) - amountOf(left),
  );
  return (
    <div className="procurement-totals">
      <div className="figures">
        <Figure label="采购总额" text={money(totals.amount)} note={`${totals.count} 笔`} />
        {totals.categories.map(({ category, label, amount, count }) => (
          <Figure key={category} label={label} text={money(amount)} note={`${count} 笔，占 ${share(amount)}`} />
        ))}
        <Figure
          label="预留中小企业"
          text={money(totals.smeReserved)}
          note={`占采购总额 ${totals.smeShare ?? '0.00%'}`}
        />
        <Figure
          label="其中小微企业"
          text={money(totals.microReserved)}
          note={totals.microShare === null ? '没有预留' : `占预留 ${totals.microShare}`}
        />
      </div>
      <p className="muted">单位：{amountUnit === 'wan' ? '万元' : '元'}</p>
      <div className="procurement-tables">
        <FigureTable
          title="按组织形式"
          columns={['组织形式', ...SUMS]}
          rows={organisations.map(([name, group]) => [name, ...figures(group, money, share)])}
        />
        <FigureTable
          title="按采购方式"
          columns={['采购方式', ...SUMS]}
          rows={totals.methods.map((each) => [
            each.method || '（未填）',
            String(each.count),
            money(each.amount),
            share(each.amount),
          ])}
        />
        <FigureTable
          title="按类别"
          columns={['类别', '笔数', '金额', '预留中小企业', '其中小微企业']}
          rows={totals.categories.map((each) => [
            each.label,
            String(each.count),
            money(each.amount),
            money(each.smeReserved),
            money(each.microReserved),
          ])}
        />
        <FigureTable
          title="与项目资金对照"
          wide
          columns={['项目', '采购笔数', '项目支出', '采购合计', '支出减采购']}
          rows={projectRows(entries, projects, spending).map(({ name, budgeted, bought, count }) => [
            name,
            String(count),
            budgeted === null ? '' : money(budgeted),
            money(bought),
            budgeted === null ? '' : money(budgeted - bought),
          ])}
          isProblem={(row) => row[4]?.startsWith('-') === true}
        />
      </div>
    </div>
  );
}

const SUMS = ['笔数', '金额', '占比'];

function Figure({ label, text, note }: { readonly label: string; readonly text: string; readonly note: string }) {
  return (
    <div className="card figure-card">
      <span>{label}</span>
      <b>{text}</b>
      <span className="muted">{note}</span>
    </div>
  );
}

function figures(group: readonly Entry[], money: (amount: number) => string, share: (amount: number) => string) {
  const amount = amountOf(group);
  return [String(group.length), money(amount), share(amount)];
}

const amountOf = (group: readonly Entry[]): number => fen(group.reduce((sum, { item }) => sum + item.amount, 0));

function organisationOf({ decision }: Entry): string {
  const answer = verdictOn(decision, 'organisation')?.answer;
  return answer === undefined ? '（没有适用的规则）' : (ORGANISATIONS[answer] ?? answer);
}

interface ProjectRow {
  readonly name: string;
  /** Null for basic expenditure, whose lines pay each for itself. */
  readonly budgeted: number | null;
  readonly bought: number;
  readonly count: number;
}

/** Projects that purchases are paid from, in book order; then basic expenditure. */
function projectRows(
  entries: readonly Entry[],
  projects: RowStore,
  spending: ReadonlyMap<number, number>,
): readonly ProjectRow[] {
  const byPayer = groupedBy(entries, ({ payer }) => payer);
  const rows = projects.order.flatMap((id): ProjectRow[] => {
    const group = byPayer.get(id);
    if (group === undefined) return [];
    const name = String(projects.get(id)?.values.name ?? '');
    return [{ name, budgeted: spending.get(id) ?? 0, bought: amountOf(group), count: group.length }];
  });
  const basic = byPayer.get(null);
  if (basic === undefined) return rows;
  return [...rows, { name: '基本支出或未挂项目', budgeted: null, bought: amountOf(basic), count: basic.length }];
}
