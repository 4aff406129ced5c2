/** Names that classifications no longer use, and slips often seen in names. */
import oldNames from './data/old-names.json' with { type: 'json' };

const NAMES = new Map(oldNames.names.map(([old = '', current = '']) => [old, current]));
const SLIPS: readonly (readonly string[])[] = oldNames.slips;

/** The name a classification uses now for an old one, or null when the name is not known as old. */
export function currentName(name: string): string | null {
  return NAMES.get(name) ?? null;
}

/** A wrong word inside a name and the right one, or null. */
export function slipIn(name: string): { readonly wrong: string; readonly right: string } | null {
  const [wrong, right] = SLIPS.find(([slip]) => slip !== undefined && name.includes(slip)) ?? [];
  return wrong === undefined || right === undefined ? null : { wrong, right };
}

/** Shorter old names are words of every day, too. */
const LEAST = 8;

/** An old name inside a text and the one used now, or null. */
export function oldNameIn(text: string): { readonly old: string; readonly current: string } | null {
  for (const [old, current] of NAMES) {
    if (old.length >= LEAST && text.replaceAll(`${old}人员`, '').includes(old)) return { old, current };
  }
  return null;
}
