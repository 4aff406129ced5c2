/** A drag with the mouse button down, anywhere in the window; the grid scrolls while the pointer is beyond its edge. */

export interface DragPoint {
  readonly x: number;
  readonly y: number;
  readonly ctrl: boolean;
}

interface Drag {
  readonly scroller: HTMLElement;
  /** Height of what stays at the upper edge. */
  readonly head: number;
  readonly onMove: (point: DragPoint) => void;
  /** `cancelled`: Esc was pressed. */
  readonly onEnd: (point: DragPoint, cancelled: boolean) => void;
}

/** Share of the way beyond the edge that is scrolled each frame. */
const PULL = 0.3;

/** Follows the mouse until its button is let go or Esc is pressed. */
export function startDrag(start: DragPoint, { scroller, head, onMove, onEnd }: Drag): void {
  let point = start;
  let frame = 0;
  const move = (next: DragPoint) => {
    point = next;
    onMove(next);
  };
  const pull = () => {
    const { top, bottom, left, right } = scroller.getBoundingClientRect();
    const down = beyond(point.y, top + head, bottom);
    const across = beyond(point.x, left, right);
    if (down !== 0 || across !== 0) {
      scroller.scrollBy(across * PULL, down * PULL);
      onMove(point);
    }
    frame = requestAnimationFrame(pull);
  };
  const onMouseMove = (event: MouseEvent) => move(pointOf(event));
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Control') move({ ...point, ctrl: event.type === 'keydown' });
    else if (event.key === 'Escape') end(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onMouseUp = () => end(false);
  const end = (cancelled: boolean) => {
    cancelAnimationFrame(frame);
    document.removeEventListener('mousemove', onMouseMove);
    document.removeEventListener('mouseup', onMouseUp);
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('keyup', onKey, true);
    onEnd(point, cancelled);
  };
  document.addEventListener('mousemove', onMouseMove);
  document.addEventListener('mouseup', onMouseUp);
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('keyup', onKey, true);
  frame = requestAnimationFrame(pull);
}

export function pointOf(event: {
  readonly clientX: number;
  readonly clientY: number;
  readonly ctrlKey: boolean;
}): DragPoint {
  return { x: event.clientX, y: event.clientY, ctrl: event.ctrlKey };
}

/** How far a place is beyond a stretch; 0 inside. */
function beyond(at: number, from: number, to: number): number {
  if (at < from) return at - from;
  return at > to ? at - to : 0;
}
