/** Which of the program's own backups have been overtaken by newer ones. */
import { OWN_REASONS } from './names.ts';

/** The newest ones stay whatever their age. */
const NEWEST = 10;
/** Then the last one of each of the newest days, */
const DAYS = 14;
/** and of each of the newest months that have any. */
const MONTHS = 12;

interface Dated {
  readonly at: Date;
  readonly reason: string;
}

/**
 * The backups that may go. Never one that the user asked for (its reason is none of ours), never the newest.
 * Days and months are counted by the backups there are, not by the calendar: a book that lay untouched for a year
 * keeps what it had.
 */
export function outdated<B extends Dated>(backups: readonly B[]): readonly B[] {
  const own = backups
    .filter(({ reason }) => OWN_REASONS.some((each) => reason.startsWith(each)))
    .sort((left, right) => right.at.getTime() - left.at.getTime());
  const kept = new Set([
    ...own.slice(0, NEWEST),
    ...lastOfEach(own, DAYS, ({ at }) => `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`),
    ...lastOfEach(own, MONTHS, ({ at }) => `${at.getFullYear()}-${at.getMonth()}`),
  ]);
  return own.filter((backup) => !kept.has(backup));
}

/** The newest backup of each of the newest `most` periods. In: newest first. */
function lastOfEach<B extends Dated>(newestFirst: readonly B[], most: number, periodOf: (backup: B) => string): B[] {
  const byPeriod = new Map<string, B>();
  for (const backup of newestFirst) {
    const period = periodOf(backup);
    if (!byPeriod.has(period)) byPeriod.set(period, backup);
  }
  return [...byPeriod.values()].slice(0, most);
}
