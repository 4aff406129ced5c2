/** Names of worksheets: `表1收支总表`. Letters and digits only, so that a link to a sheet needs no quoting anywhere. */
import type { TableModel } from '../../../shared/tables/model.ts';

export const INDEX_SHEET = '目录';
const LONGEST = 31;

/** The worksheet's name of a table; unique within a workbook because it begins with the table's number. */
export function sheetName(model: Pick<TableModel, 'no' | 'shortTitle'>): string {
  return `表${model.no}${model.shortTitle.replace(/[^\p{L}\p{N}]/gu, '')}`.slice(0, LONGEST);
}
