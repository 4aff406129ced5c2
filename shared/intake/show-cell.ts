/** From the value of a field to what a cell shows, what editing starts with, and what is copied. */

import { fen } from '../money/fen.ts';
import { formatWan, formatYuan, toDecimalYuan } from '../money/format.ts';
import type { AmountUnit } from '../money/parse.ts';
import type { Field } from '../shape/shape.ts';
import type { CellLookup, CellValue } from './values.ts';

/** Text in the cell: amounts grouped by thousands in the chosen unit, choices by their names. */
export function showCell(field: Field, value: CellValue, lookup: CellLookup): string {
  if (value === null) return '';
  if (field.kind === 'fen' && typeof value === 'number') return showAmount(value, lookup.amountUnit);
  if (field.kind === 'boolean') return value === true ? '是' : '否';
  if (field.kind === 'code') {
    const name = lookup.choiceOf(field, value)?.label;
    const list = field.catalogue === 'procurement' ? '目录' : '科目表';
    return name === undefined ? `${value}（未在${list}中）` : `${value} ${name}`;
  }
  if (field.kind === 'enum' || field.kind === 'ref') return lookup.choiceOf(field, value)?.label ?? String(value);
  return String(value);
}

/** Amount in 分 as 元 with two decimals, or as 万元 rounded half-up to two decimals; both grouped. */
export function showAmount(value: number, unit: AmountUnit): string {
  return unit === 'wan' ? formatWan(fen(value), { group: true }) : formatYuan(fen(value), { group: true });
}

/** What F2 starts with: the exact value, nothing rounded. */
export function editText(field: Field, value: CellValue, lookup: CellLookup): string {
  if (value === null) return '';
  if (field.kind === 'fen' && typeof value === 'number') return exactAmount(value, lookup.amountUnit);
  if (field.kind === 'code') return String(value);
  return showCell(field, value, lookup);
}

/** What goes to the clipboard: exact, without separators, readable by Excel. */
export function copyText(field: Field, value: CellValue, lookup: CellLookup): string {
  return editText(field, value, lookup);
}

/** Exact amount in the unit, without needless zeros behind 万元: 123 456 分 is `1234.56` 元 or `0.123456` 万元. */
function exactAmount(value: number, unit: AmountUnit): string {
  if (unit === 'yuan') return toDecimalYuan(fen(value));
  const sign = value < 0 ? '-' : '';
  const digits = String(Math.abs(value)).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return sign + digits.slice(0, -6) + (fraction === '' ? '' : `.${fraction}`);
}
