/** What a cell says beyond what it shows: an amount in words, where a code belongs. */

import { showCell } from '../../shared/intake/show-cell.ts';
import type { CellLookup, CellValue } from '../../shared/intake/values.ts';
import { amountInWords } from '../../shared/money/amount-in-words.ts';
import { fen } from '../../shared/money/fen.ts';
import type { GridColumn } from './column.ts';

/** The classes above a code and itself, `212 城乡社区支出 › 21205 城乡社区环境卫生 › …`; null for one that is not listed. */
export function codePath({ field }: GridColumn, value: CellValue, lookup: CellLookup): string | null {
  if (field.kind !== 'code' || typeof value !== 'string') return null;
  const choice = lookup.choiceOf(field, value);
  if (choice === null || choice.path === '') return null;
  const above = choice.path.split(' / ');
  // Each level below the first has two digits more (类, 款, 项), where none of them is unnamed.
  const numbered = value.length === 3 + 2 * above.length && /^[0-9]+$/.test(value);
  const classes = above.map((name, level) => (numbered ? `${value.slice(0, 3 + 2 * level)} ${name}` : name));
  return [...classes, `${value} ${choice.label}`].join(' › ');
}

/** Null for cells that show all there is. */
export function hoverText(column: GridColumn, value: CellValue, lookup: CellLookup): string | null {
  if (column.field.kind === 'fen' && typeof value === 'number') {
    const unit = lookup.amountUnit === 'wan' ? '万元' : '元';
    return `${showCell(column.field, value, lookup)} ${unit}\n大写：${amountInWords(fen(value))}`;
  }
  return codePath(column, value, lookup);
}
