/** Where each total that is compared with last year stands in this year's tables. */
import type { PRIOR_MEASURES } from '../entities/prior-figure.ts';
import type { CellRef } from '../tables/model.ts';

export type PriorMeasure = (typeof PRIOR_MEASURES)[number]['value'];

const cell = (table: number, block: number, row: string, column: number): CellRef => ({ table, block, row, column });

/** The cell of each measure; procurement stands in no table and is summed from its own items. */
export const MEASURE_CELLS: Readonly<Record<Exclude<PriorMeasure, 'procurement.total'>, CellRef>> = {
  'income.total': cell(1, 0, 'total', 1),
  'income.current': cell(1, 0, 'current', 1),
  'income.carryover': cell(1, 0, 'carryover', 1),
  'expenditure.total': cell(1, 1, 'total', 3),
  'expenditure.basic': cell(3, 0, 'total', 3),
  'expenditure.project': cell(3, 0, 'total', 4),
  'general.total': cell(5, 0, 'total', 2),
  'threePublic.total': cell(10, 0, 'total', 1),
  'threePublic.abroad': cell(10, 0, 'abroad', 1),
  'threePublic.reception': cell(10, 0, 'reception', 1),
  'threePublic.vehicle': cell(10, 0, 'vehicle', 1),
  'threePublic.vehiclePurchase': cell(10, 0, 'vehiclePurchase', 1),
  'threePublic.vehicleRunning': cell(10, 0, 'vehicleRunning', 1),
  'agencyOperating.total': cell(11, 0, 'total', 1),
};
