/** Texts of published tables brought to one form before they are compared. */
import { squeeze } from '../intake/text.ts';

const YEAR_DIGITS = '零一二三四五六七八九';
/** 二〇二五年, with any of the signs that people type for nought. */
const CHINESE_YEAR = /二[〇○零][〇○零一二三四五六七八九]{2}(?=年)/g;

/** Years in Chinese digits as all others: `二〇二五年` → `2025年`. */
const withYears = (text: string) =>
  text.replace(CHINESE_YEAR, (year) => [...year].map((digit) => Math.max(0, YEAR_DIGITS.indexOf(digit))).join(''));

/** `2025年`, `2025年度` or a bare year at the beginning. */
const YEAR = /(?:19|20)\d\d(?:年度?)?/g;
const BRACKETS = /[([【〔].*?[)\]】〕]/g;

/** A heading or title without blanks, years, brackets and punctuation: `2025年 预算数（万元）` → `预算数`. */
export function headKey(text: string): string {
  return withYears(squeeze(text))
    .replace(BRACKETS, '')
    .replace(YEAR, '')
    .replace(/[:：*＊“”"'、,，.。·\-—/]/g, '');
}

const ORDINAL =
  /^(?:[一二三四五六七八九十百]+[、.，,]|\([一二三四五六七八九十\d]+\)|\d+[、.](?!\d)|[①-⑳]|[其]中[:：]?|[-—·#*]+)+/;

/** The label of a row without its ordinal, blanks, brackets' width and quotes: `（一）一般公共预算拨款` → `一般公共预算拨款`. */
export function rowKey(text: string): string {
  return squeeze(text)
    .replace(ORDINAL, '')
    .replace(/[“”"':：]/g, '');
}

const DIGITS = '一二三四五六七八九';

/** The ordinal before a row: 三、 → 3, 十二、 → 12, 三十、 → 30; null without one. */
export function ordinalOf(text: string): number | null {
  const [, tens = '', ones = ''] =
    /^([一二三四五六七八九]?十)?([一二三四五六七八九])?[、.，,]/.exec(squeeze(text)) ?? [];
  if (tens === '' && ones === '') return null;
  const ten = tens === '' ? 0 : tens === '十' ? 1 : DIGITS.indexOf(tens.charAt(0)) + 1;
  return ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones) + 1);
}

/** The fiscal year a text names, or null: `2025年预算收支总表` → 2025. */
export function yearIn(text: string): number | null {
  const [, year] = /(20\d\d)年/.exec(withYears(squeeze(text))) ?? [];
  return year === undefined ? null : Number.parseInt(year, 10);
}
