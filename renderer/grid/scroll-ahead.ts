/**
 * Tells the virtualizers where the scroller is about to stand, so that the cells there are drawn together with what moves
 * it. By themselves they hear of that only when the next frame begins, and would draw and lay out once more within it.
 */
import { observeElementOffset, type Virtualizer } from '@tanstack/react-virtual';

type Tell = (offset: number, isScrolling: boolean) => void;

/** One direction of scrolling. */
class AxisAhead {
  private seen = 0;
  private tell: Tell = () => undefined;
  private expected: number | null = null;

  /** Where the scroller stands, or soon will. */
  get offset(): number {
    return this.expected ?? this.seen;
  }

  /** For the virtualizer: what it is told of the scroller. That it moves in the other direction is none of it. */
  readonly observe = (virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>, tell: Tell) => {
    this.tell = tell;
    return observeElementOffset(virtualizer, (offset, isScrolling) => {
      const known = offset === this.expected;
      const moved = offset !== this.seen;
      this.expected = null;
      this.seen = offset;
      if (!known && (moved || !isScrolling)) tell(offset, isScrolling);
    });
  };

  /** The scroller will stand there once what is being drawn is there. */
  goTo(offset: number): void {
    if (offset === this.offset) return;
    this.expected = offset;
    this.tell(offset, false);
  }

  /**
   * What was being drawn is there: takes back what did not come true.
   * @param read where the scroller stands; asked only when something was expected, since it lays out the page
   */
  settle(read: () => number): void {
    if (this.expected === null) return;
    const offset = read();
    if (offset === this.expected) return;
    this.expected = null;
    this.tell(offset, false);
  }
}

export class ScrollAhead {
  readonly down = new AxisAhead();
  readonly across = new AxisAhead();
  /** Size of the view when it was last looked at: asking for it while keys come in would lay out the page. */
  size: { readonly width: number; readonly height: number } | null = null;

  settle(scroller: HTMLElement | null): void {
    if (scroller === null) return;
    this.down.settle(() => scroller.scrollTop);
    this.across.settle(() => scroller.scrollLeft);
  }
}
