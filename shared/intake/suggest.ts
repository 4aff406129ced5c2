/** What a cell that cannot be read probably means: texts that can stand in its place. */
import type { AmountUnit } from '../money/parse.ts';
import type { Field } from '../shape/shape.ts';
import { indexChoices } from './choice-index.ts';
import { normalise } from './match-choices.ts';
import { closest } from './text.ts';
import type { CellLookup, Choice } from './values.ts';

export interface Suggestion {
  /** What to put into the cell. */
  readonly text: string;
  /** How it is offered. */
  readonly label: string;
}

const MOST = 3;

/** At most three texts for a cell of a field, likeliest first. */
export function suggest(field: Field, text: string, lookup: CellLookup, unit: AmountUnit): readonly Suggestion[] {
  switch (field.kind) {
    case 'code':
      return likelyCodes(text, lookup.choices(field)).map(({ code, label }) => ({
        text: code,
        label: `${code} ${label}`,
      }));
    case 'enum':
    case 'ref': {
      const choices = lookup.choices(field);
      const named = indexChoices(choices).find(text);
      const alike = named.length > 0 ? named : closest(text, choices, ({ label }) => label, MOST);
      const offered = alike.length === 0 && field.kind === 'enum' ? choices : alike;
      return offered.slice(0, MOST).map(({ label }) => ({ text: label, label }));
    }
    case 'boolean':
      return ['是', '否'].map((answer) => ({ text: answer, label: answer }));
    case 'fen':
      return roundedAmount(text, unit);
    case 'date':
      return daysOfMonth(text);
    default:
      return [];
  }
}

function likelyCodes(text: string, choices: readonly Choice[]): readonly Choice[] {
  const typed = normalise(text);
  const digits = /^[[(]?\s*(\d+)/.exec(typed)?.[1];
  const name = typed.replace(/^[[(]?\s*\d+\s*[\])]?[\s\-—_、.:|]*/, '');
  const named = name === '' ? [] : indexChoices(choices).find(name);
  const byName = named.length > 0 || name === '' ? named : closest(name, choices, ({ label }) => label, MOST);
  if (digits === undefined) return byName.slice(0, MOST);
  const byDigits = choices
    .map((choice) => ({ choice, far: distance(choice.code, digits), start: sharedStart(choice.code, digits) }))
    .filter(({ far, start }) => far <= 2 || start >= Math.min(3, digits.length))
    .sort((left, right) => left.far - right.far || right.start - left.start)
    .map(({ choice }) => choice);
  return [...new Set([...byName, ...byDigits])].slice(0, MOST);
}

function sharedStart(left: string, right: string): number {
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at += 1;
  return at;
}

/** How many digits must be put in, left out or changed to get from one number to the other. */
function distance(left: string, right: string): number {
  let before = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row++) {
    const now = [row];
    for (let at = 1; at <= right.length; at++) {
      const changed = (before[at - 1] ?? 0) + (left[row - 1] === right[at - 1] ? 0 : 1);
      now.push(Math.min(changed, (before[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1));
    }
    before = now;
  }
  return before[right.length] ?? 0;
}

const DECIMALS: Readonly<Record<AmountUnit, number>> = { yuan: 2, wan: 6 };

/** A figure with more decimals than 分, as formulas leave it: the same figure rounded half-up to 分. */
function roundedAmount(text: string, unit: AmountUnit): readonly Suggestion[] {
  const match = /^(-?)(\d+)\.(\d+)$/.exec(normalise(text).replace(/[,，￥¥\s]/g, ''));
  const places = DECIMALS[unit];
  const fraction = match?.[3] ?? '';
  if (match === null || fraction.length <= places) return [];
  const kept = BigInt(`${match[2]}${fraction.slice(0, places)}`) + (fraction.charAt(places) >= '5' ? 1n : 0n);
  const shown = String(kept).padStart(places + 1, '0');
  const rounded = `${match[1]}${shown.slice(0, -places)}.${shown.slice(-places)}`;
  return [{ text: rounded, label: `四舍五入到分：${rounded}` }];
}

/** `2027年3月` names a month: its first and its last day. */
function daysOfMonth(text: string): readonly Suggestion[] {
  const match = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(normalise(text));
  const [year = '', month = ''] = match?.slice(1) ?? [];
  const number = Number.parseInt(month, 10);
  if (match === null || number < 1 || number > 12) return [];
  const last = new Date(Date.UTC(Number.parseInt(year, 10), number, 0)).getUTCDate();
  return ['01', String(last)].map((day) => {
    const shown = `${year}-${month.padStart(2, '0')}-${day}`;
    return { text: shown, label: shown };
  });
}
