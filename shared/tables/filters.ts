/** Filters and columns that several tables share. */
import { FISCAL_FUNDS } from '../entities/vocabulary.ts';
import type { ColumnSpec, Filter } from './spec.ts';

export const CURRENT = { origin: ['current'] } as const satisfies Filter;
export const CARRYOVER = { origin: ['carryover'] } as const satisfies Filter;
export const FISCAL = { fund: FISCAL_FUNDS } as const satisfies Filter;
export const GENERAL = { fund: ['generalPublic'] } as const satisfies Filter;
export const GOVERNMENT_FUND = { fund: ['governmentFund'] } as const satisfies Filter;
export const STATE_CAPITAL = { fund: ['stateCapital'] } as const satisfies Filter;
export const FISCAL_ACCOUNT = { fund: ['fiscalAccount'] } as const satisfies Filter;
export const OWN_FUNDS = { fund: ['ownFunds'] } as const satisfies Filter;

/** 合计, 基本支出, 项目支出: the three amount columns of tables 3, 5, 8 and 9. */
export const TOTAL_BASIC_PROJECT: readonly ColumnSpec[] = [
  { label: '合计', sum: {} },
  { label: '基本支出', sum: { nature: ['basic'] } },
  { label: '项目支出', sum: { nature: ['project'] } },
];

/** The three funds of 财政拨款 as columns, in published order. */
export const FISCAL_FUND_COLUMNS: readonly ColumnSpec[] = [
  { label: '一般公共预算', sum: GENERAL },
  { label: '政府性基金预算', sum: GOVERNMENT_FUND },
  { label: '国有资本经营预算', sum: STATE_CAPITAL },
];

/** 科目编码 and 科目名称 of a code tree. */
export const CODE_AND_NAME: readonly ColumnSpec[] = [
  { label: '科目编码', show: 'code', width: 12 },
  { label: '科目名称', show: 'name', width: 44 },
];

export const FUNCTIONAL_DIGITS = [3, 5, 7] as const;
export const REVENUE_DIGITS = [3, 5, 7, 9] as const;

export const NO_DATA = '注：本表无数据';
