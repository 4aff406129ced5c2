/** Blocks that the shipped forms have in common. A form of another kind writes its own. */
import type { FormBlock, FormLayout, FormLevel1 } from '../form-spec.ts';

export const TWO_PERIODS: FormLayout['periods'] = [
  { period: 'implementation', label: '实施期目标', short: '实施期' },
  { period: 'annual', label: '年度目标', short: '年度' },
];

export const OUTPUT = [
  { name: '数量指标', kind: 'quantity' },
  { name: '质量指标', kind: 'quality' },
  { name: '时效指标', kind: 'time' },
] as const satisfies FormLevel1['level2'];

/** What comes of the outputs: benefits and satisfaction. */
export const EFFECT: readonly FormLevel1[] = [
  {
    name: '效益指标',
    level2: [
      { name: '经济效益指标', printed: '经济效益', kind: 'benefit' },
      { name: '社会效益指标', printed: '社会效益', kind: 'benefit' },
      { name: '生态效益指标', printed: '生态效益', kind: 'benefit' },
      { name: '可持续影响指标', printed: '可持续影响', kind: 'benefit' },
    ],
  },
  { name: '满意度指标', level2: [{ name: '服务对象满意度指标', printed: '服务对象满意度', kind: 'satisfaction' }] },
];

export const PROJECT_HEAD: FormBlock = {
  kind: 'fields',
  rows: [
    [{ label: '项目名称', fields: ['nameOnSheet'], otherwise: 'subject' }],
    [
      { label: '主管部门及代码', fields: ['supervisorCode', 'supervisor'], join: '-' },
      { label: '实施单位', fields: ['implementer'], otherwise: 'unit' },
    ],
    [
      {
        label: '项目属性',
        fields: ['attribute'],
        choices: ['一次性项目(1年结束)', '延续性项目', '常年性项目'],
      },
      { label: '项目期', fields: ['term'], choices: ['1年', '2年', '3年'] },
    ],
  ],
};

export const UNIT_HEAD: FormBlock = {
  kind: 'fields',
  rows: [
    [{ label: '单位名称', fields: ['nameOnSheet'], otherwise: 'subject' }],
    [
      { label: '主管部门及代码', fields: ['supervisorCode', 'supervisor'], join: '-' },
      { label: '填报单位', fields: ['implementer'], otherwise: 'unit' },
    ],
    [
      { label: '目标类别', fields: ['attribute'] },
      { label: '目标期', fields: ['term'] },
    ],
  ],
};

/** Lines do not tell whose money fiscal appropriations are: they count as the unit's own level until divided by hand. */
export const funding = (label: string): FormBlock => ({
  kind: 'funding',
  label,
  total: {
    implementation: { label: '实施期资金总额', field: 'implTotal' },
    annual: { label: '年度资金总额', field: 'annualTotal' },
  },
  lead: '其中：',
  sources: [
    { label: '中央财政资金', fields: { implementation: 'implCentral', annual: 'annualCentral' }, takes: [] },
    {
      label: '省级财政资金',
      fields: { implementation: 'implProvincial', annual: 'annualProvincial' },
      takes: [{ funds: ['generalPublic', 'governmentFund', 'stateCapital'], levels: ['province'] }],
    },
    {
      label: '市县(区)财政资金',
      fields: { implementation: 'implLocal', annual: 'annualLocal' },
      takes: [{ funds: ['generalPublic', 'governmentFund', 'stateCapital'], levels: ['city', 'county'] }],
    },
    {
      label: '单位自筹',
      fields: { implementation: 'implOwn', annual: 'annualOwn' },
      takes: [{ funds: ['ownFunds'] }],
    },
    {
      label: '其他资金',
      fields: { implementation: 'implOther', annual: 'annualOther' },
      takes: [{ funds: ['fiscalAccount'] }],
    },
  ],
});

export const PROJECT_TEXTS: readonly FormBlock[] = [
  { kind: 'text', label: '项目概况', field: 'overview' },
  { kind: 'text', label: '立项依据', field: 'basis' },
  { kind: 'text', label: '项目设立必要性', field: 'necessity' },
  { kind: 'text', label: '保证项目实施的制度、措施', field: 'safeguards' },
  { kind: 'text', label: '项目实施计划', field: 'plan' },
];

export const UNIT_TEXTS: readonly FormBlock[] = [
  { kind: 'text', label: '单位职责和预算概况', field: 'overview' },
  { kind: 'text', label: '设定依据', field: 'basis' },
  { kind: 'text', label: '设定必要性', field: 'necessity' },
  { kind: 'text', label: '保证措施', field: 'safeguards' },
  { kind: 'text', label: '年度主要任务和计划', field: 'plan' },
];

export const SIGNATURES: FormBlock = {
  kind: 'signatures',
  cells: [
    { label: '负责人', fields: ['responsible'] },
    { label: '经办人', fields: ['handler'] },
    { label: '联系电话', fields: ['phone'] },
    { label: '填报日期', fields: ['filledOn'] },
  ],
};
