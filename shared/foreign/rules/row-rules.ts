/** Rows: what stands there twice, names that are out of use or mistyped, units in a table of codes. */
import { currentName, slipIn } from '../../codes/old-names.ts';
import { amountsSentence } from '../../money/amount-sentence.ts';
import { stepOf } from '../figures.ts';
import { type FoundRow, type FoundTable, figureKey } from '../found.ts';
import { cellName, type Position } from '../sheet.ts';
import { rowKey } from '../text.ts';
import { type Noted, noted, type SheetRule } from './rule.ts';
import { takenTables } from './structure-rules.ts';

const ONCE = '每个单位、每个项目、每个科目列示一次，不重复计入';

/** The cell in which a row of one side says what it is. */
export function labelCell(table: FoundTable, { row, block }: Pick<FoundRow, 'row' | 'block'>): Position {
  const columnOf = (concept: string) => table.columns.find(({ slot }) => slot === `${block}.${concept}`)?.column;
  const column = columnOf('name') ?? columnOf('code') ?? columnOf('unit') ?? 0;
  return { sheet: table.segment.sheet, row, column };
}

export const rowRules: readonly SheetRule[] = [
  {
    id: 'F-row-repeated',
    title: '同一行只列一次',
    severity: 'warning',
    basis: ONCE,
    find: (input) => takenTables(input).flatMap((table) => [...repeatedUnits(table), ...repeatedCodes(table)]),
  },
  {
    id: 'F-old-name',
    title: '没有用旧的科目名称',
    severity: 'warning',
    basis: '当年《政府收支分类科目》',
    find: (input) =>
      takenTables(input).flatMap((table) =>
        table.rows.flatMap((found) => {
          // Where a code is printed, its name is held against the list of codes.
          if (found.outcome.kind !== 'row' || found.outcome.code !== '') return [];
          const name = rowKey(found.outcome.label);
          const current = currentName(name);
          const message = `表${table.no}的“${name}”是旧名称，现在是“${current}”。`;
          return current === null ? [] : [noted(message, table.no, [labelCell(table, found)])];
        }),
      ),
  },
  {
    id: 'F-slip',
    title: '名称没有常见的错字',
    severity: 'advice',
    basis: '公开稿中常见的错字',
    find: (input) =>
      takenTables(input).flatMap((table) =>
        table.rows.flatMap((found) => {
          const slip = found.outcome.kind === 'row' ? slipIn(found.outcome.label) : null;
          if (slip === null || found.outcome.kind !== 'row') return [];
          const message = `表${table.no}“${found.outcome.label}”中的“${slip.wrong}”应为“${slip.right}”。`;
          return [noted(message, table.no, [labelCell(table, found)])];
        }),
      ),
  },
  {
    id: 'F-units-sum',
    title: '科目表中各单位的合计相加等于总合计',
    severity: 'error',
    basis: '部门的公开表等于所属单位之和',
    find: (input) => takenTables(input).flatMap(unitSums),
  },
];

function repeatedUnits(table: FoundTable): readonly Noted[] {
  return table.rows.flatMap((found) => {
    if (found.outcome.kind !== 'repeat') return [];
    const cell = labelCell(table, found);
    return [
      noted(`表${table.no}的“${found.outcome.label}”列了两行（${cellName(cell)}），核对时只计一次。`, table.no, [cell]),
    ];
  });
}

/** Codes that stand there twice. Under several units that is as it should be. */
function repeatedCodes(table: FoundTable): readonly Noted[] {
  const underUnits =
    table.rows.some(({ outcome }) => outcome.kind === 'unit') || table.columns.some(({ slot }) => slot === '0.unit');
  if (underUnits) return [];
  const seen = new Set<string>();
  return table.rows.flatMap((found) => {
    const { outcome, block } = found;
    if (outcome.kind !== 'row' || !/^[fre]:/.test(outcome.key)) return [];
    const key = `${block}|${outcome.key}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `表${table.no}的“${outcome.label}”列了不止一行，核对时按相加计算。`;
    return [noted(message, table.no, [labelCell(table, found)])];
  });
}

/** In a table of codes with rows of units: those rows against the total. Their figures are in no code's row. */
function unitSums(table: FoundTable): readonly Noted[] {
  const units = table.rows.filter(({ outcome }) => outcome.kind === 'unit');
  const slot = table.slots.find(({ kind }) => kind === 'amount');
  const total = slot === undefined ? undefined : table.figures.get(figureKey(0, 'total', slot.id));
  const column = table.columns.find((each) => each.slot === slot?.id)?.column;
  if (units.length === 0 || column === undefined || total?.fen == null) return [];
  const sum = units.reduce((all, { row }) => all + (table.unitTotals.get(row) ?? 0), 0);
  if (Math.abs(sum - total.fen) * 2 <= (units.length + 1) * stepOf(table.decimals, table.money)) return [];
  const cells = [...total.cells, ...units.map(({ row }) => ({ row, column }))].map((cell) => ({
    sheet: table.segment.sheet,
    ...cell,
  }));
  const said = amountsSentence(total.fen, sum);
  const message = `表${table.no}的合计是${said(total.fen)}，各单位相加是${said(sum)}。`;
  return [noted(message, table.no, cells)];
}
