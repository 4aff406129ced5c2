/**
 * `npm run fuzz [-- --count=20000] [--seed=1] [--target=工作簿]`: files made wrong at random, taken in by the real core.
 * Fails on an error that was not foreseen, on an input that takes longer than five seconds, and on an import that took
 * more or less than it said.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { targets } from './targets.ts';
import type { FuzzOrder, FuzzWord } from './worker.ts';

const ALL = targets.reduce((sum, { share }) => sum + share, 0);
const PATIENCE_MS = 5_000;

const option = (name: string) => process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1];
const total = Number.parseInt(option('count') ?? '20000', 10);
const seed = Number.parseInt(option('seed') ?? '1', 10);
const only = option('target');

interface Outcome {
  readonly taken: number;
  readonly refused: number;
  readonly broken: number;
  readonly hung: boolean;
}

function fuzz(target: string, count: number): Promise<Outcome> {
  const at = new Int32Array(new SharedArrayBuffer(4));
  const order: FuzzOrder = { target, count, seed, at };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: order });
  let broken = 0;
  let last = { input: 0, since: performance.now() };
  return new Promise((resolve, reject) => {
    const watch = setInterval(() => {
      const input = Atomics.load(at, 0);
      if (input !== last.input) last = { input, since: performance.now() };
      else if (input > 0 && performance.now() - last.since > PATIENCE_MS) {
        console.error(`${target}: input of seed ${seed + input - 1} takes longer than ${PATIENCE_MS / 1000} s`);
        end({ taken: 0, refused: 0, broken, hung: true });
      }
    }, 500);
    const end = (outcome: Outcome) => {
      clearInterval(watch);
      void worker.terminate();
      resolve(outcome);
    };
    worker.on('message', (word: FuzzWord) => {
      if (word.kind === 'done') return end({ ...word, broken, hung: false });
      broken += 1;
      if (broken <= 5) console.error(`${target}: seed ${word.seed}\n${word.text}`);
    });
    worker.on('error', (error) => {
      clearInterval(watch);
      reject(error);
    });
  });
}

let inputs = 0;
let wrong = 0;

async function tell({ name, share }: { readonly name: string; readonly share: number }): Promise<void> {
  const count = only === undefined ? Math.ceil((total * share) / ALL) : total;
  const began = performance.now();
  const { taken, refused, broken, hung } = await fuzz(name, count);
  inputs += taken + refused + broken;
  wrong += broken + (hung ? 1 : 0);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  console.log(
    `${name}: ${count} inputs, ${taken} taken, ${refused} refused, ${broken} broken, ${hung ? '1 hung' : '0 hung'}, ${seconds} s`,
  );
}

const waiting = targets.filter((target) => only === undefined || target.name === only);
/** Takes one target after the other, as long as there are any. */
async function work(): Promise<void> {
  for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) await tell(target);
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(`${inputs} inputs, ${wrong} of them broke something (seed ${seed})`);
process.exitCode = wrong === 0 ? 0 : 1;
