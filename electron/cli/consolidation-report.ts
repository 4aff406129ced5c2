/** A department's consolidation for scripts: as data, and as text for a terminal. */
import { countFindings, countsText, type FindingCounts } from '../../shared/checks/open-findings.ts';
import type { ConsolidatedUnit, ConsolidationState } from '../../shared/consolidation/state-types.ts';
import { labelOf, STATUSES } from '../../shared/entities/vocabulary.ts';
import { formatWan, toDecimalYuan } from '../../shared/money/format.ts';
import { expenditureTotal } from '../../shared/overview/expenditure-total.ts';
import type { TableModel } from '../../shared/tables/model.ts';
import { tablesJson } from '../../shared/tables/tables-json.ts';
import type { ChosenBudget } from './choose-budget.ts';
import { lineOf } from './findings-text.ts';

export interface ConsolidationReport {
  readonly budget: ChosenBudget;
  readonly state: ConsolidationState;
  /** Findings about the budget of each unit, by its budget. */
  readonly counts: ReadonlyMap<number, FindingCounts>;
  readonly tables: readonly TableModel[];
}

/** Amounts are 元 as text. */
export function consolidationJson({ budget, state, counts, tables }: ConsolidationReport) {
  const { id: _id, words: _words, ...named } = budget;
  return {
    budget: named,
    units: state.units.map(({ code, name, depth, budget: own, stages }) => ({
      code,
      name,
      depth,
      consolidated: own !== null,
      status: own?.status ?? null,
      stages,
      income: own === null ? null : toDecimalYuan(own.totals.income),
      expenditure: own === null ? null : toDecimalYuan(expenditureTotal(own.totals)),
      findings: own === null ? null : (counts.get(own.id) ?? null),
    })),
    totals: {
      income: toDecimalYuan(state.totals.income),
      expenditure: toDecimalYuan(expenditureTotal(state.totals)),
    },
    outside: state.outside.map(({ code, name }) => ({ code, name })),
    findings: state.findings,
    ...tablesJson(`${budget.unitName}${budget.year}年度部门预算公开`, tables),
  };
}

/** A line for each unit, then what is to be said of the tables, and a sum. Ends without a line feed. */
export function consolidationText({ budget, state, counts }: ConsolidationReport): string {
  const missing = state.units.filter((unit) => unit.budget === null).length;
  const { totals } = state;
  return [
    `${budget.words} 部门汇总：${state.units.length} 个单位${missing === 0 ? '' : `，缺 ${missing} 个`}；收入总计 ${formatWan(totals.income)} 万元，支出总计 ${formatWan(expenditureTotal(totals))} 万元`,
    ...state.units.map((unit) => unitLine(unit, counts)),
    ...state.outside.map(({ code, name }) => `[不在汇总内] ${code} ${name}：不在这个部门之下`),
    ...state.findings.map(lineOf),
    `合计：${countsText(countFindings(state.findings))}`,
  ].join('\n');
}

function unitLine({ code, name, depth, budget, stages }: ConsolidatedUnit, counts: ReadonlyMap<number, FindingCounts>) {
  const head = `${'  '.repeat(depth)}${code} ${name}`;
  if (budget === null) return `${head}：缺这一阶段的预算${stages.length === 0 ? '' : `（有${stages.join('、')}）`}`;
  const { totals } = budget;
  const found = counts.get(budget.id);
  const findings = found === undefined ? '' : `，${countsText(found)}`;
  return `${head}：${labelOf(STATUSES, budget.status)}，收入 ${formatWan(totals.income)}，支出 ${formatWan(expenditureTotal(totals))}${findings}`;
}
