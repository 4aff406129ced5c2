/**
 * The cell as spreadsheet programs write it, `<c r="B2" s="3" t="s"><v>17</v></c>`, read from its bytes in one go. A long
 * sheet is made of such cells; told tag by tag, each takes three times as long.
 */

import { wholeNumber } from './whole-number.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const CELL = bytesOf('<c r="');
const STYLE = bytesOf('" s="');
const NUMBER = bytesOf('"><v>');
const SHARED = bytesOf('" t="s"><v>');
const END = bytesOf('</v></c>');
/** Longer numbers are left to those who take them with care. */
const MOST_DIGITS = 9;
const MOST_LETTERS = 3;

/** What such a cell says. One is filled again and again: there are a million of them. */
export class UsualCell {
  /** From 0. */
  column = 0;
  style = 0;
  /** Place in the table of strings; -1 where the cell holds a number. */
  shared = -1;
  /** Where the text of the number begins and ends. */
  from = 0;
  to = 0;

  /** Reads the cell whose `<` is at `less`; answers where it ends, 0 when it is written otherwise or not all there. */
  read(bytes: Uint8Array, less: number): number {
    if (!isThere(CELL, bytes, less)) return 0;
    let at = less + CELL.length;
    const letters = at;
    let column = 0;
    while (isLetter(bytes[at])) column = column * 26 + (bytes[at++] ?? 0) - 64;
    if (at === letters || at - letters > MOST_LETTERS) return 0;
    at = endOfDigits(bytes, at);
    let style = 0;
    if (isThere(STYLE, bytes, at)) {
      const digits = at + STYLE.length;
      at = endOfDigits(bytes, digits);
      style = wholeNumber(bytes, digits, at, MOST_DIGITS);
    }
    const isShared = isThere(SHARED, bytes, at);
    if (!isShared && !isThere(NUMBER, bytes, at)) return 0;
    const from = at + (isShared ? SHARED.length : NUMBER.length);
    const to = isShared ? endOfDigits(bytes, from) : endOfNumber(bytes, from);
    const shared = isShared ? wholeNumber(bytes, from, to, MOST_DIGITS) : -1;
    if (to === from || style < 0 || (isShared && shared < 0) || !isThere(END, bytes, to)) return 0;
    this.column = column - 1;
    this.style = style;
    this.shared = shared;
    this.from = from;
    this.to = to;
    return to + END.length;
  }
}

function isThere(sign: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let place = 0; place < sign.length; place += 1) if (bytes[at + place] !== sign[place]) return false;
  return true;
}

function isLetter(byte = 0): boolean {
  return byte >= 65 && byte <= 90;
}

function isDigit(byte = 0): boolean {
  return byte >= 48 && byte <= 57;
}

function endOfDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isDigit(bytes[at])) at += 1;
  return at;
}

/** Digits, `.`, `-`, `+`, `E` and `e`; whether they make a number is for others to say. */
function endOfNumber(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at] ?? 0;
    if (!isDigit(byte) && byte !== 46 && byte !== 45 && byte !== 43 && byte !== 69 && byte !== 101) return at;
    at += 1;
  }
}
