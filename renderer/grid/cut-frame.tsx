/** The outline around cells that were cut and wait to be pasted. */
import { type Cut, rangeOfCut } from './cutting.ts';
import { type Geometry, HEAD_HEIGHT, ROW_HEIGHT } from './geometry.ts';
import type { GridSession } from './session.ts';

interface CutFrameProps {
  readonly cut: Cut;
  readonly session: GridSession;
  readonly geometry: Geometry;
}

export function CutFrame({ cut, session, geometry }: CutFrameProps) {
  const range = rangeOfCut(session, cut);
  if (range === null) return null;
  const from = geometry.lefts[range.left] ?? 0;
  const to = (geometry.lefts[range.right] ?? 0) + (geometry.widths[range.right] ?? 0);
  return (
    <div
      className="grid-cut"
      style={{
        top: HEAD_HEIGHT + range.top * ROW_HEIGHT,
        height: (range.bottom - range.top + 1) * ROW_HEIGHT,
        left: from,
        width: to - from,
      }}
    />
  );
}
