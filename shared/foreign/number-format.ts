/** How a number is shown under a number format, on decimal text throughout. */
import { grouped } from '../money/format.ts';

export interface ShownNumber {
  readonly text: string;
  /** Decimals the format fixes; null where it leaves them to the number (常规). */
  readonly decimals: number | null;
  /** Powers of ten the figure on paper is smaller by than what is stored, by separators behind the digits: `0.00,`. */
  readonly scale: number;
}

/**
 * @param value exact decimal text as in a cell
 * @param format as Excel writes it; one that cannot be followed (days, fractions) shows the number as it is
 */
export function shownNumber(value: string, format: string): ShownNumber {
  const plain: ShownNumber = { text: value, decimals: null, scale: 0 };
  const sections = splitSections(format);
  const negative = value.startsWith('-');
  const isZero = /^-?0(?:\.0*)?$/.test(value);
  const [usual, below = usual, nil = usual] = sections;
  const section = isZero ? nil : negative ? below : usual;
  if (section === undefined || /general|常规|@/i.test(bare(section))) return plain;
  if (section === '') return { ...plain, text: '' };
  const digits = bare(section);
  if (isZero && !/[0#]/.test(digits)) return { text: literals(section), decimals: 0, scale: 0 };
  const [, whole = '', fraction = '', commas = ''] =
    /([#0?,]*)(?:\.([0#?]*))?(,*)/.exec(digits.replace(/^[^#0?.]*/, '')) ?? [];
  if (!/[0#?]/.test(whole + fraction) || /[eE/]/.test(digits)) return plain;
  const trailing = (fraction === '' && !digits.includes('.') ? (/,+$/.exec(whole)?.[0] ?? '') : commas).length;
  const percent = digits.includes('%');
  const scale = trailing * 3 - (percent ? 2 : 0);
  const least = fraction.replace(/#+$/, '').length;
  const rounded = roundDecimal(shiftDecimal(negative ? value.slice(1) : value, -scale), fraction.length);
  const [left = '0', right = ''] = rounded.split('.');
  const kept = right.slice(0, Math.max(least, right.replace(/0+$/, '').length));
  const digitsLeft = /,/.test(whole.replace(/,+$/, '')) ? grouped(left) : left;
  const figure = `${digitsLeft}${kept === '' ? '' : `.${kept}`}${percent ? '%' : ''}`;
  const gone = /^0(?:\.0*)?$/.test(rounded);
  // A second section brings its own sign.
  const sign = negative && sections[1] === undefined && !gone ? '-' : '';
  const own = negative && sections[1] !== undefined && !gone ? ownSign(section) : ['', ''];
  return { text: `${sign}${own[0]}${figure}${own[1]}`, decimals: fraction.length, scale };
}

/** Sections for positive, negative, nil and text, split at `;` outside quotes. */
function splitSections(format: string): readonly string[] {
  if (format === '') return [];
  return format.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;|$)/g) ?? [];
}

/** A section without literals, room and conditions. */
function bare(section: string): string {
  return section.replace(/"[^"]*"|\\.|!.|_.|\*.|\[[^\]]*\]/g, '');
}

function literals(section: string): string {
  return section
    .replace(/_.|\*.|\[[^\]]*\]|\?/g, '')
    .replace(/"([^"]*)"|[\\!](.)/g, '$1$2')
    .trim();
}

function ownSign(section: string): readonly [string, string] {
  const digits = bare(section);
  if (digits.includes('(')) return ['(', ')'];
  return [digits.includes('-') || section.includes('"-"') ? '-' : '', ''];
}

/** Moves the decimal point of unsigned decimal text by `places` to the right. */
export function shiftDecimal(value: string, places: number): string {
  const [whole = '0', fraction = ''] = value.split('.');
  const digits = whole + fraction;
  const at = whole.length + places;
  const padded = at <= 0 ? '0'.repeat(1 - at) + digits : digits.padEnd(at, '0');
  const point = Math.max(1, at);
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, '');
  const right = padded.slice(point);
  return right === '' ? left : `${left}.${right}`;
}

/** Rounds unsigned decimal text half-up to `decimals`, which are always there. */
export function roundDecimal(value: string, decimals: number): string {
  const [whole = '0', fraction = ''] = value.split('.');
  const scaled = BigInt(whole + fraction.padEnd(decimals + 1, '0').slice(0, decimals + 1));
  const rounded = String((scaled + 5n) / 10n).padStart(decimals + 1, '0');
  return decimals === 0 ? rounded : `${rounded.slice(0, -decimals)}.${rounded.slice(-decimals)}`;
}
