/** Texts as people write them in Excel, brought to one form before they are compared. */

/** Whether a cell holds nothing to be seen. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Full-width letters, digits and brackets become half-width, blanks vanish, letters become small. */
export function squeeze(text: string): string {
  // Most cells hold nothing of the kind.
  if (!/[\uFF01-\uFF5E\s\u3000\u00A0A-Z]/.test(text)) return text;
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\u00A0]+/g, '')
    .toLowerCase();
}

function pairs(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const padded = ` ${text} `;
  for (let at = 0; at + 1 < padded.length; at++) {
    const pair = padded.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** How alike two texts are, from 0 (nothing shared) to 1 (equal), by the pairs of neighbouring characters they share. */
function likeness(left: string, right: string): number {
  const leftPairs = pairs(squeeze(left));
  const rightPairs = pairs(squeeze(right));
  let shared = 0;
  let total = 0;
  for (const [pair, count] of leftPairs) {
    shared += Math.min(count, rightPairs.get(pair) ?? 0);
    total += count;
  }
  for (const count of rightPairs.values()) total += count;
  return (2 * shared) / total;
}

/** The `limit` candidates most like `text`, best first; those with next to nothing in common are left out. */
export function closest<T>(
  text: string,
  candidates: readonly T[],
  nameOf: (candidate: T) => string,
  limit: number,
): readonly T[] {
  return candidates
    .map((candidate) => ({ candidate, score: likeness(text, nameOf(candidate)) }))
    .filter(({ score }) => score >= 0.34)
    .sort((left, right) => right.score - left.score)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}
