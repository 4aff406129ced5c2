/** What is found in the rows of a table. */

/** The texts by which a row of one side says what it is. */
export interface RowTexts {
  /** Row of the sheet, from 0. */
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly gov: string;
  readonly unit: string;
  /** Steps of indent, by the cell's style or by blanks before the text. */
  readonly indent: number;
  readonly bold: boolean;
  /** The row's first figure in 分; null when it cannot be read. */
  readonly total: number | null;
}

export type RowOutcome =
  /** `code`: as written. `repeats`: the row stands there a second time and does not count. */
  | { readonly kind: 'row'; readonly key: string; readonly code: string; readonly label: string }
  | { readonly kind: 'repeat'; readonly key: string; readonly label: string }
  /** A unit's own sum in a table of codes: it does not count among the codes. */
  | { readonly kind: 'unit'; readonly label: string }
  | { readonly kind: 'subtotal'; readonly label: string }
  | { readonly kind: 'lost'; readonly label: string; readonly reason: string }
  | { readonly kind: 'blank' };

export const labelOf = ({ code, name, unit }: RowTexts): string =>
  [...new Set([code, name].map((text) => text.replace(/\s+/g, ' ').trim()))].filter((text) => text !== '').join(' ') ||
  unit.trim();
