/** Rules on what projects and goal sheets are called and say: names that say nothing, blanks, somebody's number, secrets. */
import { BASIS } from './basis.ts';
import { sheetOf } from './goal-examples.ts';
import type { ExampleRow, RecordExample, RecordRule } from './record-spec.ts';

const projects = (...rows: readonly ExampleRow[]): RecordExample => ({ projects: rows });
const sheet = (fields: ExampleRow) => sheetOf('甲', fields);

/** Expenditure that says what it is for. */
const SPENT_FOR = { side: ['expenditure'], note: 'filled', functional: 'filled' } as const;

export const nameRules: readonly RecordRule[] = [
  {
    id: 'project-name-vague',
    title: '项目名称说明做什么',
    severity: 'advice',
    basis: BASIS.projectNames,
    each: 'project',
    when: { vagueName: [true] },
    field: 'name',
    message: '项目“{name}”的名称看不出做什么，请写明事项；日常公用支出应列基本支出。',
    examples: {
      passes: [projects({ name: '2025年度城区道路清扫经费' }, { name: '乡村环境治理补助资金' })],
      fails: [
        projects({ name: '其他经费' }),
        projects({ name: '2025年补充单位公用经费' }),
        projects({ name: '专项业务费' }),
      ],
    },
  },
  {
    id: 'project-name-blank',
    title: '项目名称没有待填的空',
    severity: 'warning',
    basis: BASIS.projectNames,
    each: 'project',
    when: { placeholder: 'filled' },
    field: 'name',
    message: '项目“{name}”的名称里还有待填的“{placeholder}”。',
    examples: { passes: [projects({ name: '道路清扫' })], fails: [projects({ name: 'XX道路清扫' })] },
  },
  {
    id: 'project-confidential-named',
    title: '涉密项目不逐项公开',
    severity: 'advice',
    basis: BASIS.secrets,
    each: 'project',
    when: { confidential: [true] },
    must: {
      left: { of: 'line', add: 'count', match: { projectId: 'id' }, where: { side: ['expenditure'] } },
      op: '<=',
      right: { number: 0 },
    },
    field: 'confidential',
    message:
      '项目“{name}”标为涉密：项目支出表把它并入“其他项目”一行，绩效目标表也不附。公开前请按保密审查意见核对，说明文字中也不要提到它。',
    examples: {
      passes: [
        { projects: [{ confidential: false }], lines: [{ side: 'expenditure', nature: 'project', projectId: 1 }] },
        projects({ confidential: true }),
      ],
      fails: [
        { projects: [{ confidential: true }], lines: [{ side: 'expenditure', nature: 'project', projectId: 1 }] },
      ],
    },
  },
  {
    id: 'goal-text-blank',
    title: '绩效目标表没有待填的空',
    severity: 'warning',
    basis: BASIS.goalTexts,
    each: 'goalSheet',
    when: { placeholder: 'filled' },
    field: 'overview',
    message: '“{sheetName}”的{blankTexts}中还有待填的“{placeholder}”。',
    examples: {
      passes: [sheet({ overview: '清扫城区道路。' })],
      fails: [sheet({ overview: '清扫XX路。' }), sheet({ plan: '（增加内容）' })],
    },
  },
  {
    id: 'goal-personal',
    title: '绩效目标表没有个人信息',
    severity: 'warning',
    basis: BASIS.personal,
    each: 'goalSheet',
    when: { personal: 'filled' },
    field: 'phone',
    message: '“{sheetName}”中有手机号或身份证号（{personal}），绩效目标表要公开，请改填办公电话或删去。',
    examples: {
      passes: [sheet({ phone: '0358-6722000', overview: '清扫面积13812345平方米。' })],
      fails: [sheet({ phone: '13812345678' }), sheet({ overview: '联系王某13812345678。' })],
    },
  },
  {
    id: 'goal-implementer-short',
    title: '实施单位写全称',
    severity: 'advice',
    basis: BASIS.names,
    each: 'goalSheet',
    when: { implementerShort: [true] },
    field: 'implementer',
    message: '“{sheetName}”的实施单位“{implementer}”像是“{unitName}”的简称，请写全称，前后一致。',
    examples: {
      passes: [
        { unit: { name: '岚县环卫中心' }, ...sheet({ implementer: '岚县环卫中心' }) },
        { unit: { name: '岚县环卫中心' }, ...sheet({ implementer: '岚县第一中学' }) },
      ],
      fails: [{ unit: { name: '岚县环卫中心' }, ...sheet({ implementer: '环卫中心' }) }],
    },
  },
  {
    id: 'line-note-functional',
    title: '同一用途列同一科目',
    severity: 'advice',
    basis: BASIS.codeScope,
    each: 'line',
    when: SPENT_FOR,
    must: {
      left: { of: 'line', add: 'count', match: { sameUse: 'sameUse' }, where: SPENT_FOR },
      op: '<=',
      right: { of: 'line', add: 'count', match: { sameUse: 'sameUse', functional: 'functional' }, where: SPENT_FOR },
    },
    once: ['sameUse'],
    field: 'functional',
    message: '有{count}条支出用途相同（{note}），功能科目却不同，先见于{place}，请看是不是列错了科目。',
    examples: {
      passes: [
        {
          lines: [
            { side: 'expenditure', nature: 'basic', deptEconomic: '30201', note: '水电' },
            { side: 'expenditure', nature: 'basic', deptEconomic: '30201', note: '水电', amount: 5 },
            { side: 'expenditure', nature: 'basic', deptEconomic: '30201', functional: '2120101' },
          ],
        },
      ],
      fails: [
        {
          lines: [
            { side: 'expenditure', nature: 'basic', deptEconomic: '30201', note: '水电' },
            { side: 'expenditure', nature: 'basic', deptEconomic: '30201', note: '水电', functional: '2120101' },
          ],
        },
      ],
    },
  },
];
