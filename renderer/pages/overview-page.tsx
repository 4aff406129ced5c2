/** 概览: the budget at a glance; for an empty one, what to do next. */
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Overview } from '../../shared/api/types.ts';
import { showAmount } from '../../shared/intake/show-cell.ts';
import { expenditureTotal } from '../../shared/overview/expenditure-total.ts';
import type { PageId } from '../state/pages.ts';
import { useCall } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';
import { Loading, Shown } from '../ui/states.tsx';

const Charts = lazy(() => import('./overview-charts.tsx').then((module) => ({ default: module.Charts })));

export function OverviewPage() {
  const { budget } = usePlace();
  const asked = useCall('overview.get', { budgetId: budget.id });
  return (
    <div className="overview">
      <Shown asked={asked} what="概览">
        {(overview) => (overview.totals.lines === 0 ? <NextSteps /> : <Figures overview={overview} />)}
      </Shown>
    </div>
  );
}

const STEPS: readonly { readonly page: PageId; readonly title: string; readonly text: string }[] = [
  {
    page: 'unit',
    title: '一、填单位信息',
    text: '单位性质决定科目对应关系，行政区划决定采购规则；上年数用于与上年比较。',
  },
  { page: 'income', title: '二、录入收入', text: '按资金来源和功能科目逐条录入，最后一行空白行直接打字。' },
  { page: 'spending', title: '三、录入支出', text: '基本支出填经济分类，项目支出选项目；13张公开表随录随出。' },
];

function NextSteps() {
  const { show, budget, unit } = usePlace();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // A book that was just made has nothing else to begin with; a heading someone tabs through keeps the keyboard.
    if (document.activeElement === document.body) first.current?.focus();
  }, []);
  return (
    <section className="next-steps">
      <h1>
        {unit.name} {budget.year} 年预算还没有内容
      </h1>
      <p className="muted">接下来三步：</p>
      <div className="steps">
        {STEPS.map((step, index) => (
          <button
            key={step.page}
            ref={index === 0 ? first : undefined}
            type="button"
            className="start-action"
            onClick={() => show(step.page)}
          >
            <b>{step.title}</b>
            <span>{step.text}</span>
          </button>
        ))}
      </div>
      <p className="muted">
        明细在 Excel 里？到“收入”“支出”页点“导入”，或复制后直接粘贴。已有别处导出的数据文件或上报包？
        <button type="button" className="link" onClick={() => show('export')}>
          去“导出”页读入
        </button>
      </p>
    </section>
  );
}

function Figures({ overview }: { readonly overview: Overview }) {
  const { amountUnit, show } = usePlace();
  const { totals, findings } = overview;
  const name = amountUnit === 'wan' ? '万元' : '元';
  const figures = [
    {
      label: '收入总计',
      amount: totals.income,
      details: [
        `本年 ${showAmount(totals.incomeCurrent, amountUnit)}`,
        `上年结转 ${showAmount(totals.incomeCarryover, amountUnit)}`,
      ],
    },
    {
      label: '支出总计',
      amount: expenditureTotal(totals),
      details: [
        `基本 ${showAmount(totals.expenditureBasic, amountUnit)}`,
        `项目 ${showAmount(totals.expenditureProject, amountUnit)}`,
      ],
    },
    {
      label: '年终结转',
      amount: totals.yearEndCarryover,
      details: [
        totals.difference === 0
          ? '收支平衡'
          : `${totals.difference > 0 ? '收入多' : '支出多'} ${showAmount(Math.abs(totals.difference), amountUnit)} ${name}`,
      ],
    },
    { label: '政府采购', amount: overview.procurement, details: ['采购明细合计'] },
  ];
  return (
    <>
      <div className="figures">
        {figures.map((figure) => (
          <div key={figure.label} className="card figure-card">
            <span className="muted">
              {figure.label}（{name}）
            </span>
            <BigFigure text={showAmount(figure.amount, amountUnit)} />
            {figure.details.map((detail) => (
              <span
                key={detail}
                className={figure.label === '年终结转' && totals.difference !== 0 ? 'is-problem' : 'muted'}
              >
                {detail}
              </span>
            ))}
          </div>
        ))}
        <div className="card figure-card">
          <span className="muted">项目 / 绩效目标表 / 明细</span>
          <b>
            {overview.projects} / {overview.goalSheets} / {totals.lines}
          </b>
          <button type="button" className="link" onClick={() => show('checks')}>
            审核：错误 {findings.error}，警告 {findings.warning}，提示 {findings.advice}
            {findings.waived === 0 ? '' : `，已放行 ${findings.waived}`}
          </button>
        </div>
      </div>
      <Suspense fallback={<Loading what="图表" />}>
        <Charts overview={overview} amountUnit={amountUnit} />
      </Suspense>
      <YearOnYear overview={overview} />
    </>
  );
}

/** A card holds 13 digits; a longer figure is set smaller rather than cut. */
function BigFigure({ text }: { readonly text: string }) {
  return <b className={text.length > 15 ? 'is-long' : ''}>{text}</b>;
}

function YearOnYear({ overview }: { readonly overview: Overview }) {
  const { amountUnit, show } = usePlace();
  if (overview.yearOnYear.every((row) => row.prior === null)) {
    return (
      <section className="card">
        <h2>与上年比较</h2>
        <p className="muted">
          还没有上年数。
          <button
            type="button"
            className="link"
            onClick={() => show('unit', { kind: 'row', entity: 'prior', id: 0, field: null })}
          >
            去填上年数
          </button>
        </p>
      </section>
    );
  }
  return (
    <section className="card">
      <h2>与上年比较</h2>
      <table className="list-table">
        <thead>
          <tr>
            <th>指标</th>
            <th className="is-right">本年（{amountUnit === 'wan' ? '万元' : '元'}）</th>
            <th className="is-right">上年（{amountUnit === 'wan' ? '万元' : '元'}）</th>
            <th className="is-right">增减（万元）</th>
            <th className="is-right">增减率</th>
            <th>方向</th>
          </tr>
        </thead>
        <tbody>
          {overview.yearOnYear.map((row) => (
            <tr key={row.measure}>
              <td>{row.label}</td>
              <td className="is-right">{showAmount(row.current, amountUnit)}</td>
              <td className="is-right">{row.prior === null ? '—' : showAmount(row.prior, amountUnit)}</td>
              <td className="is-right">{row.change ?? '—'}</td>
              <td className="is-right">{row.rate ?? '—'}</td>
              <td>{row.direction ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
