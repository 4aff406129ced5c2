/**
 * Prints how long a message waits, in ms: `ours` while a book of 100,000 lines is being checked, `bare` while slices of the
 * same length do nothing but pass the time.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { createCheckers } from '../../electron/core/checks/checkers.ts';
import { BUDGET, openDesk } from './checking.ts';

/** As long as the core's own slices. */
const SLICE_MS = 4;

/** Sends the time every millisecond from a thread of its own, as keys come whatever the core does. */
const SENDER = `
  const { parentPort } = require('node:worker_threads');
  setInterval(() => parentPort.postMessage(performance.timeOrigin + performance.now()), 1);
`;

/** How long messages wait until told to stop: the longest but one in a hundred, in ms. */
async function waits(isDone: () => boolean): Promise<number> {
  const sender = new Worker(SENDER, { eval: true });
  const all: number[] = [];
  await new Promise<void>((resolve) => {
    sender.on('message', (sent: number) => {
      all.push(performance.timeOrigin + performance.now() - sent);
      if (isDone()) resolve();
    });
  });
  await sender.terminate();
  const sorted = all.sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
}

async function whileChecking(): Promise<number> {
  const { book, cache, close } = openDesk();
  let isDone = false;
  const checkers = createCheckers({ book, cache: () => cache, tell: () => undefined });
  const all = checkers.whole(BUDGET).then(() => {
    isDone = true;
  });
  const wait = await waits(() => isDone);
  await all;
  close();
  return wait;
}

async function whilePassingTime(): Promise<number> {
  const until = performance.now() + 1_000;
  const isDone = () => performance.now() > until;
  const wait = waits(isDone);
  while (!isDone()) {
    const end = performance.now() + SLICE_MS;
    while (performance.now() < end);
    await turn();
  }
  return wait;
}

console.log(String(await (process.argv[2] === 'ours' ? whileChecking() : whilePassingTime())));
