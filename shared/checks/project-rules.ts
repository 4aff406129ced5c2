/** Rules on projects and their goal sheets (design §5 and §7, field-notes §2.3 and §4). */
import { BASIS } from './basis.ts';
import type { RecordAmount, RecordRule } from './record-spec.ts';

const LINE = { side: 'expenditure', nature: 'project', projectId: 1, amount: 500_000 } as const;
const SHEET = { projectId: 1, annualTotal: 500_000 } as const;

/** Expenditure of the project, of this year and carried over. */
const spentOn = (id: string): RecordAmount => ({
  of: 'line',
  add: 'amount',
  match: { projectId: id },
  where: { side: ['expenditure'] },
});

const projects: readonly RecordRule[] = [
  {
    id: 'project-without-lines',
    title: '项目有支出明细',
    severity: 'warning',
    basis: BASIS.projectTables,
    each: 'project',
    must: {
      left: { of: 'line', add: 'count', match: { projectId: 'id' }, where: { side: ['expenditure'] } },
      op: '>=',
      right: { number: 1 },
    },
    field: 'name',
    message: '项目“{name}”没有支出明细，不会出现在项目支出表里。',
    examples: {
      passes: [{ projects: [{ name: '甲' }], lines: [LINE] }],
      fails: [{ projects: [{ name: '甲' }, { name: '乙' }], lines: [LINE] }],
    },
  },
  {
    id: 'project-name-repeated',
    title: '项目重名',
    severity: 'advice',
    basis: BASIS.names,
    each: 'project',
    must: { left: { of: 'project', add: 'count', match: { name: 'name' } }, op: '<=', right: { number: 1 } },
    once: ['name'],
    field: 'name',
    message: '有{count}个项目都叫“{name}”。程序按不同项目处理，不会合并；如是同一项目，请合并明细。',
    examples: {
      passes: [{ projects: [{ name: '甲' }, { name: '乙' }] }],
      fails: [{ projects: [{ name: '甲' }, { name: '甲' }] }],
    },
  },
  {
    id: 'project-name-slip',
    title: '项目名称中的常见错字',
    severity: 'advice',
    basis: BASIS.names,
    each: 'project',
    when: { slipWrong: 'filled' },
    field: 'name',
    message: '项目“{name}”中的“{slipWrong}”多半应为“{slipRight}”，请核对。',
    examples: { passes: [{ projects: [{ name: '遗属补助' }] }], fails: [{ projects: [{ name: '2025年遗嘱补助' }] }] },
  },
  {
    id: 'project-dates',
    title: '项目起止日期先后',
    severity: 'error',
    basis: BASIS.names,
    each: 'project',
    when: { datesReversed: [true] },
    field: 'endsOn',
    message: '项目“{name}”的结束日期{endsOn}早于开始日期{startsOn}。',
    examples: {
      passes: [
        {
          projects: [
            { startsOn: '2025-01-01', endsOn: '2025-12-31' },
            { startsOn: '2025-01-01' },
            { startsOn: '2025-06-30', endsOn: '2025-06-30' },
          ],
        },
      ],
      fails: [{ projects: [{ startsOn: '2025-12-31', endsOn: '2025-01-01' }] }],
    },
  },
  {
    id: 'project-goal-missing',
    title: '项目有绩效目标表',
    severity: 'warning',
    basis: BASIS.goals,
    each: 'project',
    must: { left: { of: 'goalSheet', add: 'count', match: { projectId: 'id' } }, op: '>=', right: { number: 1 } },
    field: 'name',
    message: '项目“{name}”还没有绩效目标表。',
    examples: {
      passes: [{ projects: [{ name: '甲' }], goalSheets: [SHEET] }],
      fails: [{ projects: [{ name: '甲' }], goalSheets: [{ projectId: null }] }],
    },
  },
  {
    id: 'project-goal-repeated',
    title: '一个项目一张绩效目标表',
    severity: 'error',
    basis: BASIS.goals,
    each: 'goalSheet',
    when: { projectId: 'filled' },
    must: {
      left: { of: 'goalSheet', add: 'count', match: { projectId: 'projectId' } },
      op: '<=',
      right: { number: 1 },
    },
    once: ['projectId'],
    field: 'projectId',
    message: '项目“{projectName}”有{count}张绩效目标表，请留一张。',
    examples: {
      passes: [{ projects: [{ name: '甲' }, { name: '甲' }], goalSheets: [SHEET, { ...SHEET, projectId: 2 }] }],
      fails: [{ projects: [{ name: '甲' }], goalSheets: [SHEET, SHEET] }],
    },
  },
];

/** The five sources of a period's money on a goal sheet. */
const sources = (period: string): readonly RecordAmount[] =>
  ['Central', 'Provincial', 'Local', 'Own', 'Other'].map((source) => ({ own: `${period}${source}` }));

const goals: readonly RecordRule[] = [
  {
    id: 'goal-amount',
    title: '绩效目标表年度资金等于项目预算',
    severity: 'error',
    basis: BASIS.goalAmounts,
    each: 'goalSheet',
    when: { projectId: 'filled', annualTotal: 'filled' },
    must: { left: { own: 'annualTotal' }, op: '=', right: spentOn('projectId') },
    field: 'annualTotal',
    message: '项目“{projectName}”：绩效目标表年度资金{left}，支出明细合计{right}，相差{diff}。',
    examples: {
      passes: [{ projects: [{ name: '甲' }], lines: [LINE, { ...LINE, side: 'income' }], goalSheets: [SHEET] }],
      fails: [{ projects: [{ name: '甲' }], lines: [LINE, { ...LINE, origin: 'carryover' }], goalSheets: [SHEET] }],
    },
  },
  {
    id: 'goal-total-missing',
    title: '绩效目标表填了年度资金',
    severity: 'warning',
    basis: BASIS.goalAmounts,
    each: 'goalSheet',
    when: { projectId: 'filled', annualTotal: 'empty' },
    field: 'annualTotal',
    message: '项目“{projectName}”的绩效目标表没有填年度资金总额。',
    examples: {
      passes: [{ projects: [{ name: '甲' }], goalSheets: [SHEET] }],
      fails: [{ projects: [{ name: '甲' }], goalSheets: [{ projectId: 1 }] }],
    },
  },
  ...(
    [
      ['annual', '年度'],
      ['impl', '实施期'],
    ] as const
  ).map(
    ([period, label]): RecordRule => ({
      id: `goal-${period}-sources`,
      title: `绩效目标表${label}资金等于各来源之和`,
      severity: 'error',
      basis: BASIS.goalAmounts,
      each: 'goalSheet',
      when: { [`${period}Sources`]: [true] },
      must: { left: { own: `${period}Total` }, op: '=', right: { sum: sources(period) } },
      field: `${period}Total`,
      message: `“{sheetName}”：${label}资金总额{left}，各来源之和{right}，相差{diff}。`,
      examples: {
        passes: [
          { goalSheets: [{ [`${period}Total`]: 700, [`${period}Central`]: 500, [`${period}Own`]: 200 }] },
          { goalSheets: [{ [`${period}Total`]: 700 }] },
        ],
        fails: [{ goalSheets: [{ [`${period}Total`]: 700, [`${period}Central`]: 500 }] }],
      },
    }),
  ),
  {
    id: 'goal-annual-within',
    title: '绩效目标表年度资金不大于实施期资金',
    severity: 'error',
    basis: BASIS.goalAmounts,
    each: 'goalSheet',
    when: { annualTotal: 'filled', implTotal: 'filled' },
    must: { left: { own: 'annualTotal' }, op: '<=', right: { own: 'implTotal' } },
    field: 'annualTotal',
    message: '“{sheetName}”：年度资金{left}，大于实施期资金总额{right}，多{diff}。',
    examples: {
      passes: [{ goalSheets: [{ annualTotal: 500, implTotal: 500 }] }],
      fails: [{ goalSheets: [{ annualTotal: 501, implTotal: 500 }] }],
    },
  },
  {
    id: 'goal-name-differs',
    title: '绩效目标表与项目表的项目名称一致',
    severity: 'warning',
    basis: BASIS.names,
    each: 'goalSheet',
    when: { nameDiffers: [true] },
    field: 'nameOnSheet',
    message: '绩效目标表上写“{nameOnSheet}”，项目表上是“{projectName}”，请改为一致（留空即取项目名称）。',
    fix: { label: '改用项目名称', set: { nameOnSheet: null } },
    examples: {
      passes: [
        { projects: [{ name: '甲（一期）' }], goalSheets: [{ ...SHEET, nameOnSheet: '甲(一期)' }] },
        { projects: [{ name: '甲' }], goalSheets: [SHEET] },
      ],
      fails: [{ projects: [{ name: '消防栓改建' }], goalSheets: [{ ...SHEET, nameOnSheet: '消火栓改建' }] }],
    },
  },
  {
    id: 'goal-without-indicators',
    title: '绩效目标表有指标',
    severity: 'warning',
    basis: BASIS.goals,
    each: 'goalSheet',
    must: { left: { of: 'indicator', add: 'count', match: { parentId: 'id' } }, op: '>=', right: { number: 1 } },
    field: null,
    message: '“{sheetName}”还没有绩效指标。',
    examples: {
      passes: [{ goalSheets: [{}], indicators: [{ parentId: 1 }] }],
      fails: [{ goalSheets: [{}] }],
    },
  },
  {
    id: 'goal-unit-missing',
    title: '单位有整体绩效目标表',
    severity: 'advice',
    basis: BASIS.goals,
    each: 'unit',
    must: { left: { of: 'goalSheet', add: 'count', match: { projectId: 'nothing' } }, op: '>=', right: { number: 1 } },
    field: null,
    message: '单位还没有整体绩效目标表。',
    examples: { passes: [{ goalSheets: [{ projectId: null }] }], fails: [{ goalSheets: [SHEET] }] },
  },
  {
    id: 'goal-unit-repeated',
    title: '单位只有一张整体绩效目标表',
    severity: 'error',
    basis: BASIS.goals,
    each: 'unit',
    must: { left: { of: 'goalSheet', add: 'count', match: { projectId: 'nothing' } }, op: '<=', right: { number: 1 } },
    field: null,
    message: '单位整体绩效目标表有{left}张，请留一张；项目的目标表要选上项目。',
    examples: {
      passes: [{ goalSheets: [{ projectId: null }, SHEET] }],
      fails: [{ goalSheets: [{ projectId: null }, { projectId: null }] }],
    },
  },
];

export const projectRules: readonly RecordRule[] = [...projects, ...goals];
