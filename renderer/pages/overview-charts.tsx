/** The charts of 概览. ECharts comes only with this page, and only the chart kinds used here. */
import { BarChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useMemo, useRef } from 'react';
import type { NamedAmount, Overview } from '../../shared/api/types.ts';
import { showAmount } from '../../shared/intake/show-cell.ts';
import type { AmountUnit } from '../../shared/money/parse.ts';

use([BarChart, PieChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const COLOURS = ['#1f5f99', '#5b8db8', '#b5893b', '#6d8f6a', '#8a6fa8', '#9aa5b1'];

interface ChartsProps {
  readonly overview: Overview;
  readonly amountUnit: AmountUnit;
}

export function Charts({ overview, amountUnit }: ChartsProps) {
  const show = (amount: number) => showAmount(amount, amountUnit);
  const funds = useMemo(() => pie(overview.incomeByFund, amountUnit), [overview.incomeByFund, amountUnit]);
  const nature = useMemo(
    () => pie(overview.expenditureByNature, amountUnit),
    [overview.expenditureByNature, amountUnit],
  );
  const classes = useMemo(
    () => bars(overview.expenditureByClass, amountUnit),
    [overview.expenditureByClass, amountUnit],
  );
  const years = useMemo(() => yearBars(overview, amountUnit), [overview, amountUnit]);
  const listed = (amounts: readonly NamedAmount[]) =>
    amounts.map(({ label, amount }) => `${label} ${show(amount)}`).join('；');
  return (
    <div className="charts">
      <Chart title="收入按资金来源" option={funds} text={listed(overview.incomeByFund)} />
      <Chart title="支出按基本与项目" option={nature} text={listed(overview.expenditureByNature)} />
      <Chart
        title={`支出按功能分类（${amountUnit === 'wan' ? '万元' : '元'}）`}
        option={classes}
        text={listed(overview.expenditureByClass)}
      />
      {overview.yearOnYear.some((row) => row.prior !== null) ? (
        <Chart
          title="与上年比较（万元）"
          option={years}
          text={overview.yearOnYear.map((row) => `${row.label} ${show(row.current)}`).join('；')}
        />
      ) : null}
    </div>
  );
}

/** Charts need plain numbers; these are only drawn, never shown as figures: labels come from the exact amounts. */
const drawn = (amount: number): number => amount / 100;

/** Named outright: the chart measures its texts itself and cannot inherit. */
const FONT = '"Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif';
const BASE = { color: COLOURS, textStyle: { fontFamily: FONT }, animation: false } as const;

function pie(amounts: readonly NamedAmount[], unit: AmountUnit): EChartsCoreOption {
  const data = amounts
    .filter(({ amount }) => amount > 0)
    .map(({ label, amount }) => ({ name: label, value: drawn(amount), amount }));
  return {
    ...BASE,
    tooltip: { trigger: 'item', formatter: (item: unknown) => tip(item, unit) },
    legend: { bottom: 0, itemWidth: 12, itemHeight: 12 },
    series: [
      {
        type: 'pie',
        radius: ['42%', '68%'],
        center: ['50%', '44%'],
        data,
        label: { formatter: '{d}%' },
        minShowLabelAngle: 4,
      },
    ],
  };
}

function bars(amounts: readonly NamedAmount[], unit: AmountUnit): EChartsCoreOption {
  const rows = amounts.filter(({ amount }) => amount !== 0).sort((left, right) => left.amount - right.amount);
  return {
    ...BASE,
    tooltip: { trigger: 'item', formatter: (item: unknown) => tip(item, unit) },
    grid: { left: 8, right: 96, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: { type: 'category', data: rows.map(({ label }) => label), axisTick: { show: false } },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        data: rows.map(({ label, amount }) => ({ name: label, value: drawn(amount), amount })),
        label: {
          show: true,
          position: 'right',
          formatter: ({ data }: { readonly data: { readonly amount: number } }) => showAmount(data.amount, unit),
        },
      },
    ],
  };
}

function yearBars({ yearOnYear }: Overview, unit: AmountUnit): EChartsCoreOption {
  const rows = yearOnYear.filter((row) => row.prior !== null).slice(0, 6);
  const series = (name: string, amounts: readonly number[]) => ({
    name,
    type: 'bar',
    barMaxWidth: 22,
    data: amounts.map((amount, index) => ({
      name: `${rows[index]?.label ?? ''} ${name}`,
      value: drawn(amount),
      amount,
    })),
  });
  return {
    ...BASE,
    color: ['#a9c3da', '#1f5f99'],
    tooltip: { trigger: 'item', formatter: (item: unknown) => tip(item, unit) },
    legend: { bottom: 0, itemWidth: 12, itemHeight: 12 },
    grid: { left: 8, right: 16, top: 16, bottom: 32, containLabel: true },
    xAxis: {
      type: 'category',
      data: rows.map(({ label }) => label),
      axisLabel: { interval: 0, width: 96, overflow: 'break', fontSize: 11, lineHeight: 14 },
    },
    yAxis: { type: 'value', axisLabel: { formatter: (value: number) => String(Math.round(value / 10_000)) } },
    series: [
      series(
        '上年',
        rows.map(({ prior }) => prior ?? 0),
      ),
      series(
        '本年',
        rows.map(({ current }) => current),
      ),
    ],
  };
}

/** `一般公共预算：12,352.39`, from the exact amount behind the drawn number. */
function tip(item: unknown, unit: AmountUnit): string {
  const { name, data } = item as { readonly name: string; readonly data: { readonly amount: number } };
  return `${name}：${showAmount(data.amount, unit)} ${unit === 'wan' ? '万元' : '元'}`;
}

/** @param text the same figures in words, for those who do not see the drawing */
function Chart({
  title,
  option,
  text,
}: {
  readonly title: string;
  readonly option: EChartsCoreOption;
  readonly text: string;
}) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return;
    const chart = init(host.current);
    chart.setOption(option);
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(host.current);
    return () => {
      resized.disconnect();
      chart.dispose();
    };
  }, [option]);
  return (
    <section className="card chart">
      <h2>{title}</h2>
      <div ref={host} className="chart-host" role="img" aria-label={`${title}：${text}`} />
    </section>
  );
}
