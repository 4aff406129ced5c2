/** The order in which findings are told. */
import { type KeptFinding, SEVERITY_ORDER } from './finding.ts';

/** Errors first, then as the rules come, then as the book does. */
export function inOrder(left: KeptFinding, right: KeptFinding): number {
  const bySeverity = SEVERITY_ORDER[left.severity] - SEVERITY_ORDER[right.severity];
  if (bySeverity !== 0) return bySeverity;
  for (const [index, place] of left.order.entries()) {
    const difference = place - (right.order[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Sorts findings of which a few have changed without comparing all of them again.
 * @param before as they were, in order
 * @param now as they are, by key
 * @param changed keys of those that are new or say something else; some of them may have gone since
 */
export function sortedAnew(
  before: readonly KeptFinding[],
  now: ReadonlyMap<string, KeptFinding>,
  changed: ReadonlySet<string>,
): readonly KeptFinding[] {
  if (changed.size * 4 > now.size) return [...now.values()].sort(inOrder);
  const added = [...changed].flatMap((key) => now.get(key) ?? []).sort(inOrder);
  const sorted: KeptFinding[] = [];
  let next = 0;
  for (const finding of before) {
    if (changed.has(finding.key) || !now.has(finding.key)) continue;
    for (let first = added[next]; first !== undefined && inOrder(first, finding) < 0; first = added[next]) {
      sorted.push(first);
      next += 1;
    }
    sorted.push(finding);
  }
  return [...sorted, ...added.slice(next)];
}
