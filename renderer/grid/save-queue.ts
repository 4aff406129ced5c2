/** Sends the steps of one grid to the core one after the other, in the order they were made. */
import type { Values } from '../../shared/intake/values.ts';
import type { ReadyRows, SaveRow } from './saving.ts';

/** What a step saves where it lies ready in the core. */
export interface ReadyBlock extends ReadyRows {
  readonly save: Step['save'];
  /** The same as they would be sent. */
  readonly rows: readonly SaveRow[];
  /** Their ids. */
  readonly ids: readonly number[];
}

export interface Step {
  /** Name of the step in history. */
  readonly label: string;
  readonly save: readonly {
    readonly key: string;
    readonly values: Values;
    /** Where a stored row is to stand from now on. */
    readonly position?: number | null;
  }[];
  /** Keys of rows that go. */
  readonly remove: readonly string[];
  /** Where the rows to be saved lie ready in the core: nothing else is sent. */
  readonly ready?: ReadyBlock;
}

export class SaveQueue {
  private readonly steps: Step[] = [];
  private running: Promise<void> | null = null;
  private readonly send: (step: Step) => Promise<void>;

  /** @param send carries one step to the core; it deals with failures itself and never rejects */
  constructor(send: (step: Step) => Promise<void>) {
    this.send = send;
  }

  get busy(): boolean {
    return this.running !== null;
  }

  push(step: Step): void {
    this.steps.push(step);
    this.running ??= this.run();
  }

  /** Resolves when everything pushed so far has been answered. */
  async idle(): Promise<void> {
    while (this.running !== null) await this.running;
  }

  private async run(): Promise<void> {
    for (;;) {
      const step = this.steps.shift();
      if (step === undefined) break;
      await this.send(step);
    }
    this.running = null;
  }
}
