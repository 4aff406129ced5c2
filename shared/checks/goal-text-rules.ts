/** Rules on the texts of goal sheets (field-notes §2.6): complete, their own, and of one mind with the project's name. */
import { BASIS } from './basis.ts';
import { sheetOf, sheets } from './goal-examples.ts';
import type { RecordRule } from './record-spec.ts';

const TEXT = '维修十四所小学的屋面、外墙和门窗，消除安全隐患，分两年完成。';
const LONG = `${TEXT}每所学校一份维修方案，由设计单位复核，假期集中施工，开学前验收，尾款与一年质保挂钩。`;
const FULL = {
  overview: TEXT,
  basis: '会议纪要。',
  necessity: '有必要。',
  safeguards: '有制度。',
  plan: '按季实施。',
} as const;

export const goalTextRules: readonly RecordRule[] = [
  {
    id: 'goal-text-cut',
    title: '文字没有截断',
    severity: 'warning',
    basis: BASIS.goalTexts,
    each: 'goalSheet',
    when: { cutTexts: 'filled' },
    field: 'overview',
    message: '“{sheetName}”的{cutTexts}没有写完一句话，像是被截断了。',
    examples: {
      passes: [sheets({ overview: TEXT }), sheets({ plan: '按季实施' })],
      fails: [sheets({ overview: TEXT.slice(0, -3) })],
    },
  },
  {
    id: 'goal-text-empty',
    title: '项目说明各栏都填了',
    severity: 'advice',
    basis: BASIS.goalTexts,
    each: 'goalSheet',
    when: { emptyTexts: 'filled' },
    field: 'safeguards',
    message: '“{sheetName}”的{emptyTexts}还空着。',
    examples: {
      passes: [sheets({ projectId: 1, ...FULL })],
      fails: [sheets({ projectId: 1, ...FULL, safeguards: '' })],
    },
  },
  {
    id: 'goal-is-overview',
    title: '总体目标不照抄项目概况',
    severity: 'warning',
    basis: BASIS.goalTexts,
    each: 'goalSheet',
    when: { goalIsOverview: [true] },
    field: 'annualGoal',
    message: '“{sheetName}”的总体目标与项目概况一字不差，请写要达到的结果。',
    examples: { passes: [sheets({ overview: TEXT })], fails: [sheets({ overview: TEXT, annualGoal: TEXT })] },
  },
  {
    id: 'goal-repeated-text',
    title: '不同项目的文字不雷同',
    severity: 'warning',
    basis: BASIS.goalTexts,
    each: 'goalSheet',
    when: { repeats: 'filled' },
    field: 'overview',
    message: '“{sheetName}”的文字与“{repeats}”的几乎一样，请按项目分别写。',
    examples: {
      passes: [
        sheets(
          { overview: TEXT },
          { overview: '购置压缩车六辆，替换已到报废年限的旧车，提高清运能力，当年完成采购和验收。' },
        ),
      ],
      fails: [sheets({ overview: LONG }, { overview: LONG })],
    },
  },
  {
    id: 'goal-name-brackets',
    title: '项目名称的括号一致',
    severity: 'advice',
    basis: BASIS.names,
    each: 'goalSheet',
    when: { bracketsDiffer: [true] },
    field: 'nameOnSheet',
    message: '绩效目标表上的“{nameOnSheet}”与项目表只差括号的全角、半角。',
    fix: { label: '改用项目名称', set: { nameOnSheet: null }, all: true },
    examples: {
      passes: [sheetOf('甲（一期）', {}), sheetOf('甲', { nameOnSheet: '乙' })],
      fails: [sheetOf('甲（一期）', { nameOnSheet: '甲(一期)' })],
    },
  },
  {
    id: 'goal-year-unsaid',
    title: '项目概况与项目名称的年份一致',
    severity: 'advice',
    basis: BASIS.names,
    each: 'goalSheet',
    when: { yearUnsaid: 'filled' },
    field: 'overview',
    message: '“{sheetName}”的名称说的是{yearUnsaid}年，项目概况写的却是别的年份，请核对。',
    examples: {
      passes: [
        sheetOf('2022年道路工程', { overview: '2022年启动，2023年完工。' }),
        sheetOf('道路工程', { overview: '2023年。' }),
      ],
      fails: [sheetOf('2022年道路工程', { overview: '2023年实施。' })],
    },
  },
  {
    id: 'goal-basis-period',
    title: '立项依据的期间与项目一致',
    severity: 'advice',
    basis: BASIS.names,
    each: 'goalSheet',
    when: { basisPeriod: 'filled' },
    field: 'basis',
    message: '“{sheetName}”的立项依据写的是“{basisPeriod}”，早于项目名称里的年份，请核对。',
    examples: {
      passes: [sheetOf('2023-2024年度补贴', { basis: '2023年至2024年供热年度审核报告。' })],
      fails: [sheetOf('2023-2024年度补贴', { basis: '2021年至2022年供热年度审核报告。' })],
    },
  },
  {
    id: 'goal-quarter',
    title: '实施计划的月份与项目名称的季度一致',
    severity: 'advice',
    basis: BASIS.names,
    each: 'goalSheet',
    when: { otherSpan: 'filled' },
    field: 'plan',
    message: '“{sheetName}”的实施计划写的是“{otherSpan}”，超出了项目名称里的季度，请核对。',
    examples: {
      passes: [
        sheetOf('2024年第三季度经费', { plan: '2024年7月至9月。' }),
        sheetOf('2024年经费', { plan: '2024年1月至9月。' }),
      ],
      fails: [sheetOf('2024年第三季度经费', { plan: '2024年7月至12月。' })],
    },
  },
  {
    id: 'goal-overview-sum',
    title: '项目概况中的分项与合计一致',
    severity: 'advice',
    basis: BASIS.goalTexts,
    each: 'goalSheet',
    when: { sumTotal: 'filled' },
    field: 'overview',
    message: '“{sheetName}”的项目概况写合计{sumTotal}万元，“其中”各项加起来是{sumParts}万元，请核对。',
    examples: {
      passes: [
        sheets({ overview: '总投资10万元，其中设备6万元、安装4万元。' }),
        sheets({ overview: '总投资10万元，其中设备1万元、安装2万元。' }),
      ],
      fails: [sheets({ overview: '总投资10万元，其中设备6万元、安装3.5万元。' })],
    },
  },
];
