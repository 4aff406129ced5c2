/** Whether an undo or redo is on its way: the grid that shows what it changed goes there. */

/** `null`: none; else what it is called. */
let waiting: string | null = null;

/** How long the rows of a grid take to come, at most. */
const PATIENCE_MS = 1_500;

/**
 * Notes that a step is being undone or redone.
 * @param unseen hears it when no grid on screen showed what was changed
 */
export function undoBegins(label: string, unseen: (label: string) => void): void {
  waiting = label;
  setTimeout(() => {
    if (waiting !== label) return;
    waiting = null;
    unseen(label);
  }, PATIENCE_MS);
}

/** Answers whether rows that have just come anew are those of an undo, which is then seen. */
export function takesUndo(): boolean {
  const taken = waiting !== null;
  waiting = null;
  return taken;
}
