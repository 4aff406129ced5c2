/**
 * Processor time that the host of a virtual machine gives to others while we measure. A goal in milliseconds is about
 * processors that are there: of 44 pasted blocks those from which nothing was stolen had a median of 45 ms, those from
 * which 10 ms were stolen 55, and from 30 ms on 83. So what was stolen from is measured again.
 */
import { readFileSync } from 'node:fs';

/** Where Linux counts it, in ticks of 10 ms over all processors. */
const COUNTS = '/proc/stat';
/** Its place in the first line: cpu, user, nice, system, idle, iowait, irq, softirq, steal. */
const STEAL = 8;

/** Ticks stolen since the machine started; 0 where nobody counts them. */
function stolenTicks(): number {
  try {
    return stolenIn(readFileSync(COUNTS, 'utf8'));
  } catch {
    return 0;
  }
}

/** The same in the text of that file. */
export const stolenIn = (counts: string): number =>
  Number.parseInt(counts.split('\n', 1)[0]?.split(/\s+/)[STEAL] ?? '0', 10);

/** What was measured, and the ticks that were stolen meanwhile. */
export interface Watched {
  readonly value: number;
  readonly stolen: number;
}

/** Watches one measurement. */
export async function watched(measure: () => Promise<number>, ticks: () => number = stolenTicks): Promise<Watched> {
  const before = ticks();
  const value = await measure();
  return { value, stolen: ticks() - before };
}

/** Measures until nothing is stolen, at most `tries` times; answers the figure from which least was. */
export async function leastDisturbed(tries: number, measure: () => Promise<Watched>): Promise<number> {
  let least = await measure();
  for (let left = tries - 1; left > 0 && least.stolen > 0; left--) {
    const next = await measure();
    if (next.stolen < least.stolen) least = next;
  }
  return least.value;
}
