/** An indicator's value as one text, `≥95%` or `2027年6月底前`: what is typed and shown, and the three fields it is kept in. */
import type { RowOfEntity } from '../entities/index.ts';
import type { OPERATORS } from '../entities/vocabulary.ts';

export type ValueParts = Pick<RowOfEntity<'indicator'>, 'operator' | 'value' | 'measure'>;
type Operator = (typeof OPERATORS)[number]['value'];

/** Signs and words people write for an operator, longer ones first. */
const SIGNS: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:[>＞]\s*[=＝]|[≥≧⩾])/, '≥'],
  [/^(?:[<＜]\s*[=＝]|[≤≦⩽])/, '≤'],
  [/^[>＞]/, '>'],
  [/^[<＜]/, '<'],
  [/^[=＝]/, '='],
];
/** Words count only before a number: “不超过预算” is a text. */
const WORDS: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:大于等于|大于或等于|不少于|不低于|不小于|至少)/, '≥'],
  [/^(?:小于等于|小于或等于|不超过|不高于|不大于|不多于|至多)/, '≤'],
  [/^(?:大于|超过|高于)/, '>'],
  [/^(?:小于|低于|少于)/, '<'],
  [/^等于/, '='],
];

const NUMBER = /^(-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,8})?)(.*)$/;
const LONGEST_UNIT = { alone: 5, compared: 12 } as const;
/** What stands behind a number in a sentence and is no unit. */
const NO_UNIT = /[前底末初内后起至以约多余]|完成|全部|达到|覆盖|通过|验收/;

/**
 * Takes a typed text apart.
 * @returns number and unit where the text is a number with a unit; else the text itself as the value, behind its sign
 */
export function parseValueText(text: string): ValueParts {
  const whole = text.trim();
  const plain = halfWidth(whole);
  const sign = SIGNS.find(([pattern]) => pattern.test(plain));
  if (sign !== undefined) {
    const rest = plain.replace(sign[0], '').trim();
    const number = numberIn(rest, 'compared');
    if (number !== null) return { operator: sign[1], ...number };
    // A second sign makes it several limits in one text, which stays as it was written.
    if (rest === '' || /[≥≤<>=]/.test(rest)) return { operator: null, value: whole, measure: null };
    return { operator: sign[1], value: rest, measure: null };
  }
  const word = WORDS.find(([pattern]) => pattern.test(plain));
  if (word !== undefined) {
    const number = numberIn(plain.replace(word[0], '').trim(), 'compared');
    if (number !== null) return { operator: word[1], ...number };
  }
  const bound = plain.match(/^(.*[^0-9.,])(以上|以下|以内)$/);
  if (bound !== null) {
    const number = numberIn(bound[1] ?? '', 'alone');
    if (number !== null) return { operator: bound[2] === '以上' ? '≥' : '≤', ...number };
  }
  const number = numberIn(plain, 'alone');
  return { operator: null, ...(number ?? { value: whole, measure: null }) };
}

/** The text of a stored value: operator, value, unit. */
export function valueText({ operator, value, measure }: ValueParts): string {
  return `${operator ?? ''}${value}${measure ?? ''}`;
}

function numberIn(text: string, how: keyof typeof LONGEST_UNIT): Omit<ValueParts, 'operator'> | null {
  const [, digits, behind = ''] = NUMBER.exec(text) ?? [];
  if (digits === undefined) return null;
  const value = digits.replaceAll(',', '');
  const unit = behind.replaceAll(/\s/g, '');
  if (unit === '') return { value, measure: null };
  return isUnit(unit, value, how) ? { value, measure: unit } : null;
}

function isUnit(unit: string, number: string, how: keyof typeof LONGEST_UNIT): boolean {
  if (/^[%‰℃°]/.test(unit)) return unit.length === 1;
  if (!/^[\p{L}/·²³()（）]+$/u.test(unit) || unit.length > LONGEST_UNIT[how]) return false;
  if (how === 'compared') return true;
  // 2027年 and 6月 are dates, 3年 and 15日 are spans.
  if (/^[年月日号时点]/.test(unit)) return (unit === '年' && number.length < 4) || unit === '日';
  return !NO_UNIT.test(unit);
}

/** Digits, signs and brackets typed in full width are meant as the plain ones. */
function halfWidth(text: string): string {
  return text.replaceAll(/[０-９．，％－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
