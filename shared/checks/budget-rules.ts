/** Rules on the budget as a whole: balance by fund, operating expenses of offices, state assets. */
import { FISCAL_FUNDS } from '../entities/vocabulary.ts';
import { BASIS } from './basis.ts';
import type { ExampleRow, RecordAmount, RecordRule } from './record-spec.ts';

/** Lines of the fund at hand. */
const ofFund = (side: string, origin?: string): RecordAmount => ({
  of: 'line',
  add: 'amount',
  match: { fund: 'fund' },
  where: { side: [side], ...(origin === undefined ? {} : { origin: [origin] }) },
});

const BASIC = { side: 'expenditure', nature: 'basic', deptEconomic: '30201' } as const;

export const budgetRules: readonly RecordRule[] = [
  {
    id: 'fund-balance',
    title: '每项资金收支平衡',
    severity: 'error',
    basis: BASIS.balance,
    each: 'fund',
    must: { left: ofFund('income'), op: '=', right: { sum: [ofFund('expenditure'), ofFund('yearEndCarryover')] } },
    field: null,
    message: '{fund}收支不平：收入（含结转）{left}，支出加年终结转{right}，相差{diff}。',
    examples: {
      passes: [
        {
          lines: [
            { side: 'income', amount: 300 },
            { ...BASIC, amount: 200 },
            { side: 'yearEndCarryover', amount: 100 },
          ],
        },
      ],
      fails: [
        {
          lines: [
            { side: 'income', amount: 300 },
            { ...BASIC, amount: 200 },
          ],
        },
        {
          lines: [
            { side: 'income', amount: 300 },
            { ...BASIC, fund: 'ownFunds', amount: 300 },
          ],
        },
      ],
    },
  },
  {
    id: 'fund-carryover',
    title: '每项资金的上年结转都有安排',
    severity: 'error',
    basis: BASIS.carryover,
    each: 'fund',
    must: {
      left: ofFund('income', 'carryover'),
      op: '=',
      right: { sum: [ofFund('expenditure', 'carryover'), ofFund('yearEndCarryover', 'carryover')] },
    },
    field: null,
    message:
      '{fund}的上年结转{left}，结转安排的支出加年终结转{right}，相差{diff}；年终结转也要选“本年预算”或“上年结转”。',
    examples: {
      passes: [
        {
          lines: [
            { side: 'income', origin: 'carryover', amount: 300 },
            { ...BASIC, origin: 'carryover', amount: 300 },
          ],
        },
      ],
      fails: [
        {
          lines: [
            { side: 'income', origin: 'carryover', amount: 300 },
            { ...BASIC, amount: 300 },
          ],
        },
      ],
    },
  },
  {
    id: 'unit-agency-operating-missing',
    title: '行政单位和参公单位有机关运行经费',
    severity: 'warning',
    basis: BASIS.agencyOperating,
    each: 'unit',
    when: { kind: ['administrative', 'referred'] },
    must: {
      left: {
        of: 'line',
        add: 'count',
        match: {},
        where: {
          side: ['expenditure'],
          origin: ['current'],
          nature: ['basic'],
          fund: FISCAL_FUNDS,
          useResolved: ['operating'],
        },
      },
      op: '>=',
      right: { number: 1 },
    },
    field: 'kind',
    message: '{kind}应编列机关运行经费，现在没有财政拨款安排的公用经费，表11为空。',
    examples: {
      passes: [{ unit: { kind: 'administrative' }, lines: [BASIC] }, { unit: { kind: 'institution' } }],
      fails: [{ unit: { kind: 'referred' }, lines: [{ ...BASIC, use: 'personnel' }] }],
    },
  },
  {
    id: 'asset-vehicles-over-quota',
    title: '实有车辆不超过编制',
    severity: 'warning',
    basis: BASIS.assets,
    each: 'unit',
    when: { vehiclesOverQuota: [true] },
    field: null,
    message: '各类公务用车合计{vehicleText}辆，超过编制数{quotaText}辆，请核对。',
    examples: {
      passes: [
        {
          assets: [
            { kind: 'vehicleQuota', quantity: '3' },
            { kind: 'vehicleSpecial', quantity: '2' },
            { kind: 'vehicleOther', quantity: '1' },
          ],
        },
        { assets: [{ kind: 'vehicleOther', quantity: '1' }] },
      ],
      fails: [
        {
          assets: [
            { kind: 'vehicleQuota', quantity: '3' },
            { kind: 'vehicleSpecial', quantity: '4' },
          ],
        },
      ],
    },
  },
  {
    id: 'asset-date',
    title: '资产时点为上年末',
    severity: 'advice',
    basis: BASIS.assets,
    each: 'budget',
    when: { assetsOnUnusual: [true] },
    field: 'assetsOn',
    message: '资产时点是{assetsOn}，一般应为上年12月31日，请核对。',
    examples: {
      passes: [{ budget: { year: 2025, assetsOn: '2024-12-31' } }, { budget: { assetsOn: null } }],
      fails: [{ budget: { year: 2025, assetsOn: '2025-12-31' } }],
    },
  },
  {
    id: 'prior-parts',
    title: '上年数的分项与合计一致',
    severity: 'warning',
    basis: BASIS.prior,
    each: 'prior',
    when: { partsKnown: [true] },
    must: { left: { own: 'amount' }, op: '=', right: { own: 'partsSum' }, slack: { own: 'roundingSlack' } },
    field: 'amount',
    message: '上年数“{measure}”{left}，其中各项之和{right}，相差{diff}。',
    examples: {
      passes: [
        { prior: priorIncome(500_000, 300_000, 200_000, false) },
        { prior: priorIncome(500_000, 300_000, 210_000, true) },
        { prior: [{ measure: 'income.total', amount: 500_000 }] },
      ],
      fails: [
        { prior: priorIncome(500_000, 300_000, 210_000, false) },
        { prior: priorIncome(500_000, 300_000, 220_000, true) },
      ],
    },
  },
];

function priorIncome(total: number, current: number, carryover: number, rounded: boolean): readonly ExampleRow[] {
  return [
    { measure: 'income.total', amount: total, rounded },
    { measure: 'income.current', amount: current, rounded },
    { measure: 'income.carryover', amount: carryover, rounded },
  ];
}
