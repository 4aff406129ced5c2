/** Whether all tables are there, whole, and each once. */
import { tablesFor } from '../../tables/index.ts';
import { lackingSlots, unknownColumns } from '../checked.ts';
import type { FoundTable } from '../found.ts';
import { FIXED_ROWS } from '../row-words.ts';
import { cellName, columnLetters } from '../sheet.ts';
import { noted, type PrintedRule, type RuleInput } from './rule.ts';

const DISCLOSURE = '《地方预决算公开操作规程》（财预〔2016〕143号）：公开的表格齐全，没有数据的也列出空表（条款待核）';
const FORM = '预算公开表的表式';

/** The tables that were taken, in published order. */
export const takenTables = ({ recognition }: RuleInput): readonly FoundTable[] =>
  recognition.tables.filter(({ isDouble }) => !isDouble).sort((left, right) => left.no - right.no);

export const sheetName = ({ recognition }: RuleInput, sheet: number): string =>
  recognition.book.sheets[sheet]?.name ?? '';

const topOf = ({ segment }: FoundTable) => ({
  sheet: segment.sheet,
  row: segment.title?.row ?? segment.heads.rows[0] ?? segment.lines[0]?.row ?? 0,
  column: segment.title?.column ?? segment.lines[0]?.cells[0]?.column ?? 0,
});

export const structureRules: readonly PrintedRule[] = [
  {
    id: 'F-missing-table',
    title: '13张公开表齐全',
    severity: 'error',
    basis: DISCLOSURE,
    find: (input) =>
      tablesFor(input.recognition.year)
        .filter(({ no }) => input.checked.table(no) === null)
        .map(({ no, shortTitle }) =>
          noted(`没有找到表${no}（${shortTitle}）。没有数据的表也要公开，并注明“本表无数据”。`, no, []),
        ),
  },
  {
    id: 'F-double-table',
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
    id: 'F-missing-column',
    title: '每张表的金额栏齐全',
    severity: 'warning',
    basis: FORM,
    find: (input) =>
      takenTables(input).flatMap((table) => {
        const used = new Set(table.columns.map(({ slot }) => slot));
        const lacking = lackingSlots(table);
        const missing = table.slots.filter(({ id, kind }) => kind === 'amount' && !used.has(id) && !lacking.has(id));
        if (missing.length === 0) return [];
        const names = missing.map(({ label }) => `“${label}”`).join('、');
        return [
          noted(`表${table.no}没有找到${names}栏，涉及的核对没有做；如果有，请在“各列”中指定。`, table.no, [
            topOf(table),
          ]),
        ];
      }),
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
    id: 'F-missing-row',
    title: '合计、总计各行齐全',
    severity: 'error',
    basis: FORM,
    find: (input) =>
      takenTables(input).flatMap((table) =>
        neededRows(table, input)
          .filter(({ block, key }) => !input.checked.source.has(table.no, block, key))
          .map(({ name }) =>
            noted(`表${table.no}没有找到“${name}”这一行，涉及它的核对没有做。`, table.no, [topOf(table)]),
          ),
      ),
  },
  {
    id: 'F-lost-row',
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

interface NeededRow {
  readonly block: number;
  readonly key: string;
  readonly name: string;
}

/** Rows without which the checks of a table mean nothing. */
function neededRows({ no }: FoundTable, { recognition }: RuleInput): readonly NeededRow[] {
  const spec = tablesFor(recognition.year).find((each) => each.no === no);
  return (spec?.blocks ?? []).flatMap((block, index): readonly NeededRow[] => {
    const words = FIXED_ROWS[`${no}|${index}`];
    if (words !== undefined) {
      return words
        .filter(({ mayLack }) => mayLack !== true)
        .map(({ key, words: [name = key] }) => ({ block: index, key, name }));
    }
    const hasProjects = block.sections.flat().some((source) => source.kind === 'units' && source.projects === true);
    return [{ block: index, key: hasProjects ? 'unit:1' : 'total', name: hasProjects ? '单位合计' : '合计' }];
  });
}
