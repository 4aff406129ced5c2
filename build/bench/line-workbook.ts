/** A workbook of many invented lines, twelve columns, written as Excel writes it: shared strings, numbers as numbers. */
import exceljs from 'exceljs';
import { FUNDS, NATURES, ORIGINS, SIDES } from '../../shared/entities/vocabulary.ts';
import { inventedLine } from './invented-lines.ts';

type Line = ReturnType<typeof inventedLine>;
type Vocabulary = readonly { readonly value: string; readonly label: string }[];

const labelIn = (options: Vocabulary, value: string | null): string | null =>
  options.find((option) => option.value === value)?.label ?? null;

/** Heading and cell of each column. Amounts in 元. */
const COLUMNS: readonly (readonly [string, (line: Line, row: number) => string | number | null])[] = [
  ['序号', (_line, row) => row],
  ['收支', ({ side }) => labelIn(SIDES, side)],
  ['支出性质', ({ nature }) => labelIn(NATURES, nature)],
  ['功能分类科目', ({ functional }) => functional],
  ['部门预算支出经济分类', ({ deptEconomic }) => deptEconomic],
  ['项目', ({ projectId }) => (projectId === null ? null : `项目${projectId}`)],
  ['金额（元）', ({ amount }) => amount / 100],
  ['资金来源', ({ fund }) => labelIn(FUNDS, fund)],
  ['资金年度', ({ origin }) => labelIn(ORIGINS, origin)],
  ['政府预算支出经济分类', ({ govEconomic }) => govEconomic],
  ['人员或公用', ({ use }) => use],
  ['说明', (_line, row) => `第${row % 500}批采购与维修`],
];

/** The values of a line by the column that brings them, for a reader that makes lines of cells by itself. */
export function lineFrom(cells: readonly unknown[], seen: ReadonlyMap<string, string>): readonly unknown[] {
  const value = (column: number) => seen.get(String(cells[column] ?? '')) ?? null;
  const text = (column: number) => cells[column] ?? null;
  const project = cells[6];
  return [
    value(2) ?? 'expenditure',
    value(9),
    value(8),
    text(4),
    null,
    value(3),
    text(5),
    text(10),
    null,
    typeof project === 'string' ? Number.parseInt(project.slice(2), 10) : null,
    // not an amount: the reference takes the number as it stands, to whole 分
    Math.round(Number(cells[7]) * 100),
    text(12),
  ];
}

/** Values of the book by the labels in the sheet. */
export const valuesByLabel: ReadonlyMap<string, string> = new Map(
  [SIDES, NATURES, FUNDS, ORIGINS].flatMap((options) => options.map(({ label, value }) => [label, value] as const)),
);

export async function writeLineWorkbook(path: string, lines: number): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true });
  const sheet = workbook.addWorksheet('支出预算明细');
  sheet.getColumn(7).numFmt = '#,##0.00';
  sheet.addRow(COLUMNS.map(([heading]) => heading)).commit();
  for (let row = 1; row <= lines; row++) {
    const line = inventedLine(row);
    sheet.addRow(COLUMNS.map(([, cell]) => cell(line, row))).commit();
  }
  sheet.commit();
  await workbook.commit();
}
