/** What a stored cell means as text. */
import { sheetDecimal } from '../../../../shared/money/sheet-number.ts';

/** Undoes the escape `_x000D_` for characters that XML cannot hold. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const DAY_MS = 86_400_000;
const SECONDS_PER_DAY = 86_400n;
/** Largest day number Excel knows: 9999-12-31. */
const LAST_DAY = 2_958_465;

/**
 * A day number as `2025-03-31`, `2025-03-31 08:30:00` or, below one day, `08:30:00`. Null when it is no valid day.
 * Excel counts from 1900-01-01 = 1 and believes in 29 February 1900, or from 1904-01-01 = 0.
 */
export function dayText(stored: string, date1904: boolean): string | null {
  const decimal = sheetDecimal(stored);
  if (decimal === null || decimal.startsWith('-')) return null;
  const [whole = '0', fraction = ''] = decimal.split('.');
  const scale = 10n ** BigInt(fraction.length);
  const seconds = (2n * BigInt(fraction || '0') * SECONDS_PER_DAY + scale) / (2n * scale);
  const serial = Number.parseInt(whole, 10) + (seconds === SECONDS_PER_DAY ? 1 : 0);
  const time = clock(seconds % SECONDS_PER_DAY);
  if (serial > LAST_DAY) return null;
  if (serial === 0 && !date1904) return time;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const day = new Date(epoch + serial * DAY_MS).toISOString().slice(0, 10);
  return time === '00:00:00' ? day : `${day} ${time}`;
}

function clock(seconds: bigint): string {
  return [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) => String(part).padStart(2, '0')).join(':');
}
