/** Row ids as runs of ids that follow one another: a pasted block of a thousand rows is one. */

/** First and last id of a run. */
export type IdRun = readonly [number, number];

/** Ids, each once, in any order, as runs in ascending order. */
export function runsOf(ids: Iterable<number>): readonly IdRun[] {
  const runs: [number, number][] = [];
  for (const id of [...ids].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && id === last[1] + 1) last[1] = id;
    else runs.push([id, id]);
  }
  return runs;
}

/** The ids of runs. */
export function idsOf(runs: readonly IdRun[]): readonly number[] {
  return runs.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
}
