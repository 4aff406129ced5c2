/**
 * Times what we do beside its reference, interleaved in the same run: the machine's mood hits both alike, and only the
 * ratio is compared with the goal.
 */

/** What is timed, ready to run. Both do the same work; each call is one measurement. */
export interface Pair {
  ours(): unknown | Promise<unknown>;
  reference(): unknown | Promise<unknown>;
  /** Removes files, closes books. */
  done?(): unknown | Promise<unknown>;
}

/** `atMost` 1.3: ours may take 1.3 times the reference's time. `atLeast` 60: the reference takes 60 times ours or more. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

export interface Benchmark {
  readonly name: string;
  readonly goal: Goal;
  /** Measurements of each side; the first round before them is thrown away. */
  readonly rounds: number;
  prepare(): Pair | Promise<Pair>;
}

export interface Result {
  readonly name: string;
  readonly goal: Goal;
  /** Medians in milliseconds. */
  readonly ours: number;
  readonly reference: number;
  /** ours ÷ reference for `atMost`, reference ÷ ours for `atLeast`: compared with the goal as it stands. */
  readonly ratio: number;
  readonly met: boolean;
}

/** Middle value; the mean of the two middle ones of an even count. In: at least one number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** Compares two medians with a goal. */
export function judge(name: string, goal: Goal, ours: number, reference: number): Result {
  const ratio = 'atMost' in goal ? ours / reference : reference / ours;
  const met = 'atMost' in goal ? ratio <= goal.atMost : ratio >= goal.atLeast;
  return { name, goal, ours, reference, ratio, met };
}

async function timed(task: () => unknown | Promise<unknown>): Promise<number> {
  const began = performance.now();
  await task();
  return performance.now() - began;
}

/** Runs one benchmark. `clock` times a task in milliseconds; a test gives its own. */
export async function measure(benchmark: Benchmark, clock: typeof timed = timed): Promise<Result> {
  const pair = await benchmark.prepare();
  const ours: number[] = [];
  const reference: number[] = [];
  try {
    for (let round = 0; round <= benchmark.rounds; round += 1) {
      // Who goes first alternates, so that neither always runs on the caches the other has warmed.
      const sides = [
        async () => ours.push(await clock(() => pair.ours())),
        async () => reference.push(await clock(() => pair.reference())),
      ];
      for (const side of round % 2 === 0 ? sides : sides.reverse()) await side();
    }
  } finally {
    await pair.done?.();
  }
  return judge(benchmark.name, benchmark.goal, median(ours.slice(1)), median(reference.slice(1)));
}

const milliseconds = (value: number) => (value < 10 ? value.toPrecision(3) : String(Math.round(value)));

/** One line of the printed table. */
export function lineOf(result: Result): readonly string[] {
  const goal = 'atMost' in result.goal ? `≤ ${result.goal.atMost}×` : `≥ ${result.goal.atLeast}×`;
  return [
    result.name,
    `${milliseconds(result.ours)} ms`,
    `${milliseconds(result.reference)} ms`,
    `${result.ratio.toPrecision(3)}×`,
    goal,
    result.met ? 'met' : 'MISSED',
  ];
}

/** Lays lines out in columns, the first to the left, the others to the right. */
export function columns(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_cell, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) =>
      line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
}
