/** Rules on the words of the narrative that the user wrote: slips of copying and counting (field-notes §4). */
import { BASIS } from './basis.ts';
import type { ExampleRow, RecordExample, RecordRule } from './record-spec.ts';

const LINES = [
  { side: 'income', amount: 20_000_000 },
  { side: 'expenditure', nature: 'basic', deptEconomic: '30201', amount: 20_000_000 },
] as const;
/** Other matters, in the user's words. */
const said = (...texts: readonly string[]): RecordExample => ({
  narrative: texts.map((text, at) => ({ section: at === 0 ? 'other.other' : 'change.reason', text })),
});
/** The sentence on income, rewritten, beside last year's total. */
const income = (text: string, prior: readonly ExampleRow[] = []): RecordExample => ({
  lines: LINES,
  prior,
  narrative: [{ section: 'change.income', text }],
});
const NO_LAST_YEAR = [{ measure: 'income.total', amount: 0 }] as const;

export const narrativeWordingRules: readonly RecordRule[] = [
  {
    id: 'narrative-no-base',
    title: '上年没有或没有变动的，不写增减',
    severity: 'warning',
    basis: BASIS.narrativeFigures,
    each: 'paragraph',
    when: { baseless: 'filled' },
    field: null,
    message: '“{label}”写了“{baseless}”，而账套中是“{stillSo}”，请改正，或恢复为自动的文字。',
    examples: {
      passes: [income('收入{income.total}{income.growth}。', NO_LAST_YEAR), income('收入{income.total}，增长100%。')],
      fails: [income('收入{income.total}（{income.current}，{income.carryover}），增长100%。', NO_LAST_YEAR)],
    },
  },
  {
    id: 'narrative-left-out',
    title: '改写后各数都还在',
    severity: 'advice',
    basis: BASIS.narrativeFigures,
    each: 'paragraph',
    when: { leftOut: 'filled' },
    field: null,
    message: '“{label}”改写后没有了{leftOut}，请看是不是漏写。',
    examples: {
      passes: [income('全年收入{income.total}，都是本年收入{income.current}。')],
      fails: [income('全年收入{income.total}。')],
    },
  },
  {
    id: 'narrative-doubled',
    title: '没有重复的词',
    severity: 'advice',
    basis: BASIS.narrativeTexts,
    each: 'paragraph',
    when: { doubled: 'filled' },
    field: null,
    message: '“{label}”中的“{doubled}”像是多写了一遍。',
    examples: { passes: [said('增加人员，增加车辆。')], fails: [said('公用经费增加增加。')] },
  },
  {
    id: 'narrative-zero-change',
    title: '没有变动的写“持平”',
    severity: 'warning',
    basis: BASIS.narrativeTexts,
    each: 'paragraph',
    when: { nothing: 'filled' },
    field: null,
    message: '“{label}”中写了“{nothing}”，没有变动应写“与上年持平”。',
    examples: { passes: [said('会议费与上年持平。')], fails: [said('会议费比上年增加0万元。')] },
  },
  {
    id: 'narrative-places',
    title: '万元数都取两位小数',
    severity: 'advice',
    basis: BASIS.narrativeTexts,
    each: 'paragraph',
    when: { oddPlaces: 'filled' },
    field: null,
    message: '“{label}”中的“{oddPlaces}”不是两位小数，全文应统一。',
    examples: {
      passes: [said('其中设备5.00万元；单价50万元以上设备2台，按2023年《办法》执行。')],
      fails: [said('其中设备17,192万元。')],
    },
  },
  {
    id: 'narrative-old-name',
    title: '科目用现行名称',
    severity: 'warning',
    basis: BASIS.codeList,
    each: 'paragraph',
    when: { oldName: 'filled' },
    field: null,
    message: '“{label}”中的“{oldName}”是旧名称，现在是“{currentName}”。',
    examples: {
      passes: [said('卫生健康支出按政策安排，行政事业单位离退休人员经费足额保障。')],
      fails: [said('医疗卫生与计划生育支出按政策安排。')],
    },
  },
  {
    id: 'narrative-other-level',
    title: '文字说的是本级',
    severity: 'warning',
    basis: BASIS.narrativeTexts,
    each: 'paragraph',
    when: { otherLevel: 'filled' },
    field: null,
    message: '“{label}”中写了“{otherLevel}”，而本单位是{level}，像是照抄了上级的文字。',
    examples: {
      passes: [said('县直各单位按规定执行。'), { unit: { level: 'province' }, ...said('省直部门按规定执行。') }],
      fails: [said('指省直部门取得的收入。'), { unit: { level: 'city' }, ...said('指省直部门取得的收入。') }],
    },
  },
  {
    id: 'narrative-department',
    title: '单位预算不写成部门预算',
    severity: 'advice',
    basis: BASIS.narrativeTexts,
    each: 'paragraph',
    when: { department: 'filled' },
    field: null,
    message: '“{label}”中写了“{department}”，这里是单位预算，请看是不是照抄了部门的文字。',
    examples: {
      passes: [{ unit: { superiorId: 2 }, ...said('本单位没有其他事项。') }, said('本部门没有其他事项。')],
      fails: [{ unit: { superiorId: 2 }, ...said('本部门没有其他事项。') }],
    },
  },
  {
    id: 'narrative-repeated',
    title: '没有整段重复',
    severity: 'warning',
    basis: BASIS.narrativeTexts,
    each: 'paragraph',
    when: { sameAs: 'filled' },
    field: null,
    message: '“{label}”与“{sameAs}”的文字完全相同，请看是不是粘贴了两次。',
    examples: {
      passes: [said('新增环卫设施运行维护任务，人员和车辆都有增加。', '车辆购置集中在上半年，人员经费按月安排到位。')],
      fails: [said('新增环卫设施运行维护任务，人员和车辆都有增加。', '新增环卫设施运行维护任务，人员和车辆都有增加。')],
    },
  },
  {
    id: 'narrative-shares',
    title: '各项占比合计为100%',
    severity: 'warning',
    basis: BASIS.narrativeFigures,
    each: 'paragraph',
    when: { shareSum: 'filled' },
    field: null,
    message: '“{label}”中各项占比之和是{shareSum}，应为100%（尾差除外），请核对。',
    examples: {
      passes: [said('人员占60.00%，公用占40.00%。'), said('甲占33.33%，乙占33.33%，丙占33.33%。')],
      fails: [said('人员占60.00%，公用占41.00%。')],
    },
  },
  {
    id: 'narrative-personal',
    title: '说明中没有个人信息',
    severity: 'warning',
    basis: BASIS.personal,
    each: 'paragraph',
    when: { personal: 'filled' },
    field: null,
    message: '“{label}”中有手机号或身份证号（{personal}），公开前请删去。',
    examples: {
      passes: [said('联系电话0358-6722000，编号20250201123456。')],
      fails: [said('联系人王某，13812345678。'), said('身份证号14012319800101123X。')],
    },
  },
];
