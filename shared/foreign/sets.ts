/** A department's workbook may hold the tables of several units, a set for each: told apart by the names they are headed with. */
import { squeeze } from '../intake/text.ts';

/** What tells whose table a piece is. */
export interface Named {
  readonly no: number;
  /** Null where the piece is not headed with a unit. */
  readonly unitName: string | null;
}

/** Fewer tables under one name are a slip of the name. */
const LEAST_TABLES = 3;

export interface Sets {
  /** Names of the units, in the order of the workbook; one, perhaps empty, where there is but one set. */
  readonly names: readonly string[];
  /** By piece: place of its set. */
  readonly of: readonly number[];
}

/**
 * @param pieces tables in the order of the workbook
 * @param usual the name of the only set
 */
export function setsOf(pieces: readonly Named[], usual: string): Sets {
  const tables = new Map<string, Set<number>>();
  for (const { no, unitName } of pieces) {
    if (unitName === null) continue;
    const name = squeeze(unitName);
    tables.set(name, (tables.get(name) ?? new Set()).add(no));
  }
  const names = [...tables].flatMap(([name, numbers]) => (numbers.size < LEAST_TABLES ? [] : [name]));
  const isRepeated = names.some((name, at) =>
    names.slice(0, at).some((other) => [...(tables.get(name) ?? [])].some((no) => tables.get(other)?.has(no))),
  );
  if (!isRepeated) return { names: [usual], of: pieces.map(() => 0) };
  const own = pieces.map(({ unitName }) => (unitName === null ? -1 : names.indexOf(squeeze(unitName))));
  let last = own.find((set) => set >= 0) ?? 0;
  return {
    names: names.map(
      (name) => pieces.find(({ unitName }) => unitName !== null && squeeze(unitName) === name)?.unitName ?? name,
    ),
    // What says nothing of its own goes with what stands before it.
    of: own.map((set) => {
      if (set >= 0) last = set;
      return last;
    }),
  };
}
