/** Sizes of pages, the same for every renderer. */
import type { Margins, Orientation, Paper, Section } from './model.ts';

export const MM_PER_POINT = 25.4 / 72;

/** Width and height in mm, upright. */
const PAPERS: Readonly<Record<Paper, readonly [number, number]>> = { A4: [210, 297], A3: [297, 420] };

interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** GB/T 9704: 37 mm above and 28 mm beside a text of 156 × 225 mm. Tables and forms are wider, with room at the left to bind. */
const MARGINS: Readonly<Record<Margins, Sides>> = {
  official: { top: 37, right: 26, bottom: 35, left: 28 },
  table: { top: 22, right: 17, bottom: 20, left: 20 },
  form: { top: 18, right: 15, bottom: 17, left: 18 },
};

/** Running text: 3号, 22 lines to a page. 29 pt, as is often read, would leave room for 21. */
export const TEXT_SIZE = 16;
export const TEXT_LINE = 28.95;

export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly margins: Sides;
  /** Room between the margins. */
  readonly inner: { readonly width: number; readonly height: number };
}

/** Measures a page of a section, in mm. */
export function pageSize(section: {
  readonly paper: Paper;
  readonly orientation: Orientation;
  readonly margins: Section['margins'];
}): PageSize {
  const [short, long] = PAPERS[section.paper];
  const [width, height] = section.orientation === 'portrait' ? [short, long] : [long, short];
  const margins = MARGINS[section.margins];
  return {
    width,
    height,
    margins,
    inner: { width: width - margins.left - margins.right, height: height - margins.top - margins.bottom },
  };
}
