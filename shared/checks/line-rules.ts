/** Rules on single lines of the budget (design §5, field-notes §2 and §4). */
import { BASIS } from './basis.ts';
import type { RecordRule } from './record-spec.ts';

const SPENT = { side: 'expenditure', nature: 'project', projectId: 1 } as const;
const BASIC = { side: 'expenditure', nature: 'basic', deptEconomic: '30101' } as const;
const EARNED = { side: 'income' } as const;
const ONE_PROJECT = [{ name: '甲项目' }] as const;

const missing: readonly RecordRule[] = [
  {
    id: 'line-functional-missing',
    title: '收入和支出都要有功能科目',
    severity: 'error',
    basis: BASIS.functionalToItem,
    each: 'line',
    when: { side: ['income', 'expenditure'], functional: 'empty' },
    field: 'functional',
    message: '{place}（{amount}）没有填功能科目，收入总表和支出总表无法归集，请补填到项级。',
    examples: {
      passes: [{ lines: [EARNED, { side: 'yearEndCarryover', functional: null }] }],
      fails: [{ lines: [{ ...EARNED, functional: null }] }],
    },
  },
  {
    id: 'line-functional-level',
    title: '功能科目填到项级',
    severity: 'error',
    basis: BASIS.functionalToItem,
    each: 'line',
    when: { functionalState: ['malformed'] },
    field: 'functional',
    message: '{place}的功能科目“{functional}”没有填到项级，应为7位数字。',
    examples: { passes: [{ lines: [EARNED] }], fails: [{ lines: [{ ...EARNED, functional: '21205' }] }] },
  },
  {
    id: 'line-nature-missing',
    title: '支出要分基本支出和项目支出',
    severity: 'error',
    basis: BASIS.natures,
    each: 'line',
    when: { side: ['expenditure'], nature: 'empty' },
    field: 'nature',
    message:
      '{place}（{functional}，{amount}）没有选支出性质，支出总表的基本和项目两栏都不会计入，请选“基本支出”或“项目支出”。',
    examples: {
      passes: [{ lines: [BASIC] }],
      fails: [{ lines: [{ side: 'expenditure', nature: null }] }],
    },
  },
  {
    id: 'line-project-missing',
    title: '项目支出要挂到项目',
    severity: 'error',
    basis: BASIS.projectTables,
    each: 'line',
    when: { side: ['expenditure'], nature: ['project'], projectId: 'empty' },
    field: 'projectId',
    message: '{place}（{functional}，{amount}）是项目支出，但没有选项目，项目支出表无法列示，请选择项目。',
    examples: {
      passes: [{ lines: [SPENT], projects: ONE_PROJECT }],
      fails: [{ lines: [{ ...SPENT, projectId: null }] }],
    },
  },
  {
    id: 'line-basic-economic-missing',
    title: '基本支出要有部门预算经济分类',
    severity: 'error',
    basis: BASIS.economicToItem,
    each: 'line',
    when: { side: ['expenditure'], nature: ['basic'], deptEconomic: 'empty' },
    field: 'deptEconomic',
    message: '{place}（{functional}，{amount}）是基本支出，但没有填部门预算经济分类，请填到款（5位）。',
    examples: { passes: [{ lines: [BASIC] }], fails: [{ lines: [{ ...BASIC, deptEconomic: null }] }] },
  },
  {
    id: 'line-revenue-missing',
    title: '政府性基金和国有资本经营收入要有收入科目',
    severity: 'error',
    basis: BASIS.revenueTables,
    each: 'line',
    when: { side: ['income'], origin: ['current'], fund: ['governmentFund', 'stateCapital'], revenue: 'empty' },
    field: 'revenue',
    message: '{place}（{fund}，{amount}）没有填收入科目，表7、表9无法按科目列示，请补填。',
    examples: {
      passes: [
        { lines: [{ ...EARNED, fund: 'governmentFund', functional: '2120803', revenue: '1030148' }] },
        { lines: [{ ...EARNED, fund: 'governmentFund', functional: '2120803', origin: 'carryover' }] },
      ],
      fails: [{ lines: [{ ...EARNED, fund: 'governmentFund', functional: '2120803' }] }],
    },
  },
];

const misplaced: readonly RecordRule[] = [
  {
    id: 'line-basic-with-project',
    title: '基本支出不挂项目',
    severity: 'error',
    basis: BASIS.projectTables,
    each: 'line',
    when: { side: ['expenditure'], nature: ['basic'], projectId: 'filled' },
    field: 'projectId',
    message: '{place}（{amount}）是基本支出，却挂了项目“{projectName}”。请去掉项目，或把支出性质改为项目支出。',
    examples: {
      passes: [{ lines: [BASIC, SPENT], projects: ONE_PROJECT }],
      fails: [{ lines: [{ ...BASIC, projectId: 1 }], projects: ONE_PROJECT }],
    },
  },
  {
    id: 'line-income-with-spending-fields',
    title: '收入和年终结转不填支出专用的栏',
    severity: 'warning',
    basis: BASIS.lineFields,
    each: 'line',
    when: { side: ['income', 'yearEndCarryover'], spendingFields: 'filled' },
    field: 'nature',
    message: '{place}（{side}，{amount}）填了支出才用的{spendingFields}，不影响合计，建议清除。',
    fix: {
      label: '清除这几栏',
      set: { nature: null, deptEconomic: null, govEconomic: null, use: null, projectId: null },
      all: true,
    },
    examples: {
      passes: [{ lines: [EARNED] }],
      fails: [{ lines: [{ ...EARNED, nature: 'basic', deptEconomic: '30101' }] }],
    },
  },
  {
    id: 'line-expenditure-with-revenue',
    title: '支出不填收入科目',
    severity: 'warning',
    basis: BASIS.lineFields,
    each: 'line',
    when: { side: ['expenditure', 'yearEndCarryover'], revenue: 'filled' },
    field: 'revenue',
    message: '{place}（{side}，{amount}）填了收入科目{revenue}，建议清除。',
    fix: { label: '清除收入科目', set: { revenue: null }, all: true },
    examples: { passes: [{ lines: [BASIC] }], fails: [{ lines: [{ ...BASIC, revenue: '1030148' }] }] },
  },
];

const codes: readonly RecordRule[] = [
  {
    id: 'line-fund-impossible',
    title: '资金来源与功能科目相配',
    severity: 'error',
    basis: BASIS.codeScope,
    each: 'line',
    when: { fundFit: ['impossible'] },
    field: 'functional',
    message: '{place}：{fund}不能安排“{functional}”，{fundReason}。请改资金来源或功能科目。',
    examples: {
      passes: [{ lines: [EARNED, { ...EARNED, fund: 'stateCapital', functional: '2230199', revenue: '1030601' }] }],
      fails: [
        { lines: [{ ...EARNED, functional: '2120803' }] },
        { lines: [{ ...EARNED, fund: 'stateCapital', revenue: '1030601' }] },
      ],
    },
  },
  {
    id: 'line-fund-unusual',
    title: '资金来源与功能科目少见的搭配',
    severity: 'warning',
    basis: BASIS.codeScope,
    each: 'line',
    when: { fundFit: ['unusual'] },
    field: 'functional',
    message: '{place}：{fund}安排“{functional}”较少见，{fundReason}。请核对。',
    examples: {
      passes: [{ lines: [{ ...EARNED, fund: 'governmentFund', functional: '2290402', revenue: '1030199' }] }],
      fails: [{ lines: [{ ...EARNED, fund: 'governmentFund', revenue: '1030199' }] }],
    },
  },
  {
    id: 'line-revenue-unusual',
    title: '资金来源与收入科目少见的搭配',
    severity: 'warning',
    basis: BASIS.codeScope,
    each: 'line',
    when: { side: ['income'], revenueFit: ['unusual', 'impossible'] },
    field: 'revenue',
    message: '{place}：{fund}的收入列在“{revenue}”较少见，{revenueReason}。请核对。',
    examples: {
      passes: [{ lines: [{ ...EARNED, fund: 'governmentFund', functional: '2120803', revenue: '1030148' }] }],
      fails: [{ lines: [{ ...EARNED, fund: 'governmentFund', functional: '2120803', revenue: '1030601' }] }],
    },
  },
  {
    id: 'line-gov-differs',
    title: '政府经济分类与部门经济分类对应',
    severity: 'advice',
    basis: BASIS.economicMapping,
    each: 'line',
    when: { govState: ['differs'] },
    field: 'govEconomic',
    message:
      '{place}：政府经济分类“{govEconomic}”与部门经济分类“{deptEconomic}”不对应，本单位（{unitKind}）应为“{mappedGov}”。',
    fix: { label: '改为对应的科目', set: { govEconomic: { to: 'mappedGov' } }, all: true },
    examples: {
      passes: [{ lines: [{ ...BASIC, govEconomic: '50501' }, BASIC] }],
      fails: [
        { lines: [{ ...BASIC, govEconomic: '50101' }] },
        { unit: { kind: 'administrative' }, lines: [{ ...BASIC, govEconomic: '50501' }] },
      ],
    },
  },
  {
    id: 'line-gov-unmapped',
    title: '查不到对应的政府经济分类',
    severity: 'warning',
    basis: BASIS.economicMapping,
    each: 'line',
    when: { side: ['expenditure'], govState: ['unmapped'] },
    once: ['deptEconomic'],
    field: 'govEconomic',
    message:
      '部门经济分类“{deptEconomic}”查不到对应的政府经济分类（共{count}条，先见于{place}），请直接填政府经济分类。',
    examples: {
      passes: [{ lines: [BASIC, { ...BASIC, deptEconomic: '30188', govEconomic: '50501' }] }],
      fails: [{ lines: [{ ...BASIC, deptEconomic: '30188' }] }],
    },
  },
  ...(
    [
      ['functional', '功能科目', '2129998'],
      ['deptEconomic', '部门经济分类', '30188'],
      ['govEconomic', '政府经济分类', '50598'],
      ['revenue', '收入科目', '1030188'],
    ] as const
  ).map(
    ([field, label, unlisted]): RecordRule => ({
      id: `line-${field}-unlisted`,
      title: `${label}在当年科目表中`,
      severity: 'advice',
      basis: BASIS.codeList,
      each: 'line',
      when: { [`${field}State`]: ['unlisted'] },
      once: [field],
      field,
      message: `${label}“{${field}}”不在{year}年科目表中（共{count}条，先见于{place}），请核对；确是新增的，登记为自增科目后会带上名称。`,
      examples: {
        passes: [{ lines: [{ ...BASIC, govEconomic: '50501' }] }],
        fails: [{ lines: [{ ...BASIC, [field]: unlisted }] }],
      },
    }),
  ),
];

const amounts: readonly RecordRule[] = [
  {
    id: 'line-amount-zero',
    title: '明细有金额',
    severity: 'warning',
    basis: BASIS.lineFields,
    each: 'line',
    when: { sign: ['zero'] },
    field: 'amount',
    message: '{place}金额为零，请填金额；用不到的可以删除。',
    examples: { passes: [{ lines: [EARNED] }], fails: [{ lines: [{ ...EARNED, amount: 0 }] }] },
  },
  {
    id: 'line-amount-negative',
    title: '负数要写明冲减什么',
    severity: 'warning',
    basis: BASIS.lineFields,
    each: 'line',
    when: { sign: ['negative'], note: 'empty' },
    field: 'amount',
    message: '{place}金额为{amount}。负数只用于冲减，请在说明里写明冲减什么。',
    examples: {
      passes: [{ lines: [{ ...EARNED, amount: -100, note: '冲减上一条' }] }],
      fails: [{ lines: [{ ...EARNED, amount: -100 }] }],
    },
  },
  {
    id: 'line-repeated',
    title: '有没有重复录入的明细',
    severity: 'advice',
    basis: BASIS.lineFields,
    each: 'line',
    must: {
      left: { of: 'line', add: 'count', match: { sameAs: 'sameAs' } },
      op: '<=',
      right: { number: 1 },
    },
    once: ['sameAs'],
    field: 'amount',
    message: '有{count}条{side}各栏完全相同（{functional}，{amount}，先见于{place}），请看是不是录重了。',
    examples: {
      passes: [{ lines: [EARNED, { ...EARNED, amount: 200 }, { ...EARNED, note: '第二笔' }] }],
      fails: [{ lines: [EARNED, BASIC, EARNED] }],
    },
  },
  {
    id: 'line-use-unusual',
    title: '人员经费和公用经费的归类',
    severity: 'advice',
    basis: BASIS.uses,
    each: 'line',
    when: { side: ['expenditure'], nature: ['basic'], useUnusual: [true] },
    field: 'use',
    message: '{place}：“{deptEconomic}”归在{use}较少见（301、303一般归人员经费，其余归公用经费），请核对。',
    examples: {
      passes: [
        {
          lines: [
            { ...BASIC, deptEconomic: '30399', use: 'operating' },
            { ...BASIC, use: 'personnel' },
          ],
        },
      ],
      fails: [
        { lines: [{ ...BASIC, use: 'operating' }] },
        { lines: [{ ...BASIC, deptEconomic: '30201', use: 'personnel' }] },
      ],
    },
  },
];

export const lineRules: readonly RecordRule[] = [...missing, ...misplaced, ...codes, ...amounts];
