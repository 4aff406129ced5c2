/** How wide text stands in a Chinese font, where an ideograph is two half-width characters, and how it wraps. */

/** East Asian wide and full-width characters (Unicode Standard Annex #11). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Characters that Chinese fonts draw full-width and Western ones half-width: “ ” ‘ ’ — … ① § × and their like. */
const AMBIGUOUS = /[\u00a7\u00b0-\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u203b\u2103-\u22bf\u2460-\u24ff\u2500-\u266f]/u;
const COMBINING = /\p{Mn}|\p{Cf}/u;

/**
 * Width of one line of text in half-width characters.
 * @param ambiguous width of characters such as “ and ①: 2 in print with Chinese fonts, 1 on most terminals.
 */
export function textWidth(text: string, ambiguous: 1 | 2 = 2): number {
  let width = 0;
  for (const character of text) width += characterWidth(character, ambiguous);
  return width;
}

export function characterWidth(character: string, ambiguous: 1 | 2 = 2): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x7f) return 1;
  // The common ideographs, without asking the expressions: a table has thousands of them.
  if (code >= 0x4e00 && code <= 0x9fff) return 2;
  if (WIDE.test(character)) return 2;
  if (AMBIGUOUS.test(character)) return ambiguous;
  return COMBINING.test(character) ? 0 : 1;
}

/** A run that a line break does not divide: a Latin word or number, or one ideograph with the marks that cling to it. */
const UNBREAKABLE = /[(（《“‘【〔]*(?:[\w.,%:/@#&+-]+|[^\s])[)）》”’】〕、，。；：！？]*|\s/gu;

/** Width of one character in half-width characters of the same type. */
export type WidthOf = (character: string) => number;

/** Number of lines that `text` takes when wrapped at `capacity` half-width characters; at least 1. */
export function lineCount(text: string, capacity: number): number {
  return lineStarts(text, capacity).length;
}

/**
 * Offsets at which the lines of a text begin when it is wrapped at `capacity` half-width characters: the first is 0.
 * Breaks the way Excel, WPS, LibreOffice and browsers break Chinese: words and numbers stay whole where they can, and a
 * closing mark is not left alone at the start of a line. A line feed belongs to the line it ends.
 */
export function lineStarts(text: string, capacity: number, widthOf: WidthOf = characterWidth): readonly number[] {
  const room = Math.max(2, capacity);
  const starts: number[] = [];
  let begin = 0;
  for (const paragraph of text.split('\n')) {
    starts.push(begin);
    let used = 0;
    for (const { 0: run, index } of paragraph.matchAll(UNBREAKABLE)) {
      const width = widthOfRun(run, widthOf);
      if (used + width <= room) {
        used += width;
        continue;
      }
      if (used > 0) starts.push(begin + index);
      used = width <= room ? width : divideRun(run, begin + index, { room, widthOf, starts });
    }
    begin += paragraph.length + 1;
  }
  return starts;
}

function widthOfRun(run: string, widthOf: WidthOf): number {
  let width = 0;
  for (const character of run) width += widthOf(character);
  return width;
}

interface Wrapping {
  readonly room: number;
  readonly widthOf: WidthOf;
  readonly starts: number[];
}

/** A run wider than the line is divided wherever the line ends. Out: what it uses of its last line. */
function divideRun(run: string, begin: number, { room, widthOf, starts }: Wrapping): number {
  let used = 0;
  let at = begin;
  for (const character of run) {
    const width = widthOf(character);
    if (used + width > room && used > 0) {
      starts.push(at);
      used = 0;
    }
    used += width;
    at += character.length;
  }
  return used;
}

/** Width of the widest run that stays whole: a column narrower than this breaks words or numbers. */
export function widestRun(text: string): number {
  let widest = 0;
  for (const [run] of text.matchAll(UNBREAKABLE)) widest = Math.max(widest, textWidth(run));
  return widest;
}
