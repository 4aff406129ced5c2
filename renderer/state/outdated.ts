/** Which answers a change of the book makes old. */
import type { CallName } from '../../shared/api/contract.ts';
import type { EntityName } from '../../shared/entities/index.ts';

interface Question {
  /** Name of the call and its input. */
  readonly queryKey: readonly unknown[];
}

/** Need the whole book; asked for again once a run of edits has come to rest. */
const SLOW: readonly CallName[] = ['overview.get', 'project.overview', 'goal.overview', 'goal.library', 'table.all'];
/** No edit of rows changes them. */
const STEADY: readonly CallName[] = [
  'book.state',
  'book.recent',
  'check.rules',
  'codes.list',
  'choose.list',
  'settings.get',
  'procurement.ruleSets',
  'foreign.sheet',
];

const isAmong = (names: readonly CallName[], { queryKey }: Question) => names.some((each) => each === queryKey[0]);

/** True for a question whose answer needs the whole book. */
export const isSlow = (question: Question): boolean => isAmong(SLOW, question);

/** Tells the questions to be asked again at once when rows of these entities have changed. */
export function outdatedBy(changed: readonly EntityName[]): (question: Question) => boolean {
  return (question) => {
    const name = String(question.queryKey[0]);
    if (name === 'codes.list') return changed.includes('code');
    if (name.endsWith('.list')) return changed.some((entity) => name === `${entity}.list`);
    return !isAmong(STEADY, question) && !isSlow(question);
  };
}
