/** Plain values that the calls about backups return. */
import type { Fen } from '../money/fen.ts';

export interface BackupEntry {
  /** File name of the backup. */
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly reason: string;
  readonly bytes: number;
}

export interface BackupList {
  /** The book they belong to: the open one, or the one that could not be opened. */
  readonly book: string;
  /** Whether that book is open; a damaged one is not. */
  readonly open: boolean;
  /** Newest first. */
  readonly backups: readonly BackupEntry[];
}

interface Sums {
  readonly lines: number;
  readonly income: Fen;
  readonly expenditure: Fen;
}

/** One record that the backup and the book hold differently. */
export interface BackupRecord {
  /** `onlyNow`: entered after the backup, gone when it is restored. `onlyThen`: removed since, back then. */
  readonly kind: 'onlyNow' | 'onlyThen' | 'changed';
  /** Chinese name of the kind of record. */
  readonly entity: string;
  readonly name: string;
  readonly fields: readonly { readonly label: string; readonly past: string; readonly present: string }[];
}

export interface BackupComparison {
  readonly budgets: readonly { readonly name: string; readonly past: Sums; readonly present: Sums | null }[];
  readonly counts: readonly {
    readonly entity: string;
    readonly onlyThen: number;
    readonly onlyNow: number;
    readonly changed: number;
  }[];
  readonly records: readonly BackupRecord[];
  /** Differing records that are not listed. */
  readonly more: number;
}
