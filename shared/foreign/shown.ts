/** A cell as its sheet shows it. */
import { shownNumber } from './number-format.ts';
import type { GridCell, GridStyle } from './sheet.ts';
import type { ForeignCell } from './state-types.ts';

/** Longer texts are cut in the picture; nobody reads them there. */
const LONGEST = 300;

export function shownCell({ kind, text }: GridCell, style: GridStyle | undefined): Omit<ForeignCell, 'column'> {
  const shown = kind === 'number' ? shownNumber(text, style?.format ?? '').text : text;
  const usual = kind === 'number' || kind === 'day' ? 'right' : kind === 'text' ? 'left' : 'center';
  return {
    text: shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown,
    align: style?.horizontal ?? usual,
    indent: style?.indent ?? 0,
    bold: style?.bold ?? false,
  };
}
