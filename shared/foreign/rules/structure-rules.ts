/** Whether every piece of the workbook is known, and each once. */

import type { FoundTable } from '../found.ts';
import { unknownColumns } from '../left-out.ts';
import { cellName, columnLetters } from '../sheet.ts';
import { noted, type RuleInput, type SheetRule } from './rule.ts';

const FORM = '预算公开表的表式';

/** The tables that were taken, in published order. */
export const takenTables = ({ recognition }: RuleInput): readonly FoundTable[] =>
  recognition.tables.filter(({ isDouble }) => !isDouble).sort((left, right) => left.no - right.no);

export const sheetName = ({ recognition }: RuleInput, sheet: number): string =>
  recognition.book.sheets[sheet]?.name ?? '';

/** Where a table begins: its title, else its heads. */
export const topOf = ({ segment }: FoundTable) => ({
  sheet: segment.sheet,
  row: segment.title?.row ?? segment.heads.rows[0] ?? segment.lines[0]?.row ?? 0,
  column: segment.title?.column ?? segment.lines[0]?.cells[0]?.column ?? 0,
});

export const structureRules: readonly SheetRule[] = [
  {
    id: 'F-table-repeated',
    title: '每张表只有一份',
    severity: 'warning',
    basis: FORM,
    find: (input) =>
      input.recognition.tables
        .filter(({ isDouble }) => isDouble)
        .map((table) => {
          const taken = input.checked.table(table.no);
          const other = taken === null ? '' : sheetName(input, taken.segment.sheet);
          return noted(`这里也像表${table.no}，核对用的是工作表“${other}”中的那一份；多余的请删去。`, table.no, [
            topOf(table),
          ]);
        }),
  },
  {
    id: 'F-lost-piece',
    title: '有内容的工作表都认出是哪张表',
    severity: 'advice',
    basis: FORM,
    find: ({ recognition }) =>
      recognition.others.map(({ sheet, lines, title }) =>
        noted('没有认出这是哪一张公开表，没有核对；可在左边指定。', null, [
          { sheet, row: title?.row ?? lines[0]?.row ?? 0, column: title?.column ?? lines[0]?.cells[0]?.column ?? 0 },
        ]),
      ),
  },
  {
    id: 'F-unknown-column',
    title: '有金额的列都认出是哪一栏',
    severity: 'advice',
    basis: FORM,
    find: (input) =>
      takenTables(input).flatMap((table) => {
        const unknown = unknownColumns(table);
        if (unknown.length === 0) return [];
        const row = table.segment.heads.rows.at(-1) ?? topOf(table).row;
        const names = unknown.map((column) => columnLetters(column)).join('、');
        return [
          noted(
            `表${table.no}的 ${names} 列有数字，没有认出是哪一栏，没有核对。`,
            table.no,
            unknown.map((column) => ({ sheet: table.segment.sheet, row, column })),
          ),
        ];
      }),
  },
  {
    id: 'F-row-unknown',
    title: '有金额的行都认出是哪一行',
    severity: 'warning',
    basis: FORM,
    find: (input) =>
      takenTables(input).flatMap((table) =>
        table.rows.flatMap(({ row, block, outcome }) => {
          if (outcome.kind !== 'lost') return [];
          const cells = table.columns
            .filter(({ slot }) => table.slots.some(({ id, block: of }) => id === slot && of === block))
            .map(({ column }) => ({ sheet: table.segment.sheet, row, column }));
          return [
            noted(
              `表${table.no}的“${outcome.label}”（${cellName({ row, column: cells[0]?.column ?? 0 })}）：${outcome.reason}，没有计入核对。`,
              table.no,
              cells,
            ),
          ];
        }),
      ),
  },
];
