/** Reading the characters people type for an amount: widths, separators, units; and naming what cannot be read. */

export type Token =
  | { readonly kind: 'number'; readonly digits: string; readonly at: number }
  | { readonly kind: 'unit'; readonly yuan: string; readonly at: number }
  | { readonly kind: 'sign'; readonly sign: string; readonly at: number };

export type Tokens =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly reason: string };

/** Characters that mean the same as a half-width one. `。` is what a Chinese keyboard gives for the decimal point. */
const SAME_AS: Readonly<Record<string, string>> = {
  '，': ',',
  '．': '.',
  '。': '.',
  '＋': '+',
  '－': '-',
  '−': '-',
  '＊': '*',
  '×': '*',
  '／': '/',
  '÷': '/',
  '（': '(',
  '）': ')',
  '＝': '=',
  '¥': '￥',
};

/** Units a figure may end in, in 元. Longer words first. */
const UNITS: readonly (readonly [string, string])[] = [
  ['万元', '10000'],
  ['亿元', '100000000'],
  ['万', '10000'],
  ['亿', '100000000'],
  ['元', '1'],
];

/** Splits a text into numbers, units and signs; a character that means nothing here is named with its place. */
export function tokenize(text: string): Tokens {
  const typed = [...text];
  const characters = typed.map(halfWidth);
  const stranger = characters.findIndex((character) => !/[0-9,. +\-*/()=￥元万亿]/.test(character));
  if (stranger >= 0) return { ok: false, reason: strangerReason(text, typed, stranger) };
  const plain = characters.join('');
  const tokens: Token[] = [];
  let at = 0;
  while (at < plain.length) {
    const unit = UNITS.find(([word]) => plain.startsWith(word, at));
    const figure = /^(?:[0-9][0-9, ]*(?:\.[0-9]*)?|\.[0-9]+)/.exec(plain.slice(at))?.[0].trimEnd();
    if (plain[at] === ' ') at += 1;
    else if (unit !== undefined) {
      tokens.push({ kind: 'unit', yuan: unit[1], at });
      at += unit[0].length;
    } else if (figure !== undefined) {
      if (!isGrouped(figure)) return { ok: false, reason: `“${figure}”的千分位分隔不对，应三位一节，如 12,300.00。` };
      tokens.push({ kind: 'number', digits: decimalDigits(figure), at });
      at += figure.length;
    } else {
      tokens.push({ kind: 'sign', sign: plain[at] ?? '', at });
      at += 1;
    }
  }
  return { ok: true, tokens };
}

function halfWidth(character: string): string {
  if (/\s/.test(character)) return ' ';
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xff10 && code <= 0xff19) return String.fromCodePoint(code - 0xff10 + 0x30);
  return SAME_AS[character] ?? character;
}

/** True without separators, or with one kind of separator between groups of three. */
function isGrouped(figure: string): boolean {
  const whole = figure.split('.')[0] ?? '';
  return /^[0-9]*$/.test(whole) || /^[0-9]{1,3}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+)$/.test(whole);
}

/** `1,200.` → `1200`, `.5` → `0.5` */
function decimalDigits(figure: string): string {
  const [whole = '', fraction = ''] = figure.replaceAll(/[, ]/g, '').split('.');
  return fraction === '' ? whole : `${whole === '' ? '0' : whole}.${fraction}`;
}

function strangerReason(text: string, typed: readonly string[], at: number): string {
  const stranger = typed[at] ?? '';
  if (/^#+$/.test(text.trim())) return '“###”是表格列太窄时的显示，请加宽那一列再复制。';
  if (/^[0-9.]+e[+-]?[0-9]+$/i.test(text.trim())) {
    return `“${text.trim()}”是科学计数法，尾数可能已丢失，请把单元格格式改为数值再复制。`;
  }
  return `“${shortened(text)}”第${at + 1}个字符“${stranger}”不是金额里能用的字符。`;
}

export function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === 'sign' && token.sign === sign;
}

/** What was typed, short enough for a sentence. */
export function shortened(text: string): string {
  const characters = [...text.trim()];
  return characters.length > 30 ? `${characters.slice(0, 30).join('')}…` : characters.join('');
}
