import { expect, test } from 'vitest';
import { fen } from '../../shared/money/fen.ts';
import type { TableModel } from '../../shared/tables/model.ts';
import { amountsOf, changedCells } from './changes.ts';

const column = { path: '合计', block: 0, kind: 'amount', align: 'right', width: 12 } as const;

function table(amounts: Readonly<Record<string, number>>): TableModel {
  return {
    no: 3,
    title: '',
    shortTitle: '',
    formLabel: '',
    unitName: '',
    unitText: '单位：万元',
    heads: [],
    headRows: 0,
    columns: [column],
    columnNumbers: false,
    rows: Object.entries(amounts).map(([key, amount]) => ({
      keys: [key],
      bold: false,
      cells: [{ kind: 'amount', text: '', fen: fen(amount) }],
    })),
    note: null,
    page: { paper: 'A4', orientation: 'portrait' },
  };
}

test('only cells whose amount became another one count as changed, wherever their rows moved', () => {
  const before = amountsOf(table({ total: 300, a: 100, b: 200 }));
  const after = amountsOf(table({ total: 350, c: 50, a: 100, b: 200, d: 0 }));
  expect([...changedCells(before, after)]).toEqual(['0|total|0', '0|c|0']);
});
