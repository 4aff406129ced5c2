/** The rows that are part of steps on their way to the book. */
import type { Step } from './save-queue.ts';

export class RowsUnderWay {
  /** The keys of the rows to be saved, by step: a row may be in several. */
  private readonly steps = new Map<Step, Set<string>>();

  has(key: string): boolean {
    for (const keys of this.steps.values()) if (keys.has(key)) return true;
    return false;
  }

  keys(): readonly string[] {
    return [...this.steps.values()].flatMap((keys) => [...keys]);
  }

  /** A step was made. */
  begin(step: Step): void {
    this.steps.set(step, new Set(step.save.map(({ key }) => key)));
  }

  /** A step was answered. */
  end(step: Step): void {
    this.steps.delete(step);
  }

  /** A row goes by another key from now on. */
  rename(from: string, to: string): void {
    for (const keys of this.steps.values()) if (keys.delete(from)) keys.add(to);
  }
}
