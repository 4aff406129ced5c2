/** What a budget needs before it is handed in, as data in the order of the work. `readiness.ts` is its one interpreter. */
import type { Totals } from '../api/types.ts';
import type { budget } from '../entities/budget.ts';
import type { unit } from '../entities/unit.ts';
import type { Severity } from './finding.ts';

/** Pages of the window, by the names it has for them. */
export type ReadinessPage =
  | 'unit'
  | 'income'
  | 'spending'
  | 'projects'
  | 'procurement'
  | 'goals'
  | 'document'
  | 'checks';

/** Rows that are counted. */
export type CountedRows = 'project' | 'prior' | 'asset';

/** Something that has to be so. `say`: a sentence when it is not; `{count}` is how often. */
export type Need =
  /** A field is filled; the sentence follows from its label. */
  | { readonly kind: 'unit'; readonly field: keyof typeof unit.fields }
  | { readonly kind: 'budget'; readonly field: keyof typeof budget.fields }
  /** A total is not nil, or has to be. */
  | {
      readonly kind: 'total';
      readonly of: Exclude<keyof Totals, 'lines'>;
      readonly mustBe: 'some' | 'nil';
      readonly say: string;
    }
  /** There is at least one row. */
  | { readonly kind: 'rows'; readonly of: CountedRows; readonly say: string }
  /** No finding of these rules is open. `among`: how many of them there could be at most. */
  | {
      readonly kind: 'rules';
      readonly rules: readonly string[];
      readonly among?: CountedRows;
      readonly say: string;
    }
  /** No finding of a severity is open. */
  | { readonly kind: 'severity'; readonly severity: Severity; readonly say: string };

export interface ReadinessSpec {
  readonly id: string;
  readonly label: string;
  readonly page: ReadinessPage;
  /** A budget is not handed in without it. */
  readonly required?: true;
  readonly needs: readonly Need[];
}

export const READINESS_STEPS: readonly ReadinessSpec[] = [
  {
    id: 'unit',
    label: '单位信息',
    page: 'unit',
    needs: [
      { kind: 'unit', field: 'region' },
      { kind: 'budget', field: 'duties' },
      { kind: 'budget', field: 'organisation' },
      { kind: 'budget', field: 'responsible' },
      { kind: 'budget', field: 'accountant' },
      { kind: 'budget', field: 'phone' },
    ],
  },
  {
    id: 'prior',
    label: '上年数',
    page: 'unit',
    needs: [{ kind: 'rows', of: 'prior', say: '上年数没有录入，说明中写不出比上年的增减。' }],
  },
  {
    id: 'assets',
    label: '国有资产',
    page: 'unit',
    needs: [
      { kind: 'rows', of: 'asset', say: '国有资产没有录入，说明中会写成没有占有使用。' },
      { kind: 'budget', field: 'assetsOn' },
    ],
  },
  {
    id: 'income',
    label: '收入',
    page: 'income',
    needs: [{ kind: 'total', of: 'income', mustBe: 'some', say: '还没有收入明细。' }],
  },
  {
    id: 'spending',
    label: '支出',
    page: 'spending',
    required: true,
    needs: [{ kind: 'total', of: 'expenditure', mustBe: 'some', say: '还没有支出明细。' }],
  },
  {
    id: 'balance',
    label: '收支平衡',
    page: 'spending',
    required: true,
    needs: [
      { kind: 'total', of: 'difference', mustBe: 'nil', say: '收入总计与支出总计不相等。' },
      { kind: 'rules', rules: ['fund-balance', 'fund-carryover'], say: '有{count}项资金收支不平或结转没有安排。' },
    ],
  },
  {
    id: 'projects',
    label: '项目',
    page: 'projects',
    needs: [
      { kind: 'rules', rules: ['project-without-lines'], among: 'project', say: '有{count}个项目没有支出明细。' },
      { kind: 'rules', rules: ['line-project-missing'], say: '有{count}条项目支出没有挂到项目。' },
    ],
  },
  {
    id: 'goals',
    label: '绩效目标',
    page: 'goals',
    needs: [
      { kind: 'rules', rules: ['goal-unit-missing'], say: '没有单位整体绩效目标表。' },
      { kind: 'rules', rules: ['project-goal-missing'], among: 'project', say: '有{count}个项目没有绩效目标表。' },
      { kind: 'rules', rules: ['goal-without-indicators'], say: '有{count}张绩效目标表没有指标。' },
    ],
  },
  {
    id: 'procurement',
    label: '政府采购',
    page: 'procurement',
    needs: [
      {
        kind: 'rules',
        rules: [
          'procurement-expected',
          'procurement-expected-basic',
          'procurement-catalogue-unbudgeted',
          'procurement-catalogue-unbudgeted-basic',
        ],
        say: '有{count}处支出像是要采购，还没有编采购预算。',
      },
      { kind: 'rules', rules: ['procurement-method-missing'], say: '有{count}条采购没有填采购方式。' },
    ],
  },
  {
    id: 'narrative',
    label: '预算说明',
    page: 'document',
    needs: [
      { kind: 'rules', rules: ['narrative-reason'], say: '有{count}处增减变动没有写原因。' },
      { kind: 'rules', rules: ['narrative-placeholder'], say: '有{count}处文字待填。' },
      { kind: 'rules', rules: ['narrative-figure'], say: '有{count}处手写的数与账套不一致。' },
    ],
  },
  {
    id: 'errors',
    label: '改正错误',
    page: 'checks',
    required: true,
    needs: [{ kind: 'severity', severity: 'error', say: '还有{count}个错误，改正后才能上报。' }],
  },
  {
    id: 'warnings',
    label: '处理警告',
    page: 'checks',
    needs: [{ kind: 'severity', severity: 'warning', say: '还有{count}个警告没有改正，也没有说明理由。' }],
  },
];
