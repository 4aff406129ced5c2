import type { RowOfEntity } from '../entities/index.ts';
import { ZERO_FEN } from '../money/fen.ts';

/** A purchase of goods without any detail, changed as asked. */
export function purchase(changes: Partial<RowOfEntity<'procurement'>>): RowOfEntity<'procurement'> {
  return {
    id: 1,
    revision: 1,
    parentId: 1,
    position: 1,
    projectId: null,
    lineId: null,
    catalogueCode: null,
    name: '护栏',
    category: 'goods',
    quantity: null,
    measure: null,
    unitPrice: null,
    amount: ZERO_FEN,
    imported: false,
    smeReserved: null,
    microReserved: null,
    method: null,
    period: null,
    note: null,
    worksRelated: null,
    ...changes,
  };
}
