/** From what people type to 分. Exact throughout: no amount passes through a binary fraction. */
import { isSign, type Token, tokenize } from './amount-text.ts';
import { readTokens } from './expression.ts';
import { type Fen, fen } from './fen.ts';
import { divide, multiply, type Rational, rational, shownDecimal, wholeOf } from './rational.ts';

export type AmountUnit = 'yuan' | 'wan';
export type ParsedAmount = { readonly ok: true; readonly fen: Fen } | { readonly ok: false; readonly reason: string };

const MAX_LENGTH = 200;
const FEN_PER: Readonly<Record<AmountUnit, string>> = { yuan: '100', wan: '1000000' };
const YUAN_PER: Readonly<Record<AmountUnit, string>> = { yuan: '1', wan: '10000' };
const MAX_DECIMALS: Readonly<Record<AmountUnit, number>> = { yuan: 2, wan: 6 };

/**
 * Reads an amount: `12,352.39`, `１２３`, `￥1 200`, `1.2万`, `3亿元`, or a sum such as `=3*528*12`.
 * A figure with a unit of its own is taken in that unit, others in `unit`. Negative amounts are read; whether one is
 * allowed is the field's rule.
 * @param unit what a figure without unit means: 元 or 万元
 * @returns 分, or a Chinese sentence that names what cannot be read. More precision than 分 is refused, never rounded.
 */
export function parseAmount(text: string, unit: AmountUnit): ParsedAmount {
  const plain = plainAmount(text, unit);
  if (plain !== null) return { ok: true, fen: plain };
  if (text.trim() === '') return refused('请填写金额。');
  if (text.length > MAX_LENGTH) return refused(`金额最多写${MAX_LENGTH}个字符。`);
  const read = tokenize(text);
  if (!read.ok) return refused(read.reason);
  const value = readTokens(text, read.tokens, YUAN_PER[unit]);
  return value.ok ? toFen(value.value, unit, plainDigits(read.tokens)) : refused(value.reason);
}

/** Digits with no more decimals than 分 allow, and few enough to be a safe whole number of 分. */
const PLAIN: Readonly<Record<AmountUnit, RegExp>> = {
  yuan: /^([0-9]{1,13})(?:\.([0-9]{1,2}))?$/,
  wan: /^([0-9]{1,9})(?:\.([0-9]{1,6}))?$/,
};

/** Nearly all amounts in sheets are plain figures: their digits are the 分, nothing has to be calculated. */
function plainAmount(text: string, unit: AmountUnit): Fen | null {
  const [, whole, fraction = ''] = PLAIN[unit].exec(text) ?? [];
  if (whole === undefined) return null;
  return fen(Number.parseInt(whole + fraction.padEnd(MAX_DECIMALS[unit], '0'), 10));
}

/** The digits of a figure typed without unit and sum, so that the sentence can point at its decimals. */
function plainDigits(tokens: readonly Token[]): string | null {
  const numbers = tokens.filter((token) => token.kind !== 'sign');
  const [only] = numbers;
  return numbers.length === 1 && only?.kind === 'number' && !isSign(tokens[0], '=') ? only.digits : null;
}

function toFen(value: Rational, unit: AmountUnit, digits: string | null): ParsedAmount {
  const inFen = multiply(value, rational(FEN_PER[unit]));
  const whole = wholeOf(inFen);
  if (whole === 'too-large') return refused('金额太大，超出了能精确保存的范围（约90万亿元）。');
  if (whole !== 'fraction') return { ok: true, fen: fen(whole) };
  const decimals = digits?.split('.')[1];
  if (decimals !== undefined) {
    return refused(
      `“${digits}”小数点后有${decimals.length}位（${decimals}），金额最多到分，即${MAX_DECIMALS[unit]}位小数。`,
    );
  }
  const yuan = divide(inFen, rational('100')) ?? inFen;
  return refused(`折合${shownDecimal(yuan)}元，不是整分，请改成到分的金额。`);
}

function refused(reason: string): ParsedAmount {
  return { ok: false, reason };
}
