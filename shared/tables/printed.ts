/** Texts of a table as every paper shows them. */
import { grouped } from '../money/format.ts';
import type { TableCell } from './model.ts';

/** Text of a cell in print: amounts with thousands separators. */
export function printedCell(cell: TableCell | undefined): string {
  if (cell === undefined) return '';
  return cell.kind === 'key' ? cell.text : grouped(cell.text);
}

/** What stands above the heads on the left. */
export function unitLine(unitName: string): string {
  return `单位名称：${unitName}`;
}
