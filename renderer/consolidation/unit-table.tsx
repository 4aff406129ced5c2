/** The units of a consolidation, the department first, each with what it brings. */
import type { Totals } from '../../shared/api/types.ts';
import type { ConsolidatedUnit } from '../../shared/consolidation/state-types.ts';
import { labelOf, STAGES, STATUSES } from '../../shared/entities/vocabulary.ts';
import { showAmount } from '../../shared/intake/show-cell.ts';
import { expenditureTotal } from '../../shared/overview/expenditure-total.ts';
import { useCall } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';

interface UnitTableProps {
  readonly units: readonly ConsolidatedUnit[];
  readonly totals: Totals;
}

export function UnitTable({ units, totals }: UnitTableProps) {
  const { amountUnit } = usePlace();
  const carried = totals.yearEndCarryover !== 0;
  const money = amountUnit === 'wan' ? '万元' : '元';
  return (
    <div className="units-scroll">
      <table className="list-table units-table" aria-label="各单位">
        <thead>
          <tr>
            <th>单位</th>
            <th>状态</th>
            <th className="is-right">收入总计（{money}）</th>
            <th className="is-right">支出总计（{money}）</th>
            {carried ? <th className="is-right">其中年终结转（{money}）</th> : null}
            <th className="is-right">明细</th>
            <th>收支</th>
            <th>审核</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <UnitRow key={unit.id} unit={unit} carried={carried} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">汇总</th>
            <td />
            <Amounts totals={totals} carried={carried} />
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface UnitRowProps {
  readonly unit: ConsolidatedUnit;
  /** There is a column of what is carried over the year's end. */
  readonly carried: boolean;
}

function UnitRow({ unit, carried }: UnitRowProps) {
  const { show, budget: own } = usePlace();
  const { budget, depth, stages } = unit;
  const name = (
    <>
      {unit.code} {unit.name}
      {depth === 0 ? <span className="tag">本级</span> : null}
    </>
  );
  if (budget === null) {
    const others = stages.length === 0 ? '' : `（有${stages.join('、')}）`;
    return (
      <tr className="is-missing">
        <td style={indented(depth)}>{name}</td>
        <td colSpan={carried ? 7 : 6}>
          <span className="badge is-error">缺</span> 没有{own.year}年{labelOf(STAGES, own.stage)}预算{others}
          ，没有汇总在内。请导入它的上报包。
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <td style={indented(depth)}>
        {depth === 0 ? (
          name
        ) : (
          <button
            type="button"
            className="link"
            title="打开这个单位的预算"
            onClick={() => show('overview', undefined, budget.id)}
          >
            {name}
          </button>
        )}
      </td>
      <td>
        <span className={budget.status === 'draft' && depth > 0 ? 'tag is-warning' : 'tag'}>
          {labelOf(STATUSES, budget.status)}
        </span>
      </td>
      <Amounts totals={budget.totals} carried={carried} />
      <td>
        <Found budgetId={budget.id} name={unit.name} />
      </td>
    </tr>
  );
}

function Amounts({ totals, carried }: { readonly totals: Totals; readonly carried: boolean }) {
  const { amountUnit } = usePlace();
  const { income, yearEndCarryover, difference, lines } = totals;
  return (
    <>
      <td className="is-right">{showAmount(income, amountUnit)}</td>
      <td className="is-right">{showAmount(expenditureTotal(totals), amountUnit)}</td>
      {carried ? <td className="is-right">{showAmount(yearEndCarryover, amountUnit)}</td> : null}
      <td className="is-right">{lines}</td>
      <td className={difference === 0 ? undefined : 'is-problem'}>
        {difference === 0
          ? '平衡'
          : `${difference > 0 ? '收入多' : '支出多'} ${showAmount(Math.abs(difference), amountUnit)}`}
      </td>
    </>
  );
}

/** Counted one unit after another: a line says so meanwhile. */
function Found({ budgetId, name }: { readonly budgetId: number; readonly name: string }) {
  const { show } = usePlace();
  const asked = useCall('check.counts', { budgetId });
  if (asked.kind === 'loading') return <span className="muted">正在审核…</span>;
  if (asked.kind === 'failed') return <span className="is-problem">{asked.failure.sentence}</span>;
  const { error, warning } = asked.value;
  if (error + warning === 0) return <span className="muted">没有问题</span>;
  return (
    <button
      type="button"
      className="link"
      aria-label={`${name}：错误 ${error} 个，警告 ${warning} 个，去审核`}
      onClick={() => show('checks', undefined, budgetId)}
    >
      {error === 0 ? null : <span className="is-problem">错误 {error}</span>}
      {error === 0 || warning === 0 ? null : '，'}
      {warning === 0 ? null : `警告 ${warning}`}
    </button>
  );
}

const indented = (depth: number) => (depth === 0 ? undefined : { paddingLeft: `calc(8px + ${depth * 1.5}em)` });
