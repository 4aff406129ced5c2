/** By which words the title of each of the 13 tables is known, in the forms that are published. Data only. */

export interface TitleWords {
  readonly no: number;
  /** All of these stand in the title, years, blanks and brackets taken away … */
  readonly has: readonly string[];
  /** … and none of these. */
  readonly lacks: readonly string[];
}

const FUNDS = ['政府性基金', '国有资本'] as const;

/** `不含上年结转` counts as nothing: brackets are taken away before titles are compared, except these words. */
export const TITLES: readonly TitleWords[] = [
  { no: 1, has: ['收支', '总'], lacks: ['财政拨款', ...FUNDS, '三公'] },
  { no: 1, has: ['收支', '预算表'], lacks: ['财政拨款', ...FUNDS, '三公', '总'] },
  { no: 2, has: ['收入', '总'], lacks: ['支出', '收支', '财政拨款', ...FUNDS] },
  { no: 2, has: ['收入预算表'], lacks: ['支出', '收支', '财政拨款', ...FUNDS] },
  { no: 3, has: ['支出', '总'], lacks: ['收支', '收入', '财政拨款', ...FUNDS, '一般公共预算', '基本支出', '项目支出'] },
  {
    no: 3,
    has: ['支出预算表'],
    lacks: ['收支', '收入', '财政拨款', ...FUNDS, '一般公共', '基本支出', '项目支出', '三公'],
  },
  { no: 4, has: ['财政拨款', '收支'], lacks: ['三公', ...FUNDS] },
  { no: 5, has: ['一般公共预算', '支出'], lacks: ['基本支出', '项目支出', '三公', '收支', '机关运行'] },
  { no: 6, has: ['基本支出'], lacks: ['项目支出', '三公', '机关运行'] },
  { no: 7, has: ['政府性基金', '收入'], lacks: ['支出', '收支'] },
  { no: 8, has: ['政府性基金', '支出'], lacks: ['收入', '收支'] },
  { no: 9, has: ['国有资本'], lacks: ['三公'] },
  { no: 10, has: ['三公'], lacks: [] },
  { no: 11, has: ['机关运行'], lacks: ['三公'] },
  { no: 12, has: ['项目支出'], lacks: ['基本支出', '结转', '绩效'] },
  { no: 13, has: ['项目支出', '结转'], lacks: ['基本支出', '绩效'] },
];

/** Words in brackets that make one table of another. */
export const TELLING_BRACKETS = ['上年结转', '结转资金', '本年预算'] as const;

/** Words a title ends in; a sheet's name may lack them. */
export const TITLE_ENDS = ['表', '情况'] as const;
