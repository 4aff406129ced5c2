/** Rules on the narrative: figures typed by hand, reasons asked for, and how they are worded. */
import { BASIS } from './basis.ts';
import type { RecordRule } from './record-spec.ts';

const BASIC = { side: 'expenditure', nature: 'basic', deptEconomic: '30201' } as const;
const INCOME = [
  { side: 'income', amount: 20_000_000 },
  { ...BASIC, amount: 20_000_000 },
] as const;
/** Last year's totals, half of this year's. */
const GREW = [
  { measure: 'income.total', amount: 10_000_000 },
  { measure: 'expenditure.total', amount: 10_000_000 },
] as const;
const said = (section: string, text: string) => ({ section, text });

export const narrativeRules: readonly RecordRule[] = [
  {
    id: 'narrative-figure',
    title: '说明中手写的数与账套一致',
    severity: 'warning',
    basis: BASIS.narrativeFigures,
    each: 'typedFigure',
    when: { agrees: [false] },
    field: null,
    message: '说明中“{figure}”写成了“{written}”，{slip}按账套应为“{expected}”，请改正，或恢复为自动的数。',
    examples: {
      passes: [
        { lines: INCOME },
        {
          lines: INCOME,
          narrative: [said('expenditure.natures', '支出预算合计20.00万元，其中基本支出{expenditure.basic}。')],
        },
      ],
      fails: [
        {
          lines: INCOME,
          narrative: [
            said('expenditure.natures', '{unit}{year}年支出预算合计21.50万元，其中基本支出{expenditure.basic}。'),
          ],
        },
      ],
    },
  },
  {
    id: 'narrative-reason',
    title: '变动要说明原因',
    severity: 'warning',
    basis: '{askedBasis}',
    each: 'paragraph',
    when: { asked: 'filled' },
    field: null,
    message: '{asked}',
    examples: {
      passes: [
        { lines: INCOME },
        {
          lines: INCOME,
          prior: GREW,
          narrative: [said('change.reason', '新增环卫设施运行维护任务，人员和车辆增加。')],
        },
      ],
      fails: [{ lines: INCOME, prior: GREW }],
    },
  },
  {
    id: 'narrative-direction',
    title: '原因与增减方向一致',
    severity: 'warning',
    basis: BASIS.narrativeReasons,
    each: 'paragraph',
    when: { against: 'filled' },
    field: null,
    message: '“{label}”写的是“{against}”，而账套中与上年相比是{direction}，请核对。',
    examples: {
      passes: [
        {
          lines: INCOME,
          prior: GREW,
          narrative: [said('change.reason', '新增环卫设施运行维护任务，会议费有所减少。')],
        },
      ],
      fails: [
        { lines: INCOME, prior: GREW, narrative: [said('change.reason', '压减一般性支出，会议费和培训费减少。')] },
      ],
    },
  },
  {
    id: 'narrative-vague',
    title: '原因写得具体',
    severity: 'advice',
    basis: BASIS.narrativeReasons,
    each: 'paragraph',
    when: { vague: 'filled' },
    field: null,
    message: '“{label}”写得空泛（“{vague}”），请写明是哪些事项变化。',
    examples: {
      passes: [
        {
          lines: INCOME,
          prior: GREW,
          narrative: [said('change.reason', '新增环卫设施运行维护任务，人员和车辆增加。')],
        },
      ],
      fails: [{ lines: INCOME, prior: GREW, narrative: [said('change.reason', '主要原因是根据实际需要增加。')] }],
    },
  },
  {
    id: 'narrative-placeholder',
    title: '说明中没有待填的空',
    severity: 'warning',
    basis: BASIS.narrativeTexts,
    each: 'paragraph',
    when: { placeholder: 'filled' },
    field: null,
    message: '“{label}”中还有待填的“{placeholder}”。',
    examples: {
      passes: [{ narrative: [said('other.other', '本单位没有其他需要说明的事项。')] }],
      fails: [{ narrative: [said('other.other', '本单位×××事项已完成。')] }],
    },
  },
  {
    id: 'narrative-year',
    title: '说明中的年份是本年或相邻年份',
    severity: 'advice',
    basis: BASIS.narrativeTexts,
    each: 'paragraph',
    when: { oddYear: 'filled' },
    field: null,
    message: '“{label}”中写有“{oddYear}年”，请看是不是以前年度的文字没有改。',
    examples: {
      passes: [{ narrative: [said('other.other', '按《2019年管理办法》和财库〔2020〕46号执行，2024年已完成。')] }],
      fails: [{ narrative: [said('other.other', '2021年的安排与上年相同。')] }],
    },
  },
];
