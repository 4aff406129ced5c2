/** One target fuzzed in a thread of its own, so that one that never comes back can be seen and stopped. */
import { parentPort, workerData } from 'node:worker_threads';
import { openDesk } from './desk.ts';
import { randomFrom } from './mutate.ts';
import { targets } from './targets.ts';

export interface FuzzOrder {
  readonly target: string;
  readonly count: number;
  readonly seed: number;
  /** [0]: the input being taken in, from 1. */
  readonly at: Int32Array;
}

export type FuzzWord =
  | { readonly kind: 'broken'; readonly seed: number; readonly text: string }
  | { readonly kind: 'done'; readonly taken: number; readonly refused: number };

// Sent by run.ts, which makes it of this type.
const order = workerData as FuzzOrder;
const say = (word: FuzzWord) => parentPort?.postMessage(word);

const target = targets.find(({ name }) => name === order.target);
if (target === undefined) throw new Error(`no target ${order.target}`);
const desk = await openDesk();
const became = { taken: 0, refused: 0 };
for (let input = 0; input < order.count; input += 1) {
  const seed = order.seed + input;
  Atomics.store(order.at, 0, input + 1);
  try {
    became[await target.run(desk, randomFrom(seed))] += 1;
    if (Object.keys(Object.prototype).length > 0 || 'polluted' in {}) throw new Error('Object.prototype was changed');
  } catch (error) {
    say({ kind: 'broken', seed, text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
await desk.close();
say({ kind: 'done', ...became });
