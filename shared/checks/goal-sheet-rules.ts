/** Rules on goal sheets as wholes (design §7, field-notes §2.6): money by period and source, kinds, dates, texts. */
import { BASIS } from './basis.ts';
import { indicatorsOn, sheetOf, sheets } from './goal-examples.ts';
import { goalTextRules } from './goal-text-rules.ts';
import type { ExampleRow, RecordRule } from './record-spec.ts';

const QUANTITY = { level2: '数量指标', level3: '改造数量', value: '20' } as const;
const ALL: readonly ExampleRow[] = [
  QUANTITY,
  { level2: '质量指标' },
  { level2: '时效指标' },
  { level1: '成本指标', level2: '经济成本指标' },
  { level1: '效益指标', level2: '社会效益指标' },
  { level1: '满意度指标', level2: '服务对象满意度指标' },
];

const indicators = (...list: readonly ExampleRow[]) => indicatorsOn({}, ...list);
const without = (level2: string) => indicators(...ALL.filter((one) => one.level2 !== level2));
const periods = (implementation: readonly ExampleRow[], annual: readonly ExampleRow[]): readonly ExampleRow[] => [
  ...implementation.map((one) => ({ parentId: 1, period: 'implementation', ...one })),
  ...annual.map((one) => ({ parentId: 1, period: 'annual', ...one })),
];
const SEVERAL_YEARS = { implTotal: 200, annualTotal: 100 } as const;

const money: readonly RecordRule[] = [
  {
    id: 'goal-source-differs',
    title: '两期的资金来源一致',
    severity: 'warning',
    basis: BASIS.goalAmounts,
    each: 'goalSheet',
    when: { bothFunded: [true], annualSourceOver: 'filled' },
    field: 'annualTotal',
    message: '“{sheetName}”的{annualSourceOver}大于实施期的同一来源，两期的资金来源不一致。',
    examples: {
      passes: [sheets({ implLocal: 200, annualLocal: 100 }), sheets({ annualLocal: 100 })],
      fails: [sheets({ implProvincial: 100, implCentral: 0, annualCentral: 100 })],
    },
  },
  {
    id: 'goal-source-blank',
    title: '没有的资金来源填零',
    severity: 'advice',
    basis: BASIS.goalAmounts,
    each: 'goalSheet',
    when: { sourcesBlank: 'filled' },
    field: 'annualOther',
    message: '“{sheetName}”的{sourcesBlank}空着，没有的来源请填0。',
    examples: {
      passes: [
        sheets({ annualCentral: 0, annualProvincial: 0, annualLocal: 1, annualOwn: 0, annualOther: 0 }),
        sheets({ annualTotal: 1 }),
      ],
      fails: [sheets({ annualCentral: 0, annualProvincial: 0, annualLocal: 1, annualOwn: 0 })],
    },
  },
  {
    id: 'goal-one-year',
    title: '一年的项目两期资金相同',
    severity: 'warning',
    basis: BASIS.goalAmounts,
    each: 'goalSheet',
    when: { oneYear: [true] },
    must: { left: { own: 'implTotal' }, op: '<=', right: { own: 'annualTotal' } },
    field: 'implTotal',
    message: '“{sheetName}”写的是一年的项目，实施期资金{left}却大于年度资金{right}，请核对项目期或资金。',
    examples: {
      passes: [sheets({ ...SEVERAL_YEARS, term: '2年' }), sheets({ implTotal: 100, annualTotal: 100, term: '1年' })],
      fails: [
        sheets({ ...SEVERAL_YEARS, attribute: '一次性项目(1年结束)' }),
        sheets({ ...SEVERAL_YEARS, term: '1年' }),
      ],
    },
  },
  {
    id: 'goal-yearly',
    title: '年年都有的支出不写成一次性项目',
    severity: 'advice',
    basis: BASIS.goalTexts,
    each: 'goalSheet',
    when: { yearly: [true] },
    field: 'attribute',
    message: '“{sheetName}”看起来年年都有，项目属性却是“{attribute}”，请核对。',
    examples: {
      passes: [sheetOf('人员工资', { attribute: '常年性项目' }), sheetOf('广场改造', { attribute: '一次性项目' })],
      fails: [
        sheetOf('人员工资', { attribute: '一次性项目(1年结束)' }),
        { projects: [{ name: '路灯电费', continues: true }], goalSheets: [{ projectId: 1, attribute: '一次性项目' }] },
      ],
    },
  },
  {
    id: 'goal-unscaled',
    title: '年度目标按年度资金确定',
    severity: 'warning',
    basis: BASIS.goalPeriods,
    each: 'goalSheet',
    when: { severalYears: [true], unscaled: [true] },
    field: 'annualTotal',
    message: '“{sheetName}”的年度资金{annualTotal}少于实施期的{implTotal}，年度的数量和成本指标却与实施期完全相同。',
    examples: {
      passes: [
        { goalSheets: [SEVERAL_YEARS], indicators: periods([QUANTITY], [{ ...QUANTITY, value: '10' }]) },
        { goalSheets: [{ implTotal: 100, annualTotal: 100 }], indicators: periods([QUANTITY], [QUANTITY]) },
      ],
      fails: [{ goalSheets: [SEVERAL_YEARS], indicators: periods([QUANTITY], [QUANTITY]) }],
    },
  },
];

const head: readonly RecordRule[] = [
  {
    id: 'goal-supervisor',
    title: '主管部门是本单位的主管部门',
    severity: 'warning',
    basis: BASIS.goalTexts,
    each: 'goalSheet',
    when: { supervisorWrong: [true] },
    field: 'supervisorCode',
    message: '“{sheetName}”的主管部门写成{supervisorCode}“{supervisor}”，不是本单位（{unitCode}）的主管部门。',
    examples: {
      passes: [
        sheets({ supervisorCode: '044', supervisor: '某局' }),
        { unit: { code: '044001' }, goalSheets: [{ supervisorCode: '044' }] },
      ],
      fails: [sheets({ supervisorCode: '039', supervisor: '某局' })],
    },
  },
  {
    id: 'goal-filled-on-missing',
    title: '填报日期已填',
    severity: 'advice',
    basis: BASIS.goalTexts,
    each: 'goalSheet',
    when: { filledOn: 'empty' },
    field: 'filledOn',
    message: '“{sheetName}”没有填报日期。',
    examples: { passes: [sheets({ filledOn: '2024-11-20' })], fails: [sheets({})] },
  },
  {
    id: 'goal-filled-outside',
    title: '填报日期在编制期内',
    severity: 'warning',
    basis: BASIS.goalTexts,
    each: 'goalSheet',
    when: { filledOutside: [true] },
    field: 'filledOn',
    message: '“{sheetName}”的填报日期{filledOn}不在{year}年预算的编制和执行期内。',
    examples: {
      passes: [sheets({ filledOn: '2024-11-20' }), sheets({ filledOn: '2025-02-11' })],
      fails: [sheets({ filledOn: '2024-06-30' }), sheets({ filledOn: '2026-01-01' })],
    },
  },
  {
    id: 'goal-filled-year',
    title: '各表填报日期在同一年',
    severity: 'advice',
    basis: BASIS.goalTexts,
    each: 'goalSheet',
    when: { filledYearOther: [true] },
    field: 'filledOn',
    message: '“{sheetName}”的填报日期{filledOn}与多数目标表不在同一年，请核对。',
    examples: {
      passes: [sheets({ filledOn: '2025-01-03' }, { filledOn: '2025-02-03' })],
      fails: [sheets({ filledOn: '2025-01-03' }, { filledOn: '2025-02-03' }, { filledOn: '2024-11-14' })],
    },
  },
  {
    id: 'goal-filled-late',
    title: '填报在实施之前',
    severity: 'advice',
    basis: BASIS.goalTexts,
    each: 'goalSheet',
    when: { startedBefore: 'filled' },
    field: 'filledOn',
    message: '“{sheetName}”在{filledOn}填报，时效指标写的实施期从{startedBefore}已经开始。',
    examples: {
      passes: [
        {
          goalSheets: [{ filledOn: '2025-01-03' }],
          indicators: [{ level2: '时效指标', value: '2025年1月5日至1月25日' }],
        },
      ],
      fails: [
        {
          goalSheets: [{ filledOn: '2025-01-08' }],
          indicators: [{ level2: '时效指标', value: '2025年1月5日至1月25日' }],
        },
        {
          goalSheets: [{ filledOn: '2025-02-10' }],
          indicators: [{ level2: '时效指标', value: '2025.1.10至2025.1.26' }],
        },
      ],
    },
  },
];

const kinds: readonly RecordRule[] = [
  {
    id: 'goal-outputs',
    title: '数量、质量、时效、成本指标都有',
    severity: 'warning',
    basis: BASIS.indicatorValues,
    each: 'goalSheet',
    when: { missingOutputs: 'filled' },
    field: null,
    message: '“{sheetName}”缺少{missingOutputs}。',
    examples: { passes: [indicators(...ALL), sheets({})], fails: [without('时效指标'), without('经济成本指标')] },
  },
  {
    id: 'goal-benefit',
    title: '至少一项效益指标',
    severity: 'warning',
    basis: BASIS.indicatorValues,
    each: 'goalSheet',
    when: { benefitMissing: [true] },
    field: null,
    message: '“{sheetName}”没有效益指标，经济、社会、生态效益和可持续影响至少填一项。',
    examples: { passes: [indicators(...ALL), sheets({})], fails: [without('社会效益指标')] },
  },
  {
    id: 'goal-satisfaction',
    title: '有满意度指标',
    severity: 'warning',
    basis: BASIS.indicatorValues,
    each: 'goalSheet',
    when: { satisfactionMissing: [true] },
    field: null,
    message: '“{sheetName}”没有服务对象满意度指标。',
    examples: { passes: [indicators(...ALL), sheets({})], fails: [without('服务对象满意度指标')] },
  },
  {
    id: 'goal-order',
    title: '两期指标顺序相同',
    severity: 'advice',
    basis: BASIS.goalPeriods,
    each: 'goalSheet',
    when: { orderDiffers: [true] },
    field: null,
    message: '“{sheetName}”两期的指标相同，顺序却不同，并排列示时对不上。',
    examples: {
      passes: [{ goalSheets: [{}], indicators: periods(ALL, ALL) }],
      fails: [{ goalSheets: [{}], indicators: periods(ALL, [...ALL].reverse()) }],
    },
  },
];

export const goalSheetRules: readonly RecordRule[] = [...money, ...head, ...kinds, ...goalTextRules];
