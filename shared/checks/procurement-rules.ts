/** Rules on procurement items and what they belong to (design §5, field-notes §2.5). Which path applies is decided elsewhere. */
import { BASIS } from './basis.ts';
import type { RecordRule } from './record-spec.ts';

const LINE = { side: 'expenditure', nature: 'project', projectId: 1, amount: 500_000 } as const;
const BASIC = { side: 'expenditure', nature: 'basic', deptEconomic: '30201', amount: 500_000 } as const;
const ITEM = { name: '桌椅', projectId: 1, amount: 500_000 } as const;
const ONE_PROJECT = [{ name: '甲' }] as const;

export const procurementRules: readonly RecordRule[] = [
  {
    id: 'procurement-unlinked',
    title: '采购明细挂到项目或预算明细',
    severity: 'warning',
    basis: BASIS.procurement,
    each: 'procurement',
    when: { projectId: 'empty', lineId: 'empty' },
    field: 'projectId',
    message: '采购“{name}”（{amount}）没有挂到项目或预算明细，无法核对资金来源。',
    examples: {
      passes: [{ projects: ONE_PROJECT, lines: [LINE], procurement: [ITEM] }],
      fails: [{ procurement: [{ ...ITEM, projectId: null }] }],
    },
  },
  {
    id: 'procurement-within-project',
    title: '采购金额不大于项目预算',
    severity: 'error',
    basis: BASIS.procurement,
    each: 'project',
    must: {
      left: { of: 'procurement', add: 'amount', match: { paidBy: 'id' } },
      op: '<=',
      right: { of: 'line', add: 'amount', match: { projectId: 'id' }, where: { side: ['expenditure'] } },
    },
    field: 'name',
    message: '项目“{name}”的采购合计{left}，大于项目预算{right}，多{diff}。',
    examples: {
      passes: [{ projects: ONE_PROJECT, lines: [LINE], procurement: [ITEM] }],
      fails: [
        { projects: ONE_PROJECT, lines: [LINE], procurement: [ITEM, { ...ITEM, amount: 1 }] },
        {
          projects: ONE_PROJECT,
          lines: [LINE],
          procurement: [{ ...ITEM, projectId: null, lineId: 1, amount: 500_001 }],
        },
      ],
    },
  },
  {
    id: 'procurement-within-line',
    title: '采购金额不大于所挂的预算明细',
    severity: 'error',
    basis: BASIS.procurement,
    each: 'line',
    when: { side: ['expenditure'] },
    must: { left: { of: 'procurement', add: 'amount', match: { lineId: 'id' } }, op: '<=', right: { own: 'amount' } },
    field: 'amount',
    message: '{place}（{functional}）只有{right}，挂在上面的采购合计{left}，多{diff}。',
    examples: {
      passes: [{ lines: [BASIC], procurement: [{ ...ITEM, projectId: null, lineId: 1 }] }],
      fails: [{ lines: [BASIC], procurement: [{ ...ITEM, projectId: null, lineId: 1, amount: 500_100 }] }],
    },
  },
  {
    id: 'procurement-on-income',
    title: '采购挂在支出上',
    severity: 'error',
    basis: BASIS.procurement,
    each: 'procurement',
    when: { lineSide: ['income', 'yearEndCarryover'] },
    field: 'lineId',
    message: '采购“{name}”挂到了{lineSide}明细上，请改挂支出。',
    examples: {
      passes: [{ lines: [BASIC], procurement: [{ ...ITEM, projectId: null, lineId: 1 }] }],
      fails: [{ lines: [{ side: 'income' }], procurement: [{ ...ITEM, projectId: null, lineId: 1 }] }],
    },
  },
  {
    id: 'procurement-two-projects',
    title: '采购的项目与所挂明细的项目一致',
    severity: 'error',
    basis: BASIS.procurement,
    each: 'procurement',
    when: { projectsDiffer: [true] },
    field: 'projectId',
    message: '采购“{name}”的项目是“{projectName}”，所挂明细却属于“{lineProjectName}”。',
    examples: {
      passes: [{ projects: ONE_PROJECT, lines: [LINE], procurement: [{ ...ITEM, lineId: 1 }] }],
      fails: [
        {
          projects: [{ name: '甲' }, { name: '乙' }],
          lines: [LINE],
          procurement: [{ ...ITEM, projectId: 2, lineId: 1 }],
        },
      ],
    },
  },
  {
    id: 'procurement-price',
    title: '采购金额等于数量乘单价',
    severity: 'warning',
    basis: BASIS.procurement,
    each: 'procurement',
    when: { priced: 'filled' },
    must: { left: { own: 'amount' }, op: '=', right: { own: 'priced' } },
    field: 'amount',
    message: '采购“{name}”金额{left}，数量乘单价为{right}，相差{diff}。',
    fix: { label: '金额改为数量乘单价', set: { amount: { to: 'priced' } } },
    examples: {
      passes: [
        { procurement: [{ ...ITEM, quantity: '2.5', unitPrice: 200_000 }] },
        { procurement: [{ ...ITEM, quantity: '3' }] },
        { procurement: [{ ...ITEM, quantity: '3', unitPrice: 33, amount: 99 }] },
      ],
      fails: [{ procurement: [{ ...ITEM, quantity: '2', unitPrice: 200_000 }] }],
    },
  },
  {
    id: 'procurement-reserved',
    title: '预留中小企业的金额在采购金额之内',
    severity: 'error',
    basis: BASIS.smallBusiness,
    each: 'procurement',
    when: { smeReserved: 'filled' },
    must: { left: { own: 'smeReserved' }, op: '<=', right: { own: 'amount' } },
    field: 'smeReserved',
    message: '采购“{name}”预留中小企业{left}，大于采购金额{right}，多{diff}。',
    examples: {
      passes: [{ procurement: [{ ...ITEM, smeReserved: 500_000 }] }],
      fails: [{ procurement: [{ ...ITEM, smeReserved: 500_001 }] }],
    },
  },
  {
    id: 'procurement-micro',
    title: '预留小微企业的金额在预留中小企业之内',
    severity: 'error',
    basis: BASIS.smallBusiness,
    each: 'procurement',
    when: { microReserved: 'filled' },
    must: { left: { own: 'microReserved' }, op: '<=', right: { own: 'smeReserved' } },
    field: 'microReserved',
    message: '采购“{name}”预留小微企业{left}，大于预留中小企业{right}，多{diff}。',
    examples: {
      passes: [{ procurement: [{ ...ITEM, smeReserved: 500, microReserved: 300 }] }],
      fails: [
        { procurement: [{ ...ITEM, smeReserved: 500, microReserved: 600 }] },
        { procurement: [{ ...ITEM, microReserved: 1 }] },
      ],
    },
  },
  {
    id: 'procurement-amount-zero',
    title: '采购明细有金额',
    severity: 'warning',
    basis: BASIS.procurement,
    each: 'procurement',
    when: { amount: [0] },
    field: 'amount',
    message: '采购“{name}”的金额为零。',
    examples: { passes: [{ procurement: [ITEM] }], fails: [{ procurement: [{ ...ITEM, amount: 0 }] }] },
  },
  {
    id: 'procurement-expected',
    title: '有购置、维修、委托支出的项目编了采购',
    severity: 'advice',
    basis: BASIS.procurement,
    each: 'project',
    when: { procurable: 'filled' },
    must: { left: { of: 'procurement', add: 'count', match: { paidBy: 'id' } }, op: '>=', right: { number: 1 } },
    field: 'name',
    message: '项目“{name}”有“{procurable}”支出，却没有采购明细；如属政府采购范围，请补编。',
    examples: {
      passes: [
        { projects: ONE_PROJECT, lines: [{ ...LINE, deptEconomic: '31003' }], procurement: [ITEM] },
        { projects: ONE_PROJECT, lines: [{ ...LINE, deptEconomic: '30201' }] },
      ],
      fails: [
        { projects: ONE_PROJECT, lines: [{ ...LINE, deptEconomic: '31003' }] },
        { projects: ONE_PROJECT, lines: [{ ...LINE, deptEconomic: '30227' }] },
      ],
    },
  },
  {
    id: 'procurement-expected-basic',
    title: '有购置、维修、委托支出的基本支出编了采购',
    severity: 'advice',
    basis: BASIS.procurement,
    each: 'line',
    when: { side: ['expenditure'], nature: ['basic'], procurable: 'filled' },
    must: { left: { of: 'procurement', add: 'count', match: { lineId: 'id' } }, op: '>=', right: { number: 1 } },
    field: 'deptEconomic',
    message: '{place}的“{deptEconomic}”（{amount}）没有采购明细；如属政府采购范围，请补编。',
    examples: {
      passes: [
        { lines: [{ ...BASIC, deptEconomic: '30213' }], procurement: [{ ...ITEM, projectId: null, lineId: 1 }] },
        { lines: [BASIC] },
      ],
      fails: [{ lines: [{ ...BASIC, deptEconomic: '30213' }] }],
    },
  },
  {
    id: 'procurement-catalogue-unbudgeted',
    title: '目录内采购的项目编了采购',
    severity: 'advice',
    basis: '{catalogueDocument} 集中采购目录',
    each: 'project',
    when: { cataloguePaid: 'filled' },
    must: { left: { of: 'procurement', add: 'count', match: { paidBy: 'id' } }, op: '>=', right: { number: 1 } },
    field: 'name',
    message:
      '项目“{name}”的支出通常用来购买集中采购目录内的“{cataloguePaid}”，却没有采购明细；目录内的不论金额都要编采购。',
    examples: {
      passes: [
        { projects: ONE_PROJECT, lines: [{ ...LINE, deptEconomic: '30209' }], procurement: [ITEM] },
        { unit: { region: '陕西省' }, projects: ONE_PROJECT, lines: [{ ...LINE, deptEconomic: '30209' }] },
      ],
      fails: [{ projects: ONE_PROJECT, lines: [{ ...LINE, deptEconomic: '30209' }] }],
    },
  },
  {
    id: 'procurement-catalogue-unbudgeted-basic',
    title: '目录内采购的基本支出编了采购',
    severity: 'advice',
    basis: '{catalogueDocument} 集中采购目录',
    each: 'line',
    when: { side: ['expenditure'], nature: ['basic'], cataloguePaid: 'filled' },
    must: { left: { of: 'procurement', add: 'count', match: { lineId: 'id' } }, op: '>=', right: { number: 1 } },
    once: ['deptEconomic'],
    field: 'deptEconomic',
    message:
      '“{deptEconomic}”通常用来购买集中采购目录内的“{cataloguePaid}”，有{count}条没有采购明细（先见于{place}）；目录内的不论金额都要编采购。',
    examples: {
      passes: [
        { lines: [{ ...BASIC, deptEconomic: '30202' }], procurement: [{ ...ITEM, projectId: null, lineId: 1 }] },
        { lines: [BASIC] },
      ],
      fails: [
        {
          lines: [
            { ...BASIC, deptEconomic: '30202' },
            { ...BASIC, deptEconomic: '30202' },
          ],
        },
      ],
    },
  },
];
