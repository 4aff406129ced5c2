/** Rules on what indicators are called and where they stand: on the form, in both periods, like the project. */
import { BASIS } from './basis.ts';
import { COST, COUNT, indicatorsOn } from './goal-examples.ts';
import type { ExampleRow, RecordRule } from './record-spec.ts';

const WORDS = { level1: '效益指标', level2: '社会效益指标', level3: '群众生活便利', value: '步行五分钟可达' } as const;

const of = (...indicators: readonly ExampleRow[]) => indicatorsOn({}, ...indicators);
const both = (annual: ExampleRow, implementation: ExampleRow = COUNT) =>
  of({ ...implementation, period: 'implementation' }, { ...annual, period: 'annual' });

export const indicatorNameRules: readonly RecordRule[] = [
  {
    id: 'indicator-level',
    title: '一级、二级指标按表式填写',
    severity: 'warning',
    basis: BASIS.goalForms,
    each: 'indicator',
    when: { onForm: [false] },
    field: 'level2',
    message: '“{sheetName}”的“{level3}”：所用表式没有“{level1}”下的“{level2}”。',
    examples: {
      passes: [
        of(COST),
        {
          goalSheets: [{ form: 'costUnderOutput' }],
          indicators: [{ ...COST, level1: '产出指标', level2: '成本指标' }],
        },
      ],
      fails: [of({ ...WORDS, level2: '可持续发展影响' }), of({ ...COST, level1: '产出指标', level2: '成本指标' })],
    },
  },
  {
    id: 'indicator-name-cut',
    title: '三级指标名称没有截断',
    severity: 'warning',
    basis: BASIS.goalPeriods,
    each: 'indicator',
    when: { longerName: 'filled' },
    field: 'level3',
    message: '“{sheetName}”的{period}指标“{level3}”像是被截断了，另一期写的是“{longerName}”。',
    fix: { label: '用完整的名称', set: { level3: { to: 'longerName' } } },
    examples: {
      passes: [both(COUNT), of(COUNT, { ...COUNT, level3: '改造数量增加' })],
      fails: [both({ ...COUNT, level3: '改造' }), both(COUNT, { ...COUNT, level3: '改造' })],
    },
  },
  {
    id: 'indicator-alone',
    title: '实施期和年度的指标对应',
    severity: 'advice',
    basis: BASIS.goalPeriods,
    each: 'indicator',
    when: { alone: [true] },
    once: ['parentId'],
    field: 'level3',
    message: '“{sheetName}”有{count}个指标只在一期里有，先见于{period}的“{level3}”，请核对两期是否对应。',
    examples: {
      passes: [both(COUNT), of(COUNT), both({ ...COUNT, level3: '改造' })],
      fails: [both({ ...COUNT, level3: '新建数量' })],
    },
  },
  {
    id: 'indicator-name-open',
    title: '三级指标名称完整',
    severity: 'advice',
    basis: BASIS.goalPeriods,
    each: 'indicator',
    when: { nameOpen: [true] },
    field: 'level3',
    message: '“{sheetName}”的指标名称“{level3}”像是没有写完。',
    examples: {
      passes: [of(COUNT)],
      fails: [of({ ...COUNT, level3: '综合利用污水，' }), of({ ...COUNT, level3: '改造（一期' })],
    },
  },
  {
    id: 'indicator-months',
    title: '指标名称的月份与项目一致',
    severity: 'advice',
    basis: BASIS.names,
    each: 'indicator',
    when: { otherMonths: [true] },
    field: 'level3',
    message: '“{sheetName}”的指标“{level3}”，月份与项目名称里的不同，请核对。',
    examples: {
      passes: [
        {
          projects: [{ name: '2025年2月运行费' }],
          goalSheets: [{ projectId: 1 }],
          indicators: [{ level3: '2月运行费' }],
        },
        { projects: [{ name: '运行费' }], goalSheets: [{ projectId: 1 }], indicators: [{ level3: '1月运行费' }] },
        // When something is done by is no part of what it is for.
        {
          projects: [{ name: '2025年2月运行费' }],
          goalSheets: [{ projectId: 1 }],
          indicators: [{ level2: '时效指标', level3: '3月支付' }],
        },
      ],
      fails: [
        {
          projects: [{ name: '2025年2月运行费' }],
          goalSheets: [{ projectId: 1 }],
          indicators: [{ level3: '1月运行费' }],
        },
        {
          projects: [{ name: '11、12月运行费' }],
          goalSheets: [{ projectId: 1 }],
          indicators: [{ level3: '12月运行费' }],
        },
      ],
    },
  },
  {
    id: 'indicator-works-words',
    title: '服务项目的指标不说工程',
    severity: 'advice',
    basis: BASIS.names,
    each: 'indicator',
    when: { worksWords: [true] },
    once: ['parentId'],
    field: 'level3',
    message: '“{sheetName}”按服务采购，指标却写“{level3}”，请核对是服务还是工程。',
    examples: {
      passes: [
        {
          projects: [{ name: '亮化' }],
          goalSheets: [{ projectId: 1 }],
          indicators: [{ level3: '工程验收合格率' }],
          procurement: [{ projectId: 1, category: 'works' }],
        },
        {
          projects: [{ name: '亮化' }],
          goalSheets: [{ projectId: 1 }],
          indicators: [{ level3: '工程验收合格率' }],
        },
      ],
      fails: [
        {
          projects: [{ name: '亮化' }],
          goalSheets: [{ projectId: 1 }],
          indicators: [{ level3: '工程验收合格率' }],
          procurement: [{ projectId: 1, category: 'services' }],
        },
      ],
    },
  },
];
