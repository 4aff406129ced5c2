/**
 * Printed tables divided for worksheets. Excel neither lets rows grow around merged cells nor moves a label that a page
 * break cuts: heights and breaks are set by us, reckoned for the narrowest way Excel draws the columns.
 */
import { divide, isCaption } from '../../../../shared/document/divide.ts';
import type { Orientation, PrintTable } from '../../../../shared/document/model.ts';
import type { Ruler } from '../../../../shared/document/slice.ts';
import { characterWidth, lineStarts } from '../../../../shared/tables/text-width.ts';

/** There is a typeface as wide as Arial on every system. */
export const COUNTED_IN = { name: 'Arial', size: 10 } as const;

/** Inches. The sheets are narrower and stand in the middle. */
export const FORM_MARGINS = { left: 0.3, right: 0.3, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 };

/** On A4: pixels across at 96 to an inch, points down. A little is left for printers' own ways. */
const PAPER: Readonly<Record<Orientation, { readonly across: number; readonly down: number }>> = {
  portrait: { across: 676, down: 722 },
  landscape: { across: 1000, down: 480 },
};
/** Pixels that a column takes for each unit of its width: what Arial has on paper, and rounded down on a screen. */
const WIDE_UNIT = 7.42;
const NARROW_UNIT = 7;
/** What Excel keeps free at both sides of a cell. */
const SIDES = 8;
/** For a type of one point: pixels of half an ideograph as screens draw it, points of a line. */
const HALF_WIDTH = 0.7;
const LINE = 1.45;
const ENDS = 3;

/** Where 宋体 is missing, the letters and digits of what stands in are wider than half an ideograph. */
const widthOf = (character: string): number => {
  if (character < '\u007f') return 1.2;
  return /\p{Extended_Pictographic}/u.test(character) ? 2.8 : characterWidth(character);
};

const RULER: Ruler = {
  lines: (text, width, fontSize) => lineStarts(text, (width - SIDES) / (fontSize * HALF_WIDTH), widthOf),
  height: (lines, fontSize) => lines * fontSize * LINE + ENDS,
};

/** Type and least height of rows, in points. A smaller one is taken where it saves a page. */
const SIZES = [
  { fontSize: 10, rowHeight: 17 },
  { fontSize: 9, rowHeight: 15.75 },
] as const;
const CAPTION_HEIGHT = 20;
const TITLE = { fontSize: 16, line: 26, ends: 8 } as const;

export interface WorksheetTables {
  readonly title: string;
  readonly orientation: Orientation;
  /** Printed on each page by Excel itself. */
  readonly running: readonly PrintTable[];
  readonly tables: readonly PrintTable[];
}

export interface WorksheetPages {
  /** Widths of the columns as Excel counts them. */
  readonly columns: readonly number[];
  readonly titleHeight: number;
  /** Heights are points; the heads of each are the running rows. */
  readonly pages: readonly PrintTable[];
}

/** Divides what stands on a worksheet under its title. */
export function worksheetPages({ title, orientation, running, tables }: WorksheetTables): WorksheetPages {
  const { across, down } = PAPER[orientation];
  const width = (across * NARROW_UNIT) / WIDE_UNIT;
  const titleHeight = RULER.lines(title, width, TITLE.fontSize).length * TITLE.line + TITLE.ends;
  const attempts = SIZES.map(({ fontSize, rowHeight }) => {
    const sized = (table: PrintTable): PrintTable => {
      return { ...table, fontSize, rowHeight: isCaption(table) ? CAPTION_HEIGHT : rowHeight };
    };
    const order = { running: running.map(sized), tables: tables.map(sized) };
    return divide({ ...order, ruler: RULER, width, height: down - titleHeight });
  });
  const fewest = Math.min(...attempts.map(({ length }) => length));
  const pages = attempts.find(({ length }) => length === fewest) ?? [];
  const shares = pages[0]?.columns ?? [];
  return { columns: shares.map((share) => (share * across) / WIDE_UNIT), titleHeight, pages };
}
