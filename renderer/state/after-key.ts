/** What follows from a key without being its answer, such as the sum of what is selected: of each key only the last is told. */
import { keyDrawn } from './key-first.ts';
import { within } from './within.ts';

/** Nobody waits longer for the sum of rows that are still being saved. */
const LONGEST_MS = 100;

export class AfterKey {
  private last = 0;

  /** Tells at once; what still waits is out of date by that. */
  now(tell: () => void): void {
    this.last += 1;
    tell();
  }

  /**
   * Tells once the last key is drawn, and together with what is saved where that takes no longer than one would notice: a
   * frame of its own would hold up the next. Not when something else is told meanwhile.
   */
  async later(saved: Promise<void>, tell: () => void): Promise<void> {
    this.last += 1;
    const mine = this.last;
    await keyDrawn();
    await within(LONGEST_MS, saved);
    if (this.last === mine) tell();
  }

  /** Nothing that still waits is told. */
  stop(): void {
    this.last += 1;
  }
}
