/** Finds choices by what an accountant types: number, name, part of a name, or pinyin initials. */
import type { CellValue, Choice } from './values.ts';

/** Full-width letters and digits become plain; letters become small. */
export function normalise(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .trim()
    .toLowerCase();
}

/** Smaller is better; null is no match. */
function rank(choice: Choice, query: string): number | null {
  const label = choice.label.toLowerCase();
  const code = choice.code.toLowerCase();
  if (code === query || label === query) return 0;
  if (code.startsWith(query) && code !== '') return 1;
  if (label.startsWith(query)) return 2;
  if (choice.initials.startsWith(query) && choice.initials !== '') return 3;
  if (label.includes(query)) return 4;
  if (choice.initials.includes(query) && choice.initials !== '') return 5;
  if (query.length > 1 && choice.path.toLowerCase().includes(query)) return 6;
  return null;
}

/**
 * The choices that match, best first; equal ones in their own order, recently used ones before others.
 * An empty query matches everything.
 * @param recent values used lately, newest first
 * @param limit how many to answer at most
 */
export function matchChoices(
  choices: readonly Choice[],
  typed: string,
  recent: readonly CellValue[],
  limit: number,
): readonly Choice[] {
  const query = normalise(typed);
  const age = (choice: Choice) => {
    const place = recent.indexOf(choice.value);
    return place < 0 ? recent.length : place;
  };
  const found: { readonly choice: Choice; readonly rank: number; readonly age: number }[] = [];
  for (const choice of choices) {
    const place = query === '' ? 0 : rank(choice, query);
    if (place !== null) found.push({ choice, rank: place, age: age(choice) });
  }
  return found
    .sort((left, right) => left.rank - right.rank || left.age - right.age)
    .slice(0, limit)
    .map(({ choice }) => choice);
}
