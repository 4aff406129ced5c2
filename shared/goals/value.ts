/** An indicator's value as people write it: a number, or words. */
import { Decimal } from 'decimal.js';
import type { Fen } from '../money/fen.ts';
import { parseAmount } from '../money/parse.ts';

/** The number a value consists of, `%` allowed behind it; null for words, dates and anything else. */
export function numberIn(value: string): Decimal | null {
  const digits = value
    .trim()
    .replaceAll(/[,，]/g, '')
    .replace(/[%％]$/, '');
  return /^-?[0-9]{1,15}(?:\.[0-9]{1,8})?$/.test(digits) ? new Decimal(digits) : null;
}

export function isPercent(value: string, measure: string | null): boolean {
  return /[%％]$/.test(value.trim()) || /^(?:[%％]|百分比)$/.test(measure?.trim() ?? '');
}

/** Money that a cost indicator names as a sum, in 分; null where it is a rate (元/人), no number, or no money. */
export function moneyIn(value: string, measure: string | null): Fen | null {
  if (measure === null || numberIn(value) === null || value.startsWith('-')) return null;
  const unit = measure.trim();
  if (unit !== '元' && unit !== '万元' && unit !== '亿元') return null;
  const parsed = parseAmount(`${value.trim()}${unit}`, 'yuan');
  return parsed.ok ? parsed.fen : null;
}

/** Several limits in one value, like `COD≤40,氨氮≤2`. */
export function hasSeveralLimits(value: string): boolean {
  return (value.match(/[≤≥<>＜＞＝=]/g) ?? []).length > 1;
}

/** Words that only repeat the indicator's name: `及时` for 发放及时率, `提高` for 提高收入. */
export function isEcho(name: string, value: string): boolean {
  const words = value.replaceAll(/\s/g, '');
  return words !== '' && !/[0-9０-９一二三四五六七八九十百]/.test(words) && name.replaceAll(/\s/g, '').includes(words);
}
