/** Which goal sheets are to be printed. */
import type { PrintableSheet } from '../../shared/api/types.ts';

export type Ticks = ReadonlySet<number>;

/** Ticks or unticks some sheets and leaves the others. */
export function ticked(ticks: Ticks, ids: Iterable<number>, on: boolean): Ticks {
  const next = new Set(ticks);
  for (const id of ids) {
    if (on) next.add(id);
    else next.delete(id);
  }
  return next;
}

/** Sheets whose number or name has all the words that were typed. */
export function matching(sheets: readonly PrintableSheet[], typed: string): readonly PrintableSheet[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return sheets;
  return sheets.filter(({ number, subject }) => {
    const text = `${number} ${subject}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
