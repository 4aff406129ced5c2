/** What a drag is about to do, drawn over the cells: the range that will be filled, or where rows will go. */
import { type Geometry, HEAD_HEIGHT, ROW_HEIGHT } from './geometry.ts';
import type { Dragged } from './use-pointer.ts';

interface DragShadowProps {
  readonly dragged: Dragged;
  readonly geometry: Geometry;
}

export function DragShadow({ dragged, geometry }: DragShadowProps) {
  if (dragged.kind === 'move') {
    return <div className="grid-drop" style={{ top: HEAD_HEIGHT + dragged.gap * ROW_HEIGHT - 1 }} />;
  }
  const { top, bottom, left, right } = dragged.target;
  const from = geometry.lefts[left] ?? 0;
  const to = (geometry.lefts[right] ?? 0) + (geometry.widths[right] ?? 0);
  return (
    <div
      className="grid-fill"
      style={{
        top: HEAD_HEIGHT + top * ROW_HEIGHT,
        height: (bottom - top + 1) * ROW_HEIGHT,
        left: from,
        width: to - from,
      }}
    >
      <span>{dragged.series ? '递增' : '复制（按住 Ctrl 递增）'}</span>
    </div>
  );
}
