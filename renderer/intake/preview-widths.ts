/** Sizes of the preview's columns, from what the first rows hold. */

import { mayMerge } from '../../shared/intake/header.ts';
import type { IntakeSummary } from '../../shared/intake/shown.ts';
import type { PreviewModel } from './preview-model.ts';

export const ROW_HEIGHT = 40;
/** Tick, row number, what becomes of the row. */
export const FIXED = [36, 48, 128] as const;

const LOOKED_AT = 60;
const LEAST = 116;
const MOST = 232;
/** The box 沿用上格 beside a heading. */
const MERGE_BOX = 84;
/** A column that is not used only shows that it is there. */
const UNUSED = 88;

/** Width of a text in the window's font, about: a Chinese character is as wide as two others. */
const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? 14 : 7.5), 0);

/**
 * Widths of the source columns in pixels.
 * @param available of the view; what is left over is shared among the columns that are used
 */
export function columnWidths(model: PreviewModel, summary: IntakeSummary, available: number): readonly number[] {
  const { uses, labels } = summary;
  const count = Math.max(uses.length, labels.length);
  const widths = Array.from({ length: count }, (_, column) => columnWidth(model, summary, column));
  const used = widths.flatMap((width, column) => ((uses[column] ?? null) === null ? [] : [width]));
  const left = available - FIXED.reduce((sum, width) => sum + width, 0) - widths.reduce((sum, width) => sum + width, 0);
  if (left <= 0 || used.length === 0) return widths;
  const total = used.reduce((sum, width) => sum + width, 0);
  return widths.map((width, column) =>
    (uses[column] ?? null) === null ? width : Math.floor(width + (left * width) / total),
  );
}

function columnWidth(model: PreviewModel, { uses, labels, rows }: IntakeSummary, column: number): number {
  const use = uses[column] ?? null;
  if (use === null) return UNUSED;
  const box = mayMerge(model.entity, use) ? MERGE_BOX : 0;
  let width = Math.max(LEAST, widthOf(labels[column] ?? '') + 24 + box);
  for (let row = 0; row < Math.min(rows, LOOKED_AT); row++) {
    const shown = model.row(row);
    const cell = shown?.cells[column];
    if (cell === undefined || shown?.taken !== true) continue;
    width = Math.max(width, widthOf(cell.read ?? cell.text) + 24, widthOf(cell.text) + 24);
  }
  return Math.round(Math.min(MOST, width));
}
