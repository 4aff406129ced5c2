/** Rules on indicators (design §7, field-notes §2.6): direction, value, unit, dates, names. */
import { FEN_PER_PRINTED_WAN } from '../money/format.ts';
import { BASIS } from './basis.ts';
import { COST, COUNT, indicatorsOn } from './goal-examples.ts';
import { indicatorNameRules } from './indicator-name-rules.ts';
import type { ExampleRow, RecordRule } from './record-spec.ts';

const TIME = { level2: '时效指标', level3: '完成时间', operator: null, value: '2025年9月底前', measure: null } as const;
const BENEFIT = { level1: '效益指标', level2: '社会效益指标', level3: '群众生活便利' } as const;
const WORDS = { ...BENEFIT, operator: null, value: '步行五分钟可达', measure: null } as const;
const CONTENT = {
  level1: '满意度指标',
  level2: '服务对象满意度指标',
  level3: '群众满意度',
  operator: '≥',
  measure: '%',
} as const;
/** 20万 this year of 50万 in all. */
const TWO_YEARS = { annualTotal: 20_000_000, implTotal: 50_000_000 } as const;
const SHEET = { annualTotal: 50_000_000, implTotal: 50_000_000 } as const;

const of = (...indicators: readonly ExampleRow[]) => indicatorsOn(SHEET, ...indicators);

const values: readonly RecordRule[] = [
  {
    id: 'indicator-cost-floor',
    title: '成本指标是上限',
    severity: 'error',
    basis: BASIS.indicatorValues,
    each: 'indicator',
    when: { operatorIssue: ['costFloor'] },
    field: 'operator',
    message: '“{sheetName}”的成本指标“{level3}”写成“{operator}{value}”，花得越少越达不到，应写“≤”。',
    fix: { label: '改为≤', set: { operator: { to: 'capOperator' } } },
    examples: { passes: [of(COST)], fails: [of({ ...COST, operator: '≥' }), of({ ...COST, operator: '>' })] },
  },
  {
    id: 'indicator-cost-open',
    title: '成本指标有上限符号',
    severity: 'warning',
    basis: BASIS.indicatorValues,
    each: 'indicator',
    when: { operatorIssue: ['costOpen'] },
    field: 'operator',
    message: '“{sheetName}”的成本指标“{level3}”（{value}）不是上限，应写“≤”。',
    fix: { label: '改为≤', set: { operator: { to: 'capOperator' } } },
    examples: {
      passes: [of(COST), of({ ...COST, operator: null, value: '不超过预算' })],
      fails: [of({ ...COST, operator: null }), of({ ...COST, operator: '=' })],
    },
  },
  {
    id: 'indicator-cap',
    title: '数量、质量、满意度一般不用上限',
    severity: 'warning',
    basis: BASIS.indicatorValues,
    each: 'indicator',
    when: { operatorIssue: ['cap'] },
    field: 'operator',
    message:
      '“{sheetName}”的“{level3}”写成“{operator}{value}”，一点不做也算达到，应写“≥”或“=”；越少越好的，请把指标方向填为反向。',
    fix: { label: '改为≥', set: { operator: { to: 'floorOperator' } } },
    examples: {
      passes: [
        of(COUNT),
        of({ ...COUNT, operator: '≤', level3: '安全事故次数' }),
        of({ ...COUNT, operator: '≤', direction: 'negative' }),
        of({ ...COUNT, level2: '质量指标', level3: '出水氨氮', operator: '≤', value: '2', measure: '毫克/升' }),
      ],
      fails: [
        of({ ...COUNT, operator: '≤' }),
        of({ ...CONTENT, operator: '≤', value: '95' }),
        of({ ...COUNT, level2: '质量指标', level3: '验收合格率', operator: '<', value: '100', measure: '%' }),
      ],
    },
  },
  {
    id: 'indicator-percent',
    title: '百分数在0到100之间',
    severity: 'error',
    basis: BASIS.indicatorValues,
    each: 'indicator',
    when: { percentOutside: [true] },
    field: 'value',
    message: '“{sheetName}”的“{level3}”写成{value}%，超出了0到100。',
    examples: {
      passes: [of({ ...CONTENT, value: '100' }), of({ ...COUNT, level3: '收入增长率', value: '120', measure: '%' })],
      fails: [of({ ...CONTENT, value: '950' }), of({ ...CONTENT, value: '-5' })],
    },
  },
  {
    id: 'indicator-echo',
    title: '定性指标值不重复指标名称',
    severity: 'warning',
    basis: BASIS.indicatorValues,
    each: 'indicator',
    when: { echo: [true] },
    field: 'value',
    message: '“{sheetName}”的“{level3}”，指标值“{value}”只是重复了名称，无法衡量，请写出要达到的程度。',
    examples: {
      passes: [of(WORDS), of({ ...WORDS, level3: '十项任务', value: '十' })],
      fails: [
        of({ ...WORDS, level3: '提高生活便利', value: '提高' }),
        of({ ...WORDS, level3: '发放及时率', value: '及时' }),
      ],
    },
  },
  {
    id: 'indicator-several-limits',
    title: '一个指标一个限值',
    severity: 'warning',
    basis: BASIS.indicatorValues,
    each: 'indicator',
    when: { severalLimits: [true] },
    field: 'value',
    message: '“{sheetName}”的“{level3}”在一个指标值里写了几个限值（{value}），请分成几个指标。',
    examples: {
      passes: [of({ ...COUNT, value: '40' }), of({ ...WORDS, value: 'COD≤40' })],
      fails: [of({ ...WORDS, value: 'COD≤40,氨氮≤2,总磷≤0.4' })],
    },
  },
  {
    id: 'indicator-cost-measure',
    title: '成本指标的计量单位带元',
    severity: 'warning',
    basis: BASIS.indicatorValues,
    each: 'indicator',
    when: { costMeasureMissing: [true] },
    field: 'measure',
    message: '“{sheetName}”的成本指标“{level3}”（{value}）的计量单位里没有“元”，看不出是多少钱。',
    examples: {
      passes: [of(COST), of({ ...COST, measure: '元/人/月' }), of({ ...COST, measure: '%' })],
      fails: [of({ ...COST, measure: '/人/月' }), of({ ...COST, measure: null })],
    },
  },
  {
    id: 'indicator-cost-over',
    title: '成本指标不超过本期资金',
    severity: 'warning',
    basis: BASIS.goalAmounts,
    each: 'indicator',
    when: { cost: 'filled', costMoney: 'filled' },
    // Texts beside tables are allowed 0.01万元 (field-notes §2.3, 容差惯例).
    must: { left: { own: 'cost' }, op: '<=', right: { own: 'costMoney' }, slack: { number: FEN_PER_PRINTED_WAN } },
    field: 'value',
    message: '“{sheetName}”的成本指标“{level3}”是{left}，{period}资金只有{right}，多{diff}。',
    examples: {
      passes: [
        of(COST),
        of({ ...COST, value: '50.01' }),
        of({ ...COST, value: '900000', measure: '元/年' }),
        indicatorsOn(TWO_YEARS, { ...COST, period: 'implementation', value: '50' }),
      ],
      fails: [
        of({ ...COST, value: '743.72' }),
        of({ ...COST, value: '500200', measure: '元' }),
        indicatorsOn(TWO_YEARS, { ...COST, period: 'annual', value: '50' }),
      ],
    },
  },
  {
    id: 'indicator-long-past',
    title: '时效指标不早于预算年度',
    severity: 'warning',
    basis: BASIS.indicatorValues,
    each: 'indicator',
    when: { longPast: [true] },
    field: 'value',
    message: '“{sheetName}”的时效指标“{level3}”写的是“{value}”，早于{year}年，不能作为{year}年的目标。',
    examples: {
      passes: [of(TIME), of({ ...TIME, value: '2024年10月至2025年6月' }), of({ ...TIME, value: '每学期开学前' })],
      fails: [of({ ...TIME, value: '2023年7月至2024年12月' }), of({ ...TIME, value: '2024年8月' })],
    },
  },
  {
    id: 'indicator-satisfaction-low',
    title: '满意度不过低',
    severity: 'warning',
    basis: BASIS.indicatorValues,
    each: 'indicator',
    when: { satisfaction: ['low'] },
    field: 'value',
    message: '“{sheetName}”的“{level3}”只定到{value}%，一般在80%以上。',
    examples: { passes: [of({ ...CONTENT, value: '60' })], fails: [of({ ...CONTENT, value: '59.9' })] },
  },
  {
    id: 'indicator-satisfaction-modest',
    title: '满意度一般在80%以上',
    severity: 'advice',
    basis: BASIS.indicatorValues,
    each: 'indicator',
    when: { satisfaction: ['modest'] },
    field: 'value',
    message: '“{sheetName}”的“{level3}”定在{value}%，一般在80%以上。',
    examples: { passes: [of({ ...CONTENT, value: '80' })], fails: [of({ ...CONTENT, value: '75' })] },
  },
  {
    id: 'indicator-rate-unnamed',
    title: '百分数说明是什么的比率',
    severity: 'advice',
    basis: BASIS.indicatorValues,
    each: 'indicator',
    when: { rateUnnamed: [true] },
    field: 'level3',
    message: '“{sheetName}”的“{level3}”值是{value}%，名称没有说是什么的比率，也没有符号。',
    examples: {
      passes: [of(WORDS), of({ ...WORDS, level3: '设施正常运行率', operator: '≥', value: '98', measure: '%' })],
      fails: [of({ ...WORDS, value: '100', measure: '%' })],
    },
  },
  {
    id: 'indicator-measure',
    title: '计量单位的写法',
    severity: 'advice',
    basis: BASIS.indicatorValues,
    each: 'indicator',
    when: { properMeasure: 'filled' },
    field: 'measure',
    message: '“{sheetName}”的“{level3}”，计量单位“{measure}”规范的写法是“{properMeasure}”。',
    fix: { label: '改用规范写法', set: { measure: { to: 'properMeasure' } }, all: true },
    examples: { passes: [of(COUNT)], fails: [of({ ...COUNT, measure: '万平米' })] },
  },
];

export const indicatorRules: readonly RecordRule[] = [...values, ...indicatorNameRules];
