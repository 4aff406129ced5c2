/** 元 taken for 万元 or the other way round: what must be equal is ten thousand times as much. */
import { T1_ALL, T1_INCOME, T2_TOTAL, YEAR_BASIC, YEAR_PROJECT, YEAR_TOTAL } from '../../checks/table-columns.ts';
import { noted, type SheetRule } from './rule.ts';

type Cell = readonly [table: number, block: number, row: string, column: string];

/** Totals that are equal, or nearly. */
const EQUAL: readonly (readonly [Cell, Cell])[] = [
  [
    [1, 0, 'current', T1_INCOME],
    [2, 0, 'total', T2_TOTAL],
  ],
  [
    [1, 1, 'total', T1_ALL],
    [3, 0, 'total', YEAR_TOTAL],
  ],
  [
    [1, 0, 'total', T1_INCOME],
    [4, 0, 'total', '收入/金额'],
  ],
  [
    [1, 0, 'generalPublic', T1_INCOME],
    [5, 0, 'total', YEAR_TOTAL],
  ],
  [
    [5, 0, 'total', YEAR_BASIC],
    [6, 0, 'total', YEAR_TOTAL],
  ],
  [
    [3, 0, 'total', YEAR_PROJECT],
    [12, 0, 'unit:1', '合计'],
  ],
];

const TIMES = 10_000;

export const scaleRules: readonly SheetRule[] = [
  {
    id: 'F-scale',
    title: '各表的金额单位没有写错',
    severity: 'error',
    basis: '各表合计之间的勾稽关系',
    find: ({ checked }) =>
      EQUAL.flatMap(([first, second]) => {
        const [left, right] = [first, second].map((cell) => checked.view.source.amount(...cell));
        if (left == null || right == null || left === 0 || right === 0) return [];
        const [table, ratio] = left > right ? [second[0], left / right] : [first[0], right / left];
        if (ratio < TIMES / 2 || ratio > TIMES * 2) return [];
        const odd = left > right ? second : first;
        const ref = checked.view.source.ref(...odd);
        const other = table === first[0] ? second[0] : first[0];
        return [
          noted(
            `表${table}的金额只有表${other}的万分之一左右，很可能是元和万元写错了。`,
            table,
            ref === null ? [] : checked.places(ref),
          ),
        ];
      }),
  },
];
