const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** Chinese ordinal of 1…99 as printed before a row: 1 → 一, 12 → 十二, 30 → 三十. */
export function chineseOrdinal(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = DIGITS[value % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones}`;
}
