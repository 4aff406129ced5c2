/**
 * How high printed text stands, reckoned from the widths of its characters without asking a browser: the same for every
 * paper, and never less than a browser needs with the typefaces of `fonts.ts`.
 */
import { characterWidth, lineStarts } from '../tables/text-width.ts';
import { MM_PER_POINT } from './page.ts';
import type { Ruler } from './slice.ts';

/** Padding at both sides, borders, and a hair for browsers that round columns to whole pixels. */
const SIDES = 2 * 1.2 + 0.3 + 0.4;
/** Padding above and below, and a border. */
const ENDS = 2 * 0.6 + 0.3;
/** As `css.ts` sets it for tables. */
const LINE_HEIGHT = 1.3;

/** Letters wider than half their height in Western book faces, in half-widths; marks on them are narrower, but few. */
const WIDE_LETTERS: Readonly<Record<string, number>> = { '@': 2, W: 2, M: 1.8, m: 1.6, '%': 1.7, '&': 1.6 };
const CAPITAL = /[A-HKNO-VXYZw]/;
const EMOJI = /\p{Extended_Pictographic}/u;

function printedWidth(character: string): number {
  if (character < '\u007f') return WIDE_LETTERS[character] ?? (CAPITAL.test(character) ? 1.5 : 1);
  return EMOJI.test(character) ? 2.8 : characterWidth(character);
}

export const PRINT_RULER: Ruler = {
  lines: (text, width, fontSize) => {
    const halfWidth = (fontSize * MM_PER_POINT) / 2;
    return lineStarts(text, (width - SIDES) / halfWidth, printedWidth);
  },
  height: (lines, fontSize) => lines * fontSize * LINE_HEIGHT * MM_PER_POINT + ENDS,
};
