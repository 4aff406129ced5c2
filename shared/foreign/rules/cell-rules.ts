/** Cells that a reader of the file stumbles over. */
import type { FoundTable, OddCell } from '../found.ts';
import { shownNumber } from '../number-format.ts';
import { cellAt, cellName, type Position } from '../sheet.ts';
import { noted, type RuleInput, type SheetRule } from './rule.ts';
import { sheetName, takenTables } from './structure-rules.ts';

const READABLE = '公开的表格应当能读、能计算（公开操作规程要求形式规范）';

const odd = (table: FoundTable, kind: OddCell['kind']): readonly (OddCell & Position)[] =>
  table.odd.filter((cell) => cell.kind === kind).map((cell) => ({ ...cell, sheet: table.segment.sheet }));

const names = (cells: readonly Position[]): string =>
  cells.slice(0, 3).map(cellName).join('、') + (cells.length > 3 ? ` 等 ${cells.length} 格` : '');

export const cellRules: readonly SheetRule[] = [
  {
    id: 'F-amount',
    title: '金额栏里都是金额',
    severity: 'error',
    basis: READABLE,
    find: (input) =>
      takenTables(input).flatMap((table) =>
        odd(table, 'unreadable').map((cell) =>
          noted(`表${table.no}的 ${cellName(cell)} ${cell.reason}。`, table.no, [cell]),
        ),
      ),
  },
  {
    id: 'F-text-amount',
    title: '金额存为数值',
    severity: 'advice',
    basis: READABLE,
    find: (input) =>
      takenTables(input).flatMap((table) => {
        const cells = odd(table, 'text');
        if (cells.length === 0) return [];
        return [noted(`表${table.no}的金额是文本格式（${names(cells)}），在 Excel、WPS 中不能求和。`, table.no, cells)];
      }),
  },
  {
    id: 'F-hidden',
    title: '没有隐藏的数字',
    severity: 'warning',
    basis: '公开的文件里，隐藏的内容别人也能看到',
    find: (input) =>
      takenTables(input).flatMap((table) => {
        const cells = odd(table, 'hidden');
        if (cells.length === 0) return [];
        const isSheet = input.recognition.book.sheets[table.segment.sheet]?.hidden === true;
        const where = isSheet
          ? `工作表“${sheetName(input, table.segment.sheet)}”是隐藏的`
          : `有隐藏的行或列（${names(cells)}）`;
        return [noted(`表${table.no}${where}，里面有内容，打印时看不到，核对时已计入。`, table.no, cells)];
      }),
  },
  {
    id: 'F-decimals',
    title: '小数位一致',
    severity: 'advice',
    basis: '同一张表的金额保留同样的小数位',
    find: (input) => takenTables(input).flatMap((table) => unevenDecimals(table, input)),
  },
];

/** Figures with more decimals than the others of the table. */
function unevenDecimals(table: FoundTable, { recognition: { book } }: RuleInput): ReturnType<SheetRule['find']> {
  const sheet = book.sheets[table.segment.sheet];
  if (sheet === undefined) return [];
  const cells = [...table.figures.values()]
    .flatMap((figure) => figure.cells)
    .filter(({ row, column }) => {
      const cell = cellAt(sheet, row, column);
      if (cell?.kind !== 'number') return false;
      const { text, decimals } = shownNumber(cell.text, book.styles[cell.style]?.format ?? '');
      return (decimals ?? text.split('.')[1]?.length ?? 0) > table.decimals;
    })
    .map((cell) => ({ sheet: table.segment.sheet, ...cell }));
  if (cells.length === 0) return [];
  return [noted(`表${table.no}多数金额保留 ${table.decimals} 位小数，${names(cells)}更多。`, table.no, cells)];
}
