/** Titles, years, names, remarks: what stands around the figures. */
import { squeeze } from '../../intake/text.ts';
import type { FoundTable } from '../found.ts';
import { HEADS } from '../heads.ts';
import type { Placed } from '../segments.ts';
import type { Position } from '../sheet.ts';
import { headKey } from '../text.ts';
import { noted, type SheetRule } from './rule.ts';
import { takenTables } from './structure-rules.ts';

const FORM = '预算公开表的表式';
const ALIKE = '同一份公开文件前后一致';

const at = ({ segment }: FoundTable, placed: Pick<Placed<unknown>, 'row' | 'column'>): Position => ({
  sheet: segment.sheet,
  row: placed.row,
  column: placed.column,
});

const list = (tables: readonly FoundTable[]): string => tables.map(({ no }) => `表${no}`).join('、');

/** The value most of them have, and those that have another. */
function oddOnes<T>(
  tables: readonly FoundTable[],
  readOf: (table: FoundTable) => T | null,
): { readonly usual: T | null; readonly others: readonly FoundTable[] } {
  const counts = new Map<T, number>();
  for (const table of tables) {
    const value = readOf(table);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const usual = [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? null;
  return { usual, others: tables.filter((table) => readOf(table) !== null && readOf(table) !== usual) };
}

export const textRules: readonly SheetRule[] = [
  {
    id: 'F-year',
    title: '各表的年度一致',
    severity: 'error',
    basis: ALIKE,
    find: (input) => {
      const { usual, others } = oddOnes(takenTables(input), ({ segment }) => segment.year?.value ?? null);
      return others.map((table) => {
        const { year } = table.segment;
        return noted(
          `表${table.no}写的是${year?.value}年，其他表是${usual}年。`,
          table.no,
          year === null ? [] : [at(table, year)],
        );
      });
    },
  },
  {
    id: 'F-unit-name',
    title: '各表的单位名称一致',
    severity: 'warning',
    basis: ALIKE,
    find: (input) => {
      const { usual, others } = oddOnes(takenTables(input), ({ segment }) => segment.unitName?.value ?? null);
      return others.map((table) => {
        const { unitName } = table.segment;
        return noted(
          `表${table.no}的单位名称是“${unitName?.value}”，其他表是“${usual}”。`,
          table.no,
          unitName === null ? [] : [at(table, unitName)],
        );
      });
    },
  },
  {
    id: 'F-money',
    title: '每张表都写明金额单位',
    severity: 'warning',
    basis: FORM,
    find: (input) => {
      const silent = takenTables(input).filter(
        ({ moneyFrom, segment }) => moneyFrom === 'assumed' && segment.money === null,
      );
      if (silent.length === 0) return [];
      const cells = silent.flatMap((table) => (table.segment.title === null ? [] : [at(table, table.segment.title)]));
      const [first] = silent;
      return [
        noted(
          `${list(silent)}没有写金额单位，按${first?.money === 'yuan' ? '元' : '万元'}核对；如不对，请在左边改。`,
          first?.no ?? null,
          cells,
        ),
      ];
    },
  },
  {
    id: 'F-money-other',
    title: '金额单位是元或万元',
    severity: 'error',
    basis: FORM,
    find: (input) =>
      takenTables(input).flatMap((table) => {
        const { money } = table.segment;
        return money?.value !== 'other'
          ? []
          : [noted(`表${table.no}的金额单位不是元或万元，核对结果不可靠。`, table.no, [at(table, money)])];
      }),
  },
  {
    id: 'F-label',
    title: '表样编号的写法一致',
    severity: 'advice',
    basis: ALIKE,
    find: (input) => {
      const labelled = takenTables(input).filter(({ segment }) => segment.formLabel !== null);
      const wordsOf = ({ segment }: FoundTable) => squeeze(segment.formLabel?.value ?? '').replace(/\d+/g, '');
      const { usual, others } = oddOnes(labelled, wordsOf);
      return others.map((table) => {
        const { formLabel } = table.segment;
        return noted(
          `表样编号写成“${formLabel?.value}”，其他表写的是“${usual}N”。`,
          table.no,
          formLabel === null ? [] : [at(table, formLabel)],
        );
      });
    },
  },
  {
    id: 'F-label-missing',
    title: '表样编号要么都有，要么都没有',
    severity: 'advice',
    basis: ALIKE,
    find: (input) => {
      const tables = takenTables(input);
      const without = tables.filter(({ segment }) => segment.formLabel === null);
      if (without.length === 0 || without.length === tables.length) return [];
      const cells = without.flatMap((table) => (table.segment.title === null ? [] : [at(table, table.segment.title)]));
      return [noted(`${list(without)}没有“预算公开表N”这样的编号，其他表有。`, without[0]?.no ?? null, cells)];
    },
  },
  {
    id: 'F-head-words',
    title: '同一栏在各表用同一个名称',
    severity: 'advice',
    basis: ALIKE,
    find: (input) => headWords(takenTables(input)),
  },
];

const FUND_CONCEPTS = ['general', 'fund', 'capital', 'account', 'own'] as const;

/** A fund that is called one thing in one table and another in the next. */
function headWords(tables: readonly FoundTable[]): ReturnType<SheetRule['find']> {
  return FUND_CONCEPTS.flatMap((concept) => {
    const heads = tables.flatMap((table) => {
      const match = table.columns.find(({ slot }) => slot.endsWith(`.${concept}`));
      const text = match === undefined ? undefined : table.segment.heads.paths.get(match.column)?.at(-1);
      const row = table.segment.heads.rows.at(-1);
      if (match === undefined || text === undefined || row === undefined) return [];
      return [{ table, word: headKey(text), cell: at(table, { row, column: match.column }) }];
    });
    const words = [...new Set(heads.map(({ word }) => word))];
    if (words.length < 2 || !words.some((word) => HEADS[concept].includes(word))) return [];
    const told = words.map(
      (word) => `${list(heads.filter((head) => head.word === word).map(({ table }) => table))}写“${word}”`,
    );
    return [
      noted(
        `同一项资金名称不一：${told.join('，')}。`,
        heads[0]?.table.no ?? null,
        heads.map(({ cell }) => cell),
      ),
    ];
  });
}
