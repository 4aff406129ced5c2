/** Texts that were copied from one sheet to another. Linear in the length of all texts. */

const SHINGLE = 6;
const SKETCH = 24;
/** Share of the sketch that must agree. */
const ALIKE = 0.9;

/**
 * @param texts one text per sheet, in book order; short ones say too little to be compared
 * @returns for each id the first earlier one with nearly the same text
 */
export function repeatedTexts(texts: readonly (readonly [number, string])[]): ReadonlyMap<number, number> {
  const firstWith = new Map<number, number>();
  const repeated = new Map<number, number>();
  for (const [id, text] of texts) {
    const sketch = sketchOf(text);
    const shared = new Map<number, number>();
    for (const value of sketch) {
      const earlier = firstWith.get(value);
      if (earlier === undefined) firstWith.set(value, id);
      else shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
    }
    for (const [earlier, count] of shared) {
      if (sketch.length === SKETCH && count >= SKETCH * ALIKE) repeated.set(id, earlier);
    }
  }
  return repeated;
}

/** The smallest hashes of the text's pieces, in order: two texts share as large a part of them as of their pieces. */
function sketchOf(text: string): readonly number[] {
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
