/** How long the program waits before it does something by itself. The user chooses, per book; kept as settings of the book. */

export interface Pause {
  /** Key of the setting. */
  readonly key: string;
  /** Minutes to choose from. */
  readonly choices: readonly number[];
  readonly standard: number;
}

/** How long a change may go without a backup. */
export const BACKUP_PAUSE: Pause = { key: 'backupMinutes', choices: [2, 5, 10, 20, 30, 60], standard: 10 };
/** How long a book with a password stays open without a key or the mouse. */
export const LOCK_PAUSE: Pause = { key: 'lockMinutes', choices: [2, 5, 10, 15, 30, 60], standard: 15 };

/** The minutes that a stored setting means; whatever is no choice means the standard. */
export function minutesOf(pause: Pause, stored: string | null): number {
  return pause.choices.find((minutes) => String(minutes) === stored) ?? pause.standard;
}
