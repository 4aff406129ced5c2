/** Where the pages of the preview stand below each other. Lengths are pixels of the window. */
import type { PageShape } from './pdf-messages.ts';

/** `width`: upright pages fill the width. A number: per cent of their size on paper. */
export type Zoom = 'width' | number;

/** Above, below and between pages, and beside them. */
const GAP = 14;
const SIDE_ROOM = 40;
/** Pixels in a point at 100%. */
const FULL = 96 / 72;
const SMALLEST = 0.2;

export interface PlacedPage {
  readonly shape: PageShape;
  /** From 1. */
  readonly number: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Pixels for each point. */
  readonly scale: number;
}

export interface PageLayout {
  readonly pages: readonly PlacedPage[];
  readonly height: number;
  /** Of the widest page with its margins. */
  readonly width: number;
}

/** @param room width of the view */
export function layPages(shapes: readonly PageShape[], zoom: Zoom, room: number): PageLayout {
  const upright = shapes.reduce((least, { width }) => Math.min(least, width), Number.POSITIVE_INFINITY);
  // Upright pages fill the width; the few that are wider are as wide as there is room.
  const scaleOf = (width: number) =>
    zoom === 'width' ? Math.max(SMALLEST, (room - SIDE_ROOM) / Math.max(width, upright)) : (zoom / 100) * FULL;
  let top = GAP;
  const pages = shapes.map((shape, index): PlacedPage => {
    const scale = scaleOf(shape.width);
    const page = {
      shape,
      number: index + 1,
      top,
      width: shape.width * scale,
      height: shape.height * scale,
      scale,
    };
    top += page.height + GAP;
    return page;
  });
  const widest = pages.reduce((most, { width }) => Math.max(most, width), 0);
  return { pages, height: top, width: widest + SIDE_ROOM };
}

/** The last page that begins at `y` or above; null where there is none. */
export function pageAt({ pages }: PageLayout, y: number): PlacedPage | null {
  let [from, to] = [0, pages.length];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if ((pages[middle]?.top ?? 0) <= y) from = middle;
    else to = middle;
  }
  return pages[from] ?? null;
}

/** The pages that a part of the height touches. */
export function pagesBetween(layout: PageLayout, from: number, to: number): readonly PlacedPage[] {
  const first = pageAt(layout, from);
  const last = pageAt(layout, to);
  return first === null || last === null ? [] : layout.pages.slice(first.number - 1, last.number);
}
