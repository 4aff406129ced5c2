/** Rows: codes, names, what stands there twice. */
import { amountSentence } from '../../checks/amount-sentence.ts';
import { currentName, slipIn } from '../../codes/old-names.ts';
import { squeeze } from '../../intake/text.ts';
import type { Catalogue } from '../../shape/shape.ts';
import { tablesFor } from '../../tables/index.ts';
import { stepOf } from '../figures.ts';
import { type FoundRow, type FoundTable, figureKey } from '../found.ts';
import { cellName, type Position } from '../sheet.ts';
import { rowKey } from '../text.ts';
import { noted, type PrintedRule, type RuleInput } from './rule.ts';
import { takenTables } from './structure-rules.ts';

const CODES = '当年《政府收支分类科目》（内置科目表不全，以财政部门下发的为准）';
const ONCE = '每个单位、每个项目列示一次，不重复计入';

/** The cell in which a row of one side says its name, or its code. */
function labelCell(table: FoundTable, { row, block }: FoundRow, of: 'name' | 'code' = 'name'): Position {
  const columnOf = (concept: string) => table.columns.find(({ slot }) => slot === `${block}.${concept}`)?.column;
  const column = columnOf(of) ?? columnOf('name') ?? columnOf('code') ?? columnOf('unit') ?? 0;
  return { sheet: table.segment.sheet, row, column };
}

interface CodedRow {
  readonly table: FoundTable;
  readonly found: FoundRow;
  readonly catalogue: Catalogue;
  readonly code: string;
  /** As printed, without the code. */
  readonly name: string;
  readonly written: string;
}

/** Rows of code trees with the code they are counted under. */
function codedRows(table: FoundTable, { recognition }: RuleInput): readonly CodedRow[] {
  const spec = tablesFor(recognition.year).find(({ no }) => no === table.no);
  return table.rows.flatMap((found): readonly CodedRow[] => {
    const { outcome, block } = found;
    const tree = spec?.blocks[block]?.sections.flat().find((source) => source.kind === 'tree');
    if (tree === undefined || outcome.kind !== 'row' || outcome.key === 'total') return [];
    const code = /^[fre]:(\d+)/.exec(outcome.key)?.[1] ?? '';
    const name = outcome.label.replace(/^[[(]?\d{3,9}[\])]?\s*/, '').trim();
    return [{ table, found, catalogue: tree.dimension, code, name, written: outcome.code }];
  });
}

const allCoded = (input: RuleInput) => takenTables(input).flatMap((table) => codedRows(table, input));

export const rowRules: readonly PrintedRule[] = [
  {
    id: 'F-code-digits',
    title: '科目编码的位数正确',
    severity: 'warning',
    basis: CODES,
    find: (input) =>
      allCoded(input).flatMap(({ table, found, code, written, catalogue }) => {
        const digits = catalogue === 'revenue' ? [3, 5, 7, 9] : catalogue === 'deptEconomic' ? [3, 5] : [3, 5, 7];
        if (written === '' || digits.includes(code.length)) return [];
        return [
          noted(`表${table.no}的科目编码“${written}”有 ${code.length} 位，应为 ${digits.join('、')} 位。`, table.no, [
            labelCell(table, found, 'code'),
          ]),
        ];
      }),
  },
  {
    id: 'F-code-parent',
    title: '每个科目都列出它的上级科目',
    severity: 'warning',
    basis: CODES,
    find: (input) =>
      takenTables(input).flatMap((table) => {
        const rows = codedRows(table, input);
        const present = new Set(rows.map(({ found, code }) => `${found.block}|${code}`));
        return rows.flatMap(({ found, code, written }) => {
          if (written === '' || code.length <= 3 || present.has(`${found.block}|${code.slice(0, -2)}`)) return [];
          return [
            noted(`表${table.no}有科目 ${code}，没有它的上级科目 ${code.slice(0, -2)}。`, table.no, [
              labelCell(table, found, 'code'),
            ]),
          ];
        });
      }),
  },
  {
    id: 'F-code-name',
    title: '科目编码和名称相符',
    severity: 'warning',
    basis: CODES,
    find: (input) =>
      allCoded(input).flatMap(({ table, found, code, name, written, catalogue }) => {
        const listed = written === '' || name === '' ? null : input.codes.name(catalogue, code);
        if (listed === null || rowKey(listed) === rowKey(name) || currentName(rowKey(name)) !== null) return [];
        return [
          noted(`表${table.no}的 ${code} 写的是“${name}”，科目表中是“${listed}”。`, table.no, [
            labelCell(table, found),
          ]),
        ];
      }),
  },
  {
    id: 'F-old-name',
    title: '没有用旧的科目名称',
    severity: 'warning',
    basis: CODES,
    find: (input) =>
      takenTables(input).flatMap((table) =>
        table.rows.flatMap((found) => {
          if (found.outcome.kind !== 'row') return [];
          const name = rowKey(found.outcome.label.replace(/^[[(]?\d{3,9}[\])]?\s*/, ''));
          const current = currentName(name);
          return current === null
            ? []
            : [noted(`表${table.no}的“${name}”是旧名称，现在是“${current}”。`, table.no, [labelCell(table, found)])];
        }),
      ),
  },
  {
    id: 'F-code-repeated',
    title: '每个科目列一行',
    severity: 'warning',
    basis: CODES,
    find: (input) =>
      takenTables(input).flatMap((table) => {
        if (
          table.rows.some(({ outcome }) => outcome.kind === 'unit') ||
          table.columns.some(({ slot }) => slot === '0.unit')
        )
          return [];
        const seen = new Set<string>();
        return codedRows(table, input).flatMap(({ found, code }) => {
          const key = found.outcome.kind === 'row' ? `${found.block}|${found.outcome.key}` : '';
          if (!seen.has(key)) {
            seen.add(key);
            return [];
          }
          return [
            noted(`表${table.no}的科目 ${code} 列了不止一行，核对时按相加计算。`, table.no, [
              labelCell(table, found, 'code'),
            ]),
          ];
        });
      }),
  },
  {
    id: 'F-row-repeated',
    title: '单位行不重复',
    severity: 'warning',
    basis: ONCE,
    find: (input) =>
      takenTables(input).flatMap((table) =>
        table.rows.flatMap((found) => {
          const { outcome } = found;
          if (outcome.kind !== 'repeat') return [];
          return [
            noted(
              `表${table.no}的“${outcome.label}”列了两行（${cellName(labelCell(table, found))}），核对时只计一次。`,
              table.no,
              [labelCell(table, found)],
            ),
          ];
        }),
      ),
  },
  {
    id: 'F-project-repeated',
    title: '项目名称不重复',
    severity: 'advice',
    basis: ONCE,
    find: (input) =>
      takenTables(input)
        .filter(({ no }) => no === 12 || no === 13)
        .flatMap(repeatedProjects),
  },
  {
    id: 'F-slip',
    title: '名称没有常见的错字',
    severity: 'advice',
    basis: '公开稿中常见的错字',
    find: (input) =>
      takenTables(input).flatMap((table) =>
        table.rows.flatMap((found) => {
          if (found.outcome.kind !== 'row') return [];
          const slip = slipIn(found.outcome.label);
          if (slip === null) return [];
          return [
            noted(`表${table.no}“${found.outcome.label}”中的“${slip.wrong}”应为“${slip.right}”。`, table.no, [
              labelCell(table, found),
            ]),
          ];
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

function repeatedProjects(table: FoundTable): ReturnType<PrintedRule['find']> {
  const byName = new Map<string, FoundRow[]>();
  let unit = '';
  for (const found of table.rows) {
    if (found.outcome.kind !== 'row') continue;
    if (found.outcome.key.startsWith('unit:')) unit = found.outcome.key;
    if (!found.outcome.key.startsWith('project:')) continue;
    const key = `${unit}|${squeeze(found.outcome.label)}`;
    byName.set(key, [...(byName.get(key) ?? []), found]);
  }
  return [...byName.values()].flatMap((rows) => {
    const [first] = rows;
    if (rows.length < 2 || first?.outcome.kind !== 'row') return [];
    return [
      noted(
        `表${table.no}有 ${rows.length} 个项目同名：“${first.outcome.label}”；如是同一个项目，请合并。`,
        table.no,
        rows.map((row) => labelCell(table, row)),
      ),
    ];
  });
}

/** In a table of codes with rows of units: those rows against the total. Their figures are in no code's row. */
function unitSums(table: FoundTable): ReturnType<PrintedRule['find']> {
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
  return [
    noted(`表${table.no}的合计是${amountSentence(total.fen)}，各单位相加是${amountSentence(sum)}。`, table.no, cells),
  ];
}
