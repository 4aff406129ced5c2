/** Prior-year figures out of a published workbook: the totals that next year's budget is compared with. */
import { PRIOR_MEASURES } from '../entities/prior-figure.ts';
import { fen } from '../money/fen.ts';
import { FEN_PER_PRINTED_WAN } from '../money/format.ts';
import { MEASURE_CELLS } from '../overview/measures.ts';
import type { Checked } from './checked.ts';
import type { ForeignPriorFigure } from './state-types.ts';

/** Every measure with its figure or why there is none, in published order. */
export function priorFigures({ view, table, places }: Checked): readonly Omit<ForeignPriorFigure, 'there'>[] {
  return PRIOR_MEASURES.map(({ value: measure, label }) => {
    const none = (reason: string) => ({ measure, label, amount: null, rounded: false, place: null, reason });
    if (measure === 'procurement.total') return none('公开表中没有，请手工填写。');
    const cell = MEASURE_CELLS[measure];
    const { layout } = view.tables.get(cell.table) ?? {};
    if (table(cell.table) === null || layout === undefined) return none(`没有找到表${cell.table}。`);
    const path = layout.leaves[cell.column]?.path ?? '';
    const amount = view.source.amount(cell.table, cell.block, cell.row, path);
    if (amount === null) return none(`表${cell.table}中没有读出这个数。`);
    // A figure no finer than what is printed of 万元 is only known in 万元.
    const rounded = view.source.step(cell.table) >= FEN_PER_PRINTED_WAN;
    return { measure, label, amount: fen(amount), rounded, place: places(cell)[0] ?? null, reason: null };
  });
}
