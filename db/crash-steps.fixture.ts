/** What the worker of the crash tests does in which step. */

/** Lines of one import. */
const IMPORTED = 40;
/** Lines of a book of the oldest version. */
export const OLD_LINES = 400;
const IMPORT_EVERY = 7;

/** How many lines a step of `edit` adds; all bear the step's number as amount. */
export const linesOf = (step: number) => (step % IMPORT_EVERY === 0 ? IMPORTED : 1);
