/** Typical errors no. 23–45: uses, names, procurement, goals, assets, secrets. */
import type { ExampleRow, RecordExample } from '../record-spec.ts';
import type { TypicalError } from './typical-error.fixture.ts';

const BASIC = { side: 'expenditure', nature: 'basic', deptEconomic: '30201' } as const;
const SPENT = { side: 'expenditure', nature: 'project', projectId: 1, amount: 500_000 } as const;
const project = (more: RecordExample): RecordExample => ({ projects: [{ name: '甲' }], lines: [SPENT], ...more });
const sheet = (fields: ExampleRow): RecordExample => project({ goalSheets: [{ projectId: 1, ...fields }] });
const indicator = (fields: ExampleRow): RecordExample => ({
  ...sheet({ annualTotal: 500_000 }),
  indicators: [fields],
});
const other = (text: string, more: RecordExample = {}): RecordExample => ({
  ...more,
  narrative: [{ section: 'other.other', text }],
});
const wan = (amount: number) => amount * 1_000_000;

export const matters: readonly TypicalError[] = [
  {
    no: 23,
    error: '用途与科目错配',
    rules: ['line-note-functional', 'line-fund-unusual', 'line-fund-impossible', 'line-use-unusual'],
    seen: [
      {
        by: 'line-note-functional',
        book: {
          lines: [
            { ...BASIC, note: '城管执法', functional: '2120104' },
            { ...BASIC, note: '城管执法', functional: '2120102' },
          ],
        },
      },
    ],
    why: '只有一条明细时，程序不懂用途该列哪个科目。',
  },
  {
    no: 24,
    error: '单位预算写成部门预算',
    rules: ['narrative-department'],
    seen: [{ by: 'narrative-department', book: other('本部门没有其他事项。', { unit: { superiorId: 2 } }) }],
    why: '自动的文字、表题都按单位预算写；没有主管部门的单位，程序分不清是不是部门，不作判断。',
  },
  {
    no: 25,
    error: '单位名称前后不一，少了省市县名',
    rules: ['F-unit-name', 'goal-implementer-short', 'goal-supervisor', 'F-units-sum'],
    seen: [
      {
        by: 'goal-implementer-short',
        book: { unit: { name: '岚县环卫中心' }, ...sheet({ implementer: '环卫中心' }) },
      },
    ],
  },
  {
    no: 26,
    error: '残留上年的年份',
    rules: ['F-year', 'narrative-year', 'goal-year-unsaid', 'indicator-long-past', 'goal-basis-period', 'asset-date'],
    seen: [{ by: 'narrative-year', book: other('2021年的安排与上年相同。') }],
  },
  {
    no: 27,
    error: '留下占位符、模板批注',
    rules: ['narrative-placeholder', 'project-name-blank', 'goal-text-blank', 'F-placeholder'],
    seen: [
      { by: 'narrative-placeholder', book: other('本单位XX事项（增加内容）。') },
      { by: 'project-name-blank', book: { projects: [{ name: 'XX工程' }] } },
      { by: 'goal-text-blank', book: sheet({ overview: '待填' }) },
    ],
  },
  {
    no: 28,
    error: '整段、整页重复',
    rules: ['narrative-repeated', 'goal-repeated-text', 'F-table-repeated'],
    seen: [
      {
        by: 'narrative-repeated',
        book: {
          narrative: ['other.other', 'other.purchase'].map((section) => ({
            section,
            text: '新增环卫设施运行维护任务，人员和车辆都有增加。',
          })),
        },
      },
    ],
    why: '每一节只印一次，不会整页重复。',
  },
  {
    no: 29,
    error: '“三公”合计不等于分项，购置和运行没有分列，没有说明原因',
    rules: ['T10-total', 'T10-vehicle', 'T10-rows', 'narrative-reason', 'prior-parts'],
    seen: [
      {
        by: 'narrative-reason',
        book: {
          lines: [{ amount: 900_000 }, { ...BASIC, deptEconomic: '30217', amount: 900_000 }],
          prior: [{ measure: 'threePublic.total', amount: 100_000 }],
        },
      },
    ],
    why: '账套的表10由经济科目得出，分项和合计总是一致，购置、运行各占一行。',
    held: ['samples/tables.test.ts › shows in every cell what plain SQL sums'],
  },
  {
    no: 30,
    error: '“三公”与经济科目不符，有购车却没有购置费，车价异常',
    rules: ['procurement-vehicle-unbudgeted', 'procurement-vehicle-price', 'asset-vehicles-without-running'],
    seen: [
      {
        by: 'procurement-vehicle-unbudgeted',
        book: project({ procurement: [{ projectId: 1, catalogueCode: 'A02030501', name: '轿车', amount: 500_000 }] }),
      },
      {
        by: 'procurement-vehicle-price',
        book: project({
          procurement: [
            { projectId: 1, catalogueCode: 'A02030501', name: '轿车', unitPrice: wan(25), amount: wan(25) },
          ],
        }),
      },
    ],
    why: '账套的“三公”经费就是30212、30217、30231、31013、30913五个科目之和。',
    held: ['samples/tables.test.ts › shows in every cell what plain SQL sums'],
  },
  {
    no: 31,
    error: '事业单位填了机关运行经费，行政单位漏填',
    rules: ['unit-agency-operating-missing', 'T11-T6', 'T11-rows'],
    seen: [
      {
        by: 'unit-agency-operating-missing',
        book: { unit: { kind: 'administrative' }, lines: [{ ...BASIC, deptEconomic: '30101' }] },
      },
    ],
    why: '账套只为行政单位和参公单位编表11；外来的表上看不出单位性质。',
    held: ['shared/facts/facts.test.ts › counts operating expenses of administrative units only in table 11'],
  },
  {
    no: 32,
    error: '采购总额不等于三项之和，预留大于总额，小微不足60%',
    rules: ['procurement-reserved', 'procurement-micro', 'procurement-reserve-missing', 'procurement-reserve-micro'],
    seen: [
      {
        by: 'procurement-reserve-micro',
        book: project({
          procurement: [
            {
              projectId: 1,
              category: 'services',
              amount: 59_528_00,
              smeReserved: 34_349_00,
              microReserved: 17_885_00,
            },
            { projectId: 1, amount: wan(60), smeReserved: wan(60), microReserved: wan(30) },
          ],
        }),
      },
      { by: 'procurement-reserved', book: project({ procurement: [{ projectId: 1, smeReserved: 101 }] }) },
    ],
    why: '总额由三类明细加出来，不另填。',
    held: ['shared/procurement/totals.test.ts › categories and methods each make up the whole'],
  },
  {
    no: 33,
    error: '有采购却没有编采购预算，采购大于项目',
    rules: [
      'procurement-expected',
      'procurement-expected-basic',
      'procurement-catalogue-unbudgeted',
      'procurement-catalogue-unbudgeted-basic',
      'procurement-within-project',
      'procurement-within-line',
    ],
    seen: [
      { by: 'procurement-expected', book: project({ lines: [{ ...SPENT, deptEconomic: '31003' }] }) },
      { by: 'procurement-within-project', book: project({ procurement: [{ projectId: 1, amount: 500_001 }] }) },
    ],
  },
  {
    no: 34,
    error: '绩效的张数、金额与项目表不符，没有全覆盖',
    rules: ['project-goal-missing', 'project-goal-repeated', 'goal-amount', 'goal-total-missing', 'goal-unit-missing'],
    seen: [
      { by: 'project-goal-missing', book: project({}) },
      { by: 'goal-amount', book: sheet({ annualTotal: 500_051 }) },
    ],
  },
  {
    no: 35,
    error: '绩效资金的分项大于总额，来源两期不一致',
    rules: [
      'goal-annual-sources',
      'goal-impl-sources',
      'goal-annual-within',
      'goal-source-differs',
      'goal-source-blank',
    ],
    seen: [
      {
        by: 'goal-annual-sources',
        book: sheet({ annualTotal: 1_090_304_300, annualCentral: 1_141_904_300 }),
      },
      {
        by: 'goal-source-differs',
        book: sheet({ implTotal: 500_000, implProvincial: 500_000, annualTotal: 500_000, annualCentral: 500_000 }),
      },
    ],
  },
  {
    no: 36,
    error: '指标不可衡量，方向错，照抄',
    rules: [
      'indicator-echo',
      'indicator-cap',
      'indicator-cost-floor',
      'indicator-cost-open',
      'indicator-percent',
      'indicator-several-limits',
      'goal-unscaled',
      'goal-is-overview',
      'indicator-satisfaction-low',
      'indicator-cost-over',
      'goal-benefit',
      'goal-satisfaction',
      'goal-outputs',
    ],
    seen: [
      { by: 'indicator-echo', book: indicator({ level2: '质量指标', level3: '资金使用合规率', value: '合规' }) },
      { by: 'indicator-cap', book: indicator({ level3: '管道长度', operator: '≤', value: '3528', measure: '米' }) },
    ],
  },
  {
    no: 37,
    error: '项目名不合规、重名、错字',
    rules: ['project-name-slip', 'project-name-repeated', 'goal-name-differs', 'F-slip', 'F-project-repeated'],
    seen: [
      { by: 'project-name-slip', book: { projects: [{ name: '2025年遗嘱补助' }] } },
      { by: 'project-name-repeated', book: { projects: [{ name: '二类费用' }, { name: '二类费用' }] } },
    ],
  },
  {
    no: 38,
    error: '项目没有细化、名称笼统',
    rules: ['project-name-vague'],
    seen: [{ by: 'project-name-vague', book: { projects: [{ name: '其他经费' }, { name: '补充单位公用经费' }] } }],
  },
  {
    no: 39,
    error: '结转漏列，或重复计入',
    rules: [
      'fund-carryover',
      'T1-carryover',
      'T13-T1-spent',
      'T13-T1-income',
      'T12-T13-T3',
      'F-row-repeated',
      'line-repeated',
    ],
    seen: [
      {
        by: 'fund-carryover',
        book: {
          lines: [
            { origin: 'carryover', amount: 300 },
            { ...BASIC, amount: 300 },
          ],
        },
      },
    ],
  },
  {
    no: 40,
    error: '单位资金、专户资金漏编',
    rules: ['fund-balance', 'T12-T1-ownFunds', 'T12-T1-fiscalAccount'],
    seen: [{ by: 'fund-balance', book: { lines: [{ fund: 'ownFunds', amount: 300 }] } }],
  },
  {
    no: 41,
    error: '车辆分类之和不等于总数，资产时点错',
    rules: ['asset-date', 'asset-vehicles-over-quota'],
    seen: [{ by: 'asset-date', book: { budget: { year: 2025, assetsOn: '2025-06-30' } } }],
    why: '车辆总数由各类加出来，不另填。',
    held: ['samples/samples.test.ts › counts 191 vehicles as 10 + 166 + 15'],
  },
  {
    no: 42,
    error: '公开了涉密信息、个人信息',
    rules: ['narrative-personal', 'goal-personal', 'project-confidential-named'],
    seen: [
      { by: 'narrative-personal', book: other('联系人王某，13812345678。') },
      { by: 'goal-personal', book: sheet({ phone: '13812345678' }) },
      { by: 'project-confidential-named', book: { projects: [{ confidential: true }], lines: [SPENT] } },
    ],
    why: '内容是否涉密由保密审查判断；标为涉密的项目，项目支出表并入“其他项目”，绩效目标表不印。',
    held: ['shared/facts/facts.test.ts › gathers confidential projects in a row of their unit, without their names'],
  },
  {
    no: 43,
    error: '附件是图片、文字被截断',
    rules: ['goal-text-cut', 'indicator-name-cut', 'indicator-name-open'],
    seen: [
      {
        by: 'goal-text-cut',
        book: sheet({ overview: '维修十四所小学的屋面、外墙和门窗，消除安全隐患，分两年完' }),
      },
    ],
    why: '程序印出的是可检索的文字，格子随文字长高，不截断。',
    held: [
      'electron/chromium/goal-sheets.test.ts › have every character of every text',
      'electron/core/export/goal-sheets/sheets-xlsx.test.ts › no cell is lower or narrower than its text',
    ],
  },
  {
    no: 44,
    error: '项目支出混在基本支出里，名词解释写别级（“省直部门”）',
    rules: ['narrative-other-level', 'line-basic-with-project', 'line-project-missing', 'T5-natures'],
    seen: [
      { by: 'narrative-other-level', book: other('指省直部门取得的收入。') },
      {
        by: 'line-basic-with-project',
        book: { projects: [{ name: '甲' }], lines: [{ ...BASIC, projectId: 1 }] },
      },
    ],
    why: '名词解释是程序自带的文字，不分级次。',
    held: ['samples/narrative.test.ts › shares no run of 18 characters with it, nor does the glossary'],
  },
  {
    no: 45,
    error: '占比之和不为100%，分母错',
    rules: ['narrative-shares', 'narrative-figure'],
    seen: [{ by: 'narrative-shares', book: other('人员占60.00%，公用占41.00%。') }],
    why: '自动的占比各从元算起，分母写在同一句里。',
    held: ['samples/narrative.test.ts › is compared with all figures of the published one'],
  },
];
