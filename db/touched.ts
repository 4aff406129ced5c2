/** Which rows a change, undo or redo touched, read off its steps. */
import type { EntityName } from '../shared/entities/index.ts';
import type { Step, Touched } from './book.ts';

/** Beyond this many rows of one entity it is quicker to read the entity anew than to follow single rows. */
const MANY = 2_000;

/** Row ids by entity; null where there are too many to name. */
export function touchedBy(steps: readonly Step[]): Touched {
  const touched = new Map<EntityName, Set<number> | null>();
  for (const step of steps) {
    const known = touched.get(step.entity);
    if (known === null) continue;
    const ids = known ?? new Set<number>();
    touched.set(step.entity, addIds(ids, step) ? ids : null);
  }
  return touched;
}

/** False when the step touches too many rows. */
function addIds(ids: Set<number>, step: Step): boolean {
  switch (step.kind) {
    case 'insert':
      for (const [first, last] of step.ranges) {
        if (ids.size + last - first >= MANY) return false;
        for (let id = first; id <= last; id += 1) ids.add(id);
      }
      return true;
    case 'remove':
      if (ids.size + step.rows.length > MANY) return false;
      // The first column of every image is the row's id.
      for (const [id] of step.rows) if (typeof id === 'number') ids.add(id);
      return true;
    case 'update':
      if (ids.size + step.rows.length > MANY) return false;
      for (const [id] of step.rows) ids.add(id);
      return true;
  }
}
