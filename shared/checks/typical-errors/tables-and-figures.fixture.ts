/** Typical errors no. 1–22: publication, tables, figures in the text, codes. */
import type { ExampleRow, RecordExample } from '../record-spec.ts';
import type { TypicalError } from './typical-error.fixture.ts';

const BASIC = { side: 'expenditure', nature: 'basic', deptEconomic: '30201' } as const;
/** 887.36 万元 in and out. */
const LINES = [
  { side: 'income', amount: 887_360_000 },
  { ...BASIC, amount: 887_360_000 },
] as const;
const LAST_YEAR = [{ measure: 'income.total', amount: 800_000_000 }] as const;

const said = (section: string, text: string, prior: readonly ExampleRow[] = []): RecordExample => ({
  lines: LINES,
  prior,
  narrative: [{ section, text }],
});
const income = (text: string, prior?: readonly ExampleRow[]) => said('change.income', text, prior);
const other = (text: string) => said('other.other', text);
const reason = (text: string) => ({
  ...said('change.reason', text, [
    ...LAST_YEAR.map((row) => ({ ...row, amount: 400_000_000 })),
    { measure: 'expenditure.total', amount: 400_000_000 },
  ]),
});

export const tablesAndFigures: readonly TypicalError[] = [
  {
    no: 1,
    error: '超过20日才公开，或没有日期',
    rules: ['budget-approved-missing', 'budget-approved-year'],
    seen: [{ by: 'budget-approved-missing', book: { budget: { stage: 'approved', approvedOn: null } } }],
    why: '公开的日期在网站上，不在账套里；账套只知道批复的日期，期限从它算起。',
  },
  {
    no: 2,
    error: '缺表、缺章节、目录页码不符',
    rules: [
      'F-table-missing',
      'F-detail-missing',
      'F-column-missing',
      'F-row-missing',
      'F-class-missing',
      'F-lost-piece',
    ],
    why: '程序总是印全13张表和12节，目录的页码从印好的页上读出。',
    held: [
      'electron/core/export/golden.test.ts › shows every published row and cell of the 13 tables',
      'electron/cli/paper.test.ts › says in the contents on which page each heading stands',
    ],
  },
  {
    no: 3,
    error: '空表没有注“本表无数据”',
    rules: ['F-note-missing'],
    why: '账套的空表自动出注。',
    held: ['shared/facts/facts.test.ts › prints the note on a table without lines'],
  },
  {
    no: 4,
    error: '有数却注“空表”',
    rules: ['F-note-wrong'],
    why: '账套只在没有数的表上出注。',
    held: ['shared/facts/facts.test.ts › prints the note on a table without lines'],
  },
  {
    no: 5,
    error: '收支不平，总计不等于合计加结转',
    rules: [
      'T1-balance',
      'T1-income',
      'T1-expenditure',
      'T1-origin',
      'T1-funds',
      'T4-balance',
      'T4-income',
      'fund-balance',
    ],
    seen: [{ by: 'T1-balance', book: { lines: [{ amount: 300 }, { ...BASIC, amount: 200 }] } }],
  },
  {
    no: 6,
    error: '合计不等于基本加项目，父级不等于各子级之和',
    rules: [
      'T3-natures',
      'T5-natures',
      'T8-natures',
      'T9-natures',
      'T2-levels',
      'T3-levels',
      'T5-levels',
      'T6-levels',
      'T8-levels',
      'T12-levels',
      'T13-levels',
      'line-nature-missing',
    ],
    seen: [{ by: 'T3-natures', book: { lines: [{ amount: 300 }, { ...BASIC, nature: null, amount: 300 }] } }],
  },
  {
    no: 7,
    error: '明细与小计有尾差',
    rules: ['T6-levels', 'T3-levels', 'T5-levels', 'T2-levels'],
    why: '账套逐格从元舍入，没有尾差要改；外来的表，舍入能解释的差额只作提示。',
    held: [
      'shared/checks/printed-source.test.ts › the rounded parts that do not add up are the ones listed of the document',
      'shared/checks/cross-table.test.ts › knows how much rounding explains',
    ],
  },
  {
    no: 8,
    error: '文字与表上的数不符（887.36写成88.36，多打漏打）',
    rules: ['narrative-figure'],
    seen: [{ by: 'narrative-figure', book: income('收入88.36万元。') }],
  },
  {
    no: 9,
    error: '截尾代替四舍五入',
    rules: ['narrative-figure'],
    seen: [{ by: 'narrative-figure', book: income('收入887.35万元。') }],
  },
  {
    no: 10,
    error: '说明漏了科目，分项之和不等于总数',
    rules: ['narrative-left-out', 'narrative-figure'],
    seen: [{ by: 'narrative-left-out', book: income('{unit}{year}年收入{income.total}。') }],
    why: '自动的文字逐科目列出；只有改写才会漏。',
  },
  {
    no: 11,
    error: '百分比算错',
    rules: ['narrative-figure'],
    seen: [
      {
        by: 'narrative-figure',
        book: income(
          '收入{income.total}（{income.current}，{income.carryover}），比上年增加87.36万元，增长31.48%。',
          LAST_YEAR,
        ),
      },
    ],
  },
  {
    no: 12,
    error: '基数为零还写“增长100%”',
    rules: ['narrative-no-base'],
    seen: [
      {
        by: 'narrative-no-base',
        book: income('收入{income.total}（{income.current}，{income.carryover}），增长100%。', [
          { measure: 'income.total', amount: 0 },
        ]),
      },
    ],
  },
  {
    no: 13,
    error: '方向与金额或原因矛盾',
    rules: ['narrative-direction', 'narrative-no-base', 'narrative-figure'],
    seen: [{ by: 'narrative-direction', book: reason('压减一般性支出，会议费和培训费减少。') }],
  },
  {
    no: 14,
    error: '同一句里有两个本年数',
    rules: ['narrative-figure'],
    seen: [{ by: 'narrative-figure', book: income('收入887.36万元，其中本年收入885.04万元。') }],
    why: '自动的文字里同一个数只有一个来源；手写的数逐个与它比。',
  },
  {
    no: 15,
    error: '增减原因空白或空泛',
    rules: ['narrative-reason', 'narrative-vague'],
    seen: [
      { by: 'narrative-reason', book: { lines: LINES, prior: [{ measure: 'income.total', amount: 400_000_000 }] } },
      { by: 'narrative-vague', book: reason('主要原因是根据实际支出增加。') },
    ],
  },
  {
    no: 16,
    error: '持平却写“增加0万元”，“增加增加”',
    rules: ['narrative-zero-change', 'narrative-doubled', 'narrative-no-base'],
    seen: [
      { by: 'narrative-zero-change', book: other('会议费比上年增加0万元。') },
      { by: 'narrative-doubled', book: other('公用经费增加增加5.00万元。') },
    ],
  },
  {
    no: 17,
    error: '元和万元混淆，量级错',
    rules: ['F-scale', 'F-money', 'F-money-other', 'prior-scale', 'narrative-figure'],
    seen: [
      { by: 'narrative-figure', book: income('收入887.36元。') },
      { by: 'prior-scale', book: { lines: LINES, prior: [{ measure: 'income.total', amount: 80_000 }] } },
    ],
  },
  {
    no: 18,
    error: '同一篇文字精度不一',
    rules: ['narrative-places', 'F-decimals'],
    seen: [{ by: 'narrative-places', book: other('其中设备17,192万元，其余346.30万元。') }],
  },
  {
    no: 19,
    error: '科目编码与名称错配',
    rules: ['F-code-name', 'procurement-code-class', 'procurement-code-old'],
    why: '账套只存编码，名称从当年科目表取出，配不错；采购的品目编码要与名称核对。',
    held: ['shared/facts/facts.test.ts › rolls functional codes up to section and class'],
  },
  {
    no: 20,
    error: '编码的位数或上级错',
    rules: ['F-code-shape', 'F-code-parent', 'line-functional-level', 'procurement-code-shape'],
    seen: [{ by: 'line-functional-level', book: { lines: [{ functional: '21205' }] } }],
  },
  {
    no: 21,
    error: '用旧的科目名称',
    rules: ['F-old-name', 'F-code-name', 'narrative-old-name', 'line-functional-unlisted'],
    seen: [{ by: 'narrative-old-name', book: other('医疗卫生与计划生育支出20.00万元。') }],
  },
  {
    no: 22,
    error: '类、款、项的路径错位',
    rules: ['F-code-parent', 'F-code-leaf', 'F-row-order', 'line-functional-level'],
    seen: [{ by: 'line-functional-level', book: { lines: [{ functional: '2100717' }, { functional: '21007' }] } }],
    why: '账套的类、款从项的编码得出，不另填。',
    held: ['shared/facts/facts.test.ts › rolls functional codes up to section and class'],
  },
];
