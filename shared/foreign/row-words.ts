/** What the fixed rows of published tables are called, by table, side and row key. Data only. */
import { headKey } from './text.ts';

export interface RowWords {
  readonly key: string;
  /** Written as `rowKey` makes them: no ordinals, blanks, quotes; brackets half-width. */
  readonly words: readonly string[];
  /** The row is meant only behind (`true`) or only before (`false`) the row of this key. */
  readonly behind?: readonly [key: string, behind: boolean];
  /** Rows that stand for parts of it; their figures are added up. */
  readonly parts?: readonly string[];
  /** A published table may leave the row out when it is nil. */
  readonly mayLack?: true;
}

const GENERAL = [
  '一般公共预算',
  '一般公共预算拨款',
  '一般公共预算财政拨款',
  '一般公共预算拨款收入',
  '一般公共预算收入',
  '一般公共预算财政拨款收入',
  '一般公共预算资金',
];
const FUND = [
  '政府性基金预算',
  '政府性基金',
  '政府性基金预算拨款',
  '政府性基金预算财政拨款',
  '政府性基金预算拨款收入',
  '政府性基金收入',
  '政府性基金预算收入',
  '政府性基金预算财政拨款收入',
  '政府性基金预算资金',
];
const CAPITAL = [
  '国有资本经营预算',
  '国有资本经营',
  '国有资本经营预算拨款',
  '国有资本经营预算财政拨款',
  '国有资本经营预算拨款收入',
  '国有资本经营收入',
  '国有资本经营预算收入',
  '国有资本经营预算财政拨款收入',
  '国有资本经营预算资金',
];
const CURRENT_INCOME = [
  '本年收入合计',
  '本年收入小计',
  '收入合计',
  '本年收入',
  '本年财政拨款收入',
  '本年财政拨款收入合计',
];
const CARRIED = [
  '上年结转',
  '上年结转结余',
  '上年结转和结余',
  '上年结余结转',
  '上年财政拨款结转',
  '财政拨款结转',
  '上年财政拨款结转结余',
  '年初结转和结余',
];
const INCOME_TOTAL = ['收入总计', '收入总额', '总计'];

const EXPENDITURE: readonly RowWords[] = [
  { key: 'current', words: ['本年支出合计', '本年支出小计', '支出合计', '本年支出', '本年财政拨款支出合计'] },
  {
    key: 'yearEnd',
    words: ['年终结转', '年终结转结余', '结转下年', '结转下年支出', '年末结转', '年末结转和结余', '年终结转和结余'],
    mayLack: true,
  },
  { key: 'total', words: ['支出总计', '支出总额', '总计'] },
];

/** By `table|side`. */
export const FIXED_ROWS: Readonly<Record<string, readonly RowWords[]>> = {
  '1|0': [
    { key: 'generalPublic', words: GENERAL, mayLack: true },
    { key: 'governmentFund', words: FUND, mayLack: true },
    { key: 'stateCapital', words: CAPITAL, mayLack: true },
    {
      key: 'fiscalAccount',
      words: ['财政专户管理资金', '财政专户管理资金收入', '财政专户资金', '财政专户拨款', '财政专户核拨资金'],
      mayLack: true,
    },
    {
      key: 'ownFunds',
      words: ['单位资金', '单位资金收入', '单位自有资金', '自有资金'],
      parts: ['事业收入', '上级补助收入', '附属单位上缴收入', '事业单位经营收入', '经营收入', '其他收入'],
      mayLack: true,
    },
    { key: 'current', words: CURRENT_INCOME },
    { key: 'carryover', words: CARRIED, mayLack: true },
    { key: 'total', words: INCOME_TOTAL },
  ],
  '1|1': EXPENDITURE,
  '4|0': [
    { key: 'generalPublic', words: GENERAL, behind: ['carryover', false], mayLack: true },
    { key: 'governmentFund', words: FUND, behind: ['carryover', false], mayLack: true },
    { key: 'stateCapital', words: CAPITAL, behind: ['carryover', false], mayLack: true },
    { key: 'current', words: CURRENT_INCOME },
    { key: 'carryover', words: CARRIED, mayLack: true },
    { key: 'carryover.generalPublic', words: GENERAL, behind: ['carryover', true], mayLack: true },
    { key: 'carryover.governmentFund', words: FUND, behind: ['carryover', true], mayLack: true },
    { key: 'carryover.stateCapital', words: CAPITAL, behind: ['carryover', true], mayLack: true },
    { key: 'total', words: INCOME_TOTAL },
  ],
  '4|1': EXPENDITURE,
  '10|0': [
    { key: 'abroad', words: ['因公出国(境)费', '因公出国(境)费用', '因公出国(境)经费', '因公出国费'], mayLack: true },
    { key: 'reception', words: ['公务接待费', '公务接待费用'], mayLack: true },
    {
      key: 'vehicle',
      words: [
        '公务用车购置及运行费',
        '公务用车购置及运行维护费',
        '公务用车购置和运行费',
        '公务用车购置和运行维护费',
        '公务用车购置及运行费用',
        '公务用车费',
      ],
      mayLack: true,
    },
    { key: 'vehiclePurchase', words: ['公务用车购置费', '公务用车购置', '公务用车购置费用', '购置费'], mayLack: true },
    {
      key: 'vehicleRunning',
      words: ['公务用车运行维护费', '公务用车运行费', '公务用车运行维护', '运行费', '运行维护费'],
      mayLack: true,
    },
    { key: 'total', words: ['合计', '总计', '三公经费合计', '三公经费', '三公经费支出合计'] },
  ],
};

/** The items of 表10 by what heads call them, where they stand beside each other. */
export const ITEM_WORDS: ReadonlyMap<string, string> = new Map(
  (FIXED_ROWS['10|0'] ?? []).flatMap(({ key, words }) =>
    key === 'total' ? [] : words.map((word): [string, string] => [headKey(word), key]),
  ),
);

/** The row over all others of a table of codes, units or projects. */
export const TOTAL_WORDS: readonly string[] = [
  '合计',
  '总计',
  '部门合计',
  '单位合计',
  '合计数',
  '共计',
  '总合计',
  '支出合计',
  '收入合计',
  '本年支出合计',
  '本年收入合计',
];

/** A sum of rows above it that is neither a total nor a row of its own. */
export const SUBTOTAL_WORDS: readonly string[] = ['小计', '本页小计', '本页合计', '累计'];

/** How a remark below a table begins. */
export const NOTE_WORDS: readonly string[] = [
  '注',
  '备注',
  '说明',
  '填表人',
  '制表人',
  '制表',
  '审核',
  '单位负责人',
  '负责人',
  '填报日期',
  '填表日期',
];

/** How a table says that it is empty on purpose. */
export const EMPTY_WORDS: readonly string[] = [
  '本表无数据',
  '无数据',
  '空表',
  '本表为空',
  '没有',
  '无此项',
  '未安排',
  '不涉及',
  '无内容',
];
