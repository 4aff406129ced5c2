/** From what was typed to the value of a field, or a sentence that says why not. */

import { parseAmount } from '../money/parse.ts';
import { reasonAgainst } from '../shape/field-check.ts';
import type { Field } from '../shape/shape.ts';
import { matchChoices, normalise } from './match-choices.ts';
import { isBlank } from './text.ts';
import type { CellLookup, CellValue, Choice } from './values.ts';

export type Parsed = { readonly ok: true; readonly value: CellValue } | { readonly ok: false; readonly reason: string };

/**
 * @param text as typed or pasted; blank means no value
 * @returns the value as stored (amounts in 分), checked against the field, or the reason in Chinese
 */
export function parseCell(field: Field, text: string, lookup: CellLookup): Parsed {
  const read = isBlank(text) ? { ok: true as const, value: null } : readValue(field, text, lookup);
  if (!read.ok) return read;
  const reason = reasonAgainst(field, read.value);
  return reason === null ? read : { ok: false, reason };
}

function readValue(field: Field, text: string, lookup: CellLookup): Parsed {
  switch (field.kind) {
    case 'text':
      return { ok: true, value: text };
    case 'fen': {
      const amount = parseAmount(text, lookup.amountUnit);
      return amount.ok ? { ok: true, value: amount.fen } : { ok: false, reason: amount.reason };
    }
    case 'integer':
      return readInteger(field.label, normalise(text));
    case 'decimal':
      return readDecimal(field.label, normalise(text));
    case 'boolean':
      return readBoolean(field.label, normalise(text));
    case 'date':
      return readDate(field.label, normalise(text));
    case 'code':
      return readCode(text, lookup.choices(field));
    case 'enum':
    case 'ref':
      return readChoice(field, text, lookup.choices(field));
  }
}

function readInteger(label: string, text: string): Parsed {
  const digits = text.replaceAll(',', '');
  if (!/^-?[0-9]{1,15}$/.test(digits)) return { ok: false, reason: `“${label}”应为整数，“${text}”不是。` };
  return { ok: true, value: Number.parseInt(digits, 10) };
}

/** Canonical decimal text: no separators, no needless zeros. */
function readDecimal(label: string, text: string): Parsed {
  const match = /^([0-9]+)?(?:\.([0-9]*))?$/.exec(text.replaceAll(',', ''));
  const whole = match?.[1] ?? '';
  const fraction = (match?.[2] ?? '').replace(/0+$/, '');
  if (match === null || (whole === '' && (match[2] ?? '') === '')) {
    return { ok: false, reason: `“${label}”应为不小于零的数字，“${text}”不是。` };
  }
  const digits = whole.replace(/^0+(?=.)/, '') || '0';
  return { ok: true, value: fraction === '' ? digits : `${digits}.${fraction}` };
}

const YES = ['是', '√', '✓', 'y', 'yes', '1', 'true', 's', '有'];
const NO = ['否', '×', 'x', 'n', 'no', '0', 'false', 'f', '无'];

function readBoolean(label: string, text: string): Parsed {
  if (YES.includes(text)) return { ok: true, value: true };
  if (NO.includes(text)) return { ok: true, value: false };
  return { ok: false, reason: `“${label}”填“是”或“否”。` };
}

/** Accepts 2027-3-1, 2027/3/1, 2027.3.1, 2027年3月1日 and 20270301. */
function readDate(label: string, text: string): Parsed {
  const match =
    /^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?$/.exec(text) ?? /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(text);
  if (match === null) return { ok: false, reason: `“${label}”写成 2027-03-01 的样子，“${text}”看不出是哪一天。` };
  const [year = '', month = '', day = ''] = match.slice(1);
  return { ok: true, value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}

/** A number, `number name`, or the exact name of one listed code. Numbers that are not listed are taken as they are. */
function readCode(text: string, choices: readonly Choice[]): Parsed {
  const typed = normalise(text);
  const leading = /^([a-c]?[0-9]+)(?:[\s\-—_、.:：]|$|(?=\p{Script=Han}))/u.exec(typed)?.[1];
  if (leading !== undefined) return { ok: true, value: leading.toUpperCase() };
  const named = choices.filter((choice) => choice.label === text.trim());
  const only = named[0];
  if (named.length === 1 && only !== undefined) return { ok: true, value: only.code };
  if (named.length > 1) {
    const codes = named.map((choice) => choice.code).join('、');
    return { ok: false, reason: `名为“${text.trim()}”的科目不止一个（${codes}），请填编码。` };
  }
  return { ok: true, value: typed };
}

function readChoice(field: Field, text: string, choices: readonly Choice[]): Parsed {
  const query = normalise(text);
  const exact = choices.filter((choice) => choice.label.toLowerCase() === query || choice.code.toLowerCase() === query);
  const found = exact.length > 0 ? exact : matchChoices(choices, text, [], 3);
  const first = found[0];
  if (first === undefined) return { ok: false, reason: noSuchChoice(field, text, choices) };
  if (
    found.length === 1 ||
    (exact.length === 0 && field.kind === 'enum' && first.label.toLowerCase().startsWith(query))
  ) {
    return { ok: true, value: first.value };
  }
  const names = found.map((choice) => `${choice.code}${choice.code ? ' ' : ''}${choice.label}`).join('、');
  return { ok: false, reason: `“${text.trim()}”可以是${names}等，请从列表中选一个。` };
}

/** What to do comes behind the name, and has to stay in sight. */
const clipped = (name: string): string => (name.length > 20 ? `${name.slice(0, 19)}…` : name);

function noSuchChoice(field: Field, text: string, choices: readonly Choice[]): string {
  if (field.kind === 'ref') return `没有找到“${clipped(text.trim())}”，请先建立，或从列表中选择。`;
  return `“${field.label}”没有“${text.trim()}”，可填：${choices.map((choice) => choice.label).join('、')}。`;
}
