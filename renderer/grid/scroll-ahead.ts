/**
 * Tells the virtualizer where the scroller is about to stand, so that the rows there are drawn together with what moves
 * it. By itself it hears of that only when the next frame begins, and would draw and lay out once more within it.
 */
import { observeElementOffset, type Virtualizer } from '@tanstack/react-virtual';

type Tell = (offset: number, isScrolling: boolean) => void;

export class ScrollAhead {
  /** Height of the view when it was last looked at: asking for it while keys come in would lay out the page. */
  height = 0;
  private offset = 0;
  private tell: Tell = () => undefined;
  private expected: number | null = null;

  /** Where the scroller stands, or soon will. */
  get top(): number {
    return this.expected ?? this.offset;
  }

  /** For the virtualizer: what it is told of the scroller. */
  readonly observe = (virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>, tell: Tell) => {
    this.tell = tell;
    return observeElementOffset(virtualizer, (offset, isScrolling) => {
      const known = offset === this.expected;
      this.expected = null;
      this.offset = offset;
      if (!known) tell(offset, isScrolling);
    });
  };

  /** The scroller will stand at `top` once what is being drawn is there. */
  goTo(top: number): void {
    if (top === this.top) return;
    this.expected = top;
    this.tell(top, false);
  }

  /** What was being drawn is there: takes back what did not come true. */
  settle(scroller: HTMLElement | null): void {
    if (this.expected === null || scroller === null || scroller.scrollTop === this.expected) return;
    this.expected = null;
    this.tell(scroller.scrollTop, false);
  }
}
