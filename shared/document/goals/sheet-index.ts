/** The index of printed goal sheets: 序号, 编号, name, amount and page of each. It has pages of its own before them. */
import { type Fen, sumFen } from '../../money/fen.ts';
import { formatYuan } from '../../money/format.ts';
import type { PrintCell, PrintTable, Section } from '../model.ts';
import { FORM_SIZE } from './form-tables.ts';
import type { PrintedSheet } from './printed-sheet.ts';
import { dividedUnderTitle, formSection, RESERVE } from './sheet-pages.ts';

export interface IndexEntry {
  readonly sheet: PrintedSheet;
  /** Number of its pages. */
  readonly pages: number;
}

export interface IndexWords {
  readonly unitName: string;
  readonly year: number;
}

const HEADS = ['序号', '编号', '项目（单位）名称', '年度资金（元）'] as const;
const COLUMNS = [12, 36, 84, 32, 13] as const;
const ROW_HEIGHT = 7;

export function indexSection(entries: readonly IndexEntry[], words: IndexWords, reserve = RESERVE): Section {
  const title = indexTitle(words);
  const divided = (before: number) =>
    dividedUnderTitle(title, {
      orientation: 'portrait',
      running: [],
      tables: [indexTable(entries, before + 1)],
      reserve,
    });
  // How many pages the index takes does not depend on the numbers in its last column.
  const pages = divided(divided(0).length);
  return formSection(title, { id: 'goal_index', orientation: 'portrait', pages });
}

export const indexTitle = ({ unitName, year }: IndexWords): string => `${unitName}${year}年绩效目标表目录`;

const text = (words: string, rest: Partial<PrintCell> = {}): PrintCell => ({
  style: 'text',
  text: words,
  align: 'center',
  ...rest,
});
const amount = (value: Fen | null): PrintCell => ({
  style: 'amount',
  text: value === null ? '' : formatYuan(value, { group: true }),
});

/** @param firstPage where the first sheet begins; null says how many pages each has instead */
export function indexTable(entries: readonly IndexEntry[], firstPage: number | null): PrintTable {
  let page = firstPage ?? 0;
  const rows = entries.map(({ sheet, pages }, at) => {
    const cells: readonly PrintCell[] = [
      text(String(at + 1)),
      text(sheet.number),
      text(sheet.subject, { align: 'left', link: sheet.anchor }),
      amount(sheet.annualTotal),
      text(String(firstPage === null ? pages : page)),
    ];
    page += pages;
    return { cells };
  });
  const projects = entries.filter(({ sheet }) => sheet.isProject);
  const sums: readonly PrintCell[] = [
    text(`项目合计（${projects.length}个）`, { colSpan: 3 }),
    amount(sumFen(projects.flatMap(({ sheet }) => sheet.annualTotal ?? []))),
    text(''),
  ];
  return {
    columns: COLUMNS,
    headRows: [
      {
        cells: [...HEADS, firstPage === null ? '页数' : '页码'].map(
          (words): PrintCell => ({ style: 'head', text: words }),
        ),
      },
    ],
    rows: projects.length < 2 ? rows : [...rows, { cells: sums }],
    fontSize: FORM_SIZE,
    rowHeight: ROW_HEIGHT,
  };
}
