/** Which goal sheet is looked at: that of a project, or the unit's overall one. Kept while the window is open. */
import { createSignal } from '../state/signal.ts';
import type { GoTo } from '../state/window-state.ts';

/** Id of a project; null for the unit as a whole. */
export type Subject = number | null;

/** What was last looked at in each budget. */
export const lastSubject = createSignal<ReadonlyMap<number, Subject>>(new Map());

export function lookAt(budgetId: number, subject: Subject): void {
  lastSubject.set(new Map(lastSubject.get()).set(budgetId, subject));
}

export interface Target {
  readonly subject: Subject;
  /** A field of the sheet to go to. */
  readonly field: string | null;
  readonly indicator: { readonly id: number; readonly field: string | null } | null;
}

/**
 * Where a request to go somewhere leads on this page; null for one that is about something else.
 * @param projectOf the project of a stored goal sheet; undefined when there is none of this id
 * @param sheetOf the sheet of an indicator; null while it is not known
 */
export function targetOf(
  goTo: GoTo | null,
  projectOf: (sheetId: number) => Subject | undefined,
  sheetOf: number | null,
): Target | null {
  if (goTo?.kind !== 'row') return null;
  const { entity, id, field } = goTo;
  if (entity === 'project') return { subject: id, field: null, indicator: null };
  if (entity === 'unit') return { subject: null, field: null, indicator: null };
  const sheetId = entity === 'goalSheet' ? id : entity === 'indicator' ? sheetOf : null;
  const subject = sheetId === null ? undefined : projectOf(sheetId);
  if (subject === undefined) return null;
  return { subject, field, indicator: entity === 'indicator' ? { id, field } : null };
}
