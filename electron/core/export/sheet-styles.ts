/** The official look: fonts, borders and alignments as style objects that cells share (exceljs writes each once). */
import type { Alignment, Borders, Font, Style } from 'exceljs';

/** GB 2312 character set, so that Excel picks a Chinese font where the named one is missing. */
const CHINESE = 134;
const song = (size: number, bold = false): Partial<Font> => ({ name: '宋体', size, bold, charset: CHINESE });
const hei = (size: number): Partial<Font> => ({ name: '黑体', size, bold: true, charset: CHINESE });

const LINE = { style: 'thin', color: { argb: 'FF000000' } } as const;
const BOX: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/**
 * Thousands separators, two decimals and a space's width before the border: Excel's own 数值 format in Chinese.
 * A nil cell is empty, so zero needs no section of its own.
 */
const AMOUNT_FORMAT = '#,##0.00_ ';

const aligned = (horizontal: 'left' | 'center' | 'right', rest: Partial<Alignment> = {}): Partial<Alignment> => ({
  horizontal,
  vertical: 'middle',
  ...rest,
});

/** Points. */
export const BODY_SIZE = 10;
export const TITLE_SIZE = 16;

export const STYLES = {
  formLabel: { font: song(BODY_SIZE), alignment: aligned('left') },
  title: { font: hei(TITLE_SIZE), alignment: aligned('center', { wrapText: true }) },
  unitName: { font: song(BODY_SIZE), alignment: aligned('left', { wrapText: true }) },
  unitText: { font: song(BODY_SIZE), alignment: aligned('right') },
  head: { font: song(BODY_SIZE, true), alignment: aligned('center', { wrapText: true }), border: BOX },
  columnNumber: { font: song(BODY_SIZE), alignment: aligned('center'), border: BOX, numFmt: '0' },
  note: { font: song(BODY_SIZE), alignment: aligned('left') },
  link: {
    font: { ...song(11), underline: true, color: { argb: 'FF0563C1' } },
    alignment: aligned('left', { indent: 1 }),
    border: BOX,
  },
  indexCell: { font: song(11), alignment: aligned('center'), border: BOX },
  indexHead: { font: song(11, true), alignment: aligned('center'), border: BOX },
} as const satisfies Readonly<Record<string, Partial<Style>>>;

const keyStyles = new Map<string, Partial<Style>>();

/** Style of a label, code or name cell; `indent` in steps. The same arguments give the same object. */
export function keyStyle(align: 'left' | 'center' | 'right', indent: number, bold: boolean): Partial<Style> {
  const key = `${align} ${indent} ${bold}`;
  const known = keyStyles.get(key);
  if (known) return known;
  const style: Partial<Style> = {
    font: song(BODY_SIZE, bold),
    alignment: aligned(align, { wrapText: true, ...(indent > 0 ? { indent } : {}) }),
    border: BOX,
  };
  keyStyles.set(key, style);
  return style;
}

const AMOUNT: Partial<Style> = {
  font: song(BODY_SIZE),
  alignment: aligned('right'),
  border: BOX,
  numFmt: AMOUNT_FORMAT,
};
const AMOUNT_BOLD: Partial<Style> = { ...AMOUNT, font: song(BODY_SIZE, true) };

/** Style of an amount cell, empty or not. */
export function amountStyle(bold: boolean): Partial<Style> {
  return bold ? AMOUNT_BOLD : AMOUNT;
}
