/** Collects the steps of one change, keeping the journal small: a paste of 30 rows is one step, not thirty. */
import type { Step } from './book.ts';

export interface Recorder {
  /** The steps so far, in the order they were done. */
  readonly steps: readonly Step[];
  record(step: Step): void;
}

/** Starts collecting. Consecutive insertions into, or updates of, one entity become one step; adjoining ids one range. */
export function recorder(): Recorder {
  const steps: Step[] = [];
  /** The end of the last step while it may still grow. */
  let ranges: [number, number][] = [];
  let updates: Extract<Step, { kind: 'update' }>['rows'][number][] = [];
  return {
    steps,
    record: (step) => {
      const last = steps.at(-1);
      const same = last?.kind === step.kind && last.entity === step.entity;
      switch (step.kind) {
        case 'insert':
          if (step.again) {
            steps.push(step);
            return;
          }
          if (!same || (last?.kind === 'insert' && last.again)) {
            ranges = [];
            steps.push({ entity: step.entity, kind: 'insert', ranges });
          }
          for (const [first, end] of step.ranges) {
            const before = ranges.at(-1);
            if (before !== undefined && before[1] + 1 === first) before[1] = end;
            else ranges.push([first, end]);
          }
          return;
        case 'update':
          if (!same) {
            updates = [];
            steps.push({ entity: step.entity, kind: 'update', rows: updates });
          }
          for (const row of step.rows) updates.push(row);
          return;
        case 'remove':
          steps.push(step);
      }
    },
  };
}
