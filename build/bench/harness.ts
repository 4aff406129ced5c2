/**
 * Times what we do beside its reference, interleaved in the same run: the machine's mood hits both alike. Most goals are
 * about the ratio of both. A goal of its own unit is for what users feel as such, a frame or a key; there the reference
 * shows what the machine gave at that moment to somebody who does next to nothing.
 */

/** What is measured, ready to run. Both do the same work; each call is one measurement. */
export interface Pair<Answer = unknown> {
  ours(): Answer | Promise<Answer>;
  reference(): Answer | Promise<Answer>;
  /** Removes files, closes books. */
  done?(): unknown | Promise<unknown>;
}

/** `atMost` 1.3: ours may take 1.3 times the reference's time. `atLeast` 60: the reference takes 60 times ours or more. */
export type RatioGoal = { readonly atMost: number } | { readonly atLeast: number };
/** Ours itself stays within so many of the unit. */
export interface WithinGoal {
  readonly within: number;
  readonly unit: 'ms' | 'MB';
}
export type Goal = RatioGoal | WithinGoal;

interface Measured {
  readonly name: string;
  /** Measurements of each side; the first round before them is thrown away. */
  readonly rounds: number;
}

/** Both sides are timed. */
interface TimedBenchmark extends Measured {
  readonly goal: RatioGoal;
  prepare(): Pair | Promise<Pair>;
}

/** Each side answers a figure in the goal's unit, e.g. the time of its slowest frames. */
interface ReadBenchmark extends Measured {
  readonly goal: WithinGoal;
  prepare(): Pair<number> | Promise<Pair<number>>;
}

export type Benchmark = TimedBenchmark | ReadBenchmark;

export interface Result {
  readonly name: string;
  readonly goal: Goal;
  /** Medians, in milliseconds or the goal's unit. */
  readonly ours: number;
  readonly reference: number;
  /** reference ÷ ours for `atLeast`, else ours ÷ reference. */
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
  if ('within' in goal) return { name, goal, ours, reference, ratio: ours / reference, met: ours <= goal.within };
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
  const pair = await figures(benchmark, clock);
  const ours: number[] = [];
  const reference: number[] = [];
  try {
    for (let round = 0; round <= benchmark.rounds; round += 1) {
      // Who goes first alternates, so that neither always runs on the caches the other has warmed.
      const sides = [async () => ours.push(await pair.ours()), async () => reference.push(await pair.reference())];
      for (const side of round % 2 === 0 ? sides : sides.reverse()) await side();
    }
  } finally {
    await pair.done?.();
  }
  return judge(benchmark.name, benchmark.goal, median(ours.slice(1)), median(reference.slice(1)));
}

/** Both sides as figures: what they answer, or how long they took. */
async function figures(benchmark: Benchmark, clock: typeof timed): Promise<Pair<number>> {
  if ('within' in benchmark.goal) return (benchmark as ReadBenchmark).prepare();
  const pair = await benchmark.prepare();
  return {
    ours: () => clock(() => pair.ours()),
    reference: () => clock(() => pair.reference()),
    done: () => pair.done?.(),
  };
}

const shown = (value: number) => (value < 100 ? value.toPrecision(3) : String(Math.round(value)));

/** One line of the printed table. */
export function lineOf({ name, goal, ours, reference, ratio, met }: Result): readonly string[] {
  const unit = 'within' in goal ? goal.unit : 'ms';
  return [
    name,
    `${shown(ours)} ${unit}`,
    `${shown(reference)} ${unit}`,
    `${ratio.toPrecision(3)}×`,
    'within' in goal ? `≤ ${goal.within} ${unit}` : 'atMost' in goal ? `≤ ${goal.atMost}×` : `≥ ${goal.atLeast}×`,
    met ? 'met' : 'MISSED',
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
