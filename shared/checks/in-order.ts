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
