/** What the core tells the window without being asked. */
import type { EntityName } from '../entities/index.ts';
import type { IdRun } from './id-runs.ts';
import type { BookState } from './types.ts';

export interface JobProgress {
  readonly jobId: string;
  readonly title: string;
  readonly done: number;
  /** 0 when unknown. */
  readonly total: number;
  readonly finished: boolean;
}

/** The shell without native dialogs asks the window to show the in-window chooser. */
export interface ChooseAsked {
  readonly askId: string;
  readonly mode: 'open' | 'save' | 'folder';
  readonly title: string;
  readonly suggestedName: string;
  /** Extensions without dot, e.g. `['ysb']`. */
  readonly extensions: readonly string[];
}

/** How far the checks of a budget are. Whoever shows findings asks `check.changes` then. */
export interface ChecksProgress {
  readonly budgetId: number;
  readonly version: number;
  /** Rows looked at, of `total`. */
  readonly done: number;
  readonly total: number;
  readonly finished: boolean;
}

export type CoreEvent =
  | {
      readonly name: 'book.changed';
      readonly payload: {
        readonly state: BookState;
        readonly entities: readonly EntityName[];
        /** The rows that changed, came or went, of entities of which few did; of all others any may have. */
        readonly rows: Readonly<Partial<Record<EntityName, readonly IdRun[]>>>;
      };
    }
  | { readonly name: 'book.closed'; readonly payload: null }
  /** Something the user should know that no call of the window was about. */
  | {
      readonly name: 'notice';
      readonly payload: { readonly kind: 'info' | 'trouble'; readonly sentence: string; readonly remedy: string };
    }
  | { readonly name: 'checks.changed'; readonly payload: ChecksProgress }
  | { readonly name: 'job.progress'; readonly payload: JobProgress }
  | { readonly name: 'choose.asked'; readonly payload: ChooseAsked };
