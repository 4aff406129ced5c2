/** Texts that were copied from one sheet to another. Linear in the length of all texts. */

const SHINGLE = 6;
const SKETCH = 24;
/** Share of the sketch that must agree. */
const ALIKE = 0.9;

interface Text {
  readonly id: number;
  readonly position: number;
}

/**
 * @param sketch of the text; @param withPiece texts whose sketch has a piece
 * @returns the first earlier text that is nearly the same; short ones say too little to be compared
 */
export function earlierLike<T extends Text>(
  text: T,
  sketch: readonly number[],
  withPiece: (piece: number) => readonly T[],
): T | null {
  if (sketch.length < SKETCH) return null;
  const shared = new Map<T, number>();
  for (const piece of sketch) {
    for (const other of withPiece(piece)) if (isBefore(other, text)) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  const alike = [...shared].flatMap(([other, count]) => (count >= SKETCH * ALIKE ? [other] : []));
  return alike.reduce<T | null>((first, other) => (first === null || isBefore(other, first) ? other : first), null);
}

const isBefore = (one: Text, other: Text) =>
  one.position < other.position || (one.position === other.position && one.id < other.id);

/** The smallest hashes of the text's pieces, in order: two texts share as large a part of them as of their pieces. */
export function sketchOf(text: string): readonly number[] {
  const plain = text.replaceAll(/[\s，。、；：“”（）,.;:()]/g, '');
  const smallest: number[] = [];
  for (let at = 0; at + SHINGLE <= plain.length; at += 1) keepSmallest(smallest, hashOf(plain, at));
  return smallest;
}

/** Puts a hash into its place among the smallest, each held once. */
function keepSmallest(smallest: number[], hash: number): void {
  if (smallest.length === SKETCH && hash >= (smallest[SKETCH - 1] ?? 0)) return;
  const place = smallest.findIndex((kept) => kept >= hash);
  if (place >= 0 && smallest[place] === hash) return;
  smallest.splice(place < 0 ? smallest.length : place, 0, hash);
  if (smallest.length > SKETCH) smallest.pop();
}

/** FNV-1a of the piece that begins here, its bits mixed once more: the smallest must not follow the alphabet. */
function hashOf(text: string, from: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + SHINGLE; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
