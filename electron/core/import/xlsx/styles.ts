/** Cell styles: what decides how a number is shown and where a text stands in its cell. */

import { readXml } from './xml.ts';
import { BeyondLimit } from './zip.ts';

export interface CellStyle {
  /** Number format as Excel writes it, e.g. `#,##0.00_ `; empty for 常规. */
  readonly format: string;
  /** The number counts days. */
  readonly date: boolean;
  readonly horizontal: 'left' | 'center' | 'right' | null;
  /** Steps of indent. */
  readonly indent: number;
  readonly bold: boolean;
}

export const PLAIN_STYLE: CellStyle = { format: '', date: false, horizontal: null, indent: 0, bold: false };

/**
 * The formats that files name by number only (ECMA-376 18.8.30); those of days are told by `BUILT_IN_DATES`. A map: a wrong
 * file may name `constructor`.
 */
const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ['1', '0'],
  ['2', '0.00'],
  ['3', '#,##0'],
  ['4', '#,##0.00'],
  ['5', '"¥"#,##0;-"¥"#,##0'],
  ['6', '"¥"#,##0;-"¥"#,##0'],
  ['7', '"¥"#,##0.00;-"¥"#,##0.00'],
  ['8', '"¥"#,##0.00;-"¥"#,##0.00'],
  ['9', '0%'],
  ['10', '0.00%'],
  ['37', '#,##0_);(#,##0)'],
  ['38', '#,##0_);(#,##0)'],
  ['39', '#,##0.00_);(#,##0.00)'],
  ['40', '#,##0.00_);(#,##0.00)'],
  ['41', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '],
  ['42', '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ '],
  ['43', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  ['44', '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '],
  ['49', '@'],
]);

/** Built-in formats 14–22, 45–47 and, in Chinese Excel, 27–36 and 50–58 are dates (ECMA-376 18.8.30). */
const BUILT_IN_DATES = /^(?:1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8])$/;

/** True when a number format shows a day or time: a y, m, d, h or s outside quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return !/general/i.test(bare) && /[ymdhs]/i.test(bare);
}

/** The styles of cells, in order. @throws BeyondLimit for more than `most`. */
export async function readCellStyles(chunks: AsyncIterable<Uint8Array>, most: number): Promise<CellStyle[]> {
  const formats = new Map<string, string>();
  const bold: boolean[] = [];
  const styles: CellStyle[] = [];
  let inside = '';
  await readXml(chunks, {
    open(name, attributes) {
      if (name === 'fonts' || name === 'cellXfs') inside = name;
      else if (name === 'numFmt') formats.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
      else if (name === 'font' && inside === 'fonts') bold.push(false);
      else if (name === 'b' && inside === 'fonts') bold[bold.length - 1] = isOn(attributes.val);
      else if (name === 'xf' && inside === 'cellXfs') {
        const id = attributes.numFmtId ?? '0';
        const format = formats.get(id) ?? BUILT_IN.get(id) ?? '';
        const date = BUILT_IN_DATES.test(id) || isDateFormat(format);
        const isBold = bold[Number.parseInt(attributes.fontId ?? '', 10)] ?? false;
        styles.push({ ...PLAIN_STYLE, format, date, bold: isBold });
      } else if (name === 'alignment' && inside === 'cellXfs') align(styles, attributes);
      if (Math.max(styles.length, formats.size, bold.length) > most) throw new BeyondLimit('单元格样式过多');
    },
    close(name) {
      if (name === inside) inside = '';
    },
  });
  return styles;
}

function align(styles: CellStyle[], { horizontal, indent }: Readonly<Record<string, string>>): void {
  const style = styles.pop();
  if (style === undefined) return;
  const side = horizontal === 'left' || horizontal === 'center' || horizontal === 'right' ? horizontal : null;
  // 15 is the deepest that Excel shows.
  const steps = /^\d{1,3}$/.test(indent ?? '') ? Math.min(15, Number.parseInt(indent ?? '', 10)) : 0;
  styles.push({ ...style, horizontal: horizontal === 'centerContinuous' ? 'center' : side, indent: steps });
}

const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false';
