/**
 * Collects short-lived garbage while nobody waits. V8 does so when its young generation is full, which is in the middle
 * of whatever fills it: a pasted block of 1,000 rows stood still for 10 to 25 ms for what calls before it had left.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So long after the last call nobody is in the middle of something. */
const REST_MS = 500;

type Collect = (options: { readonly type: 'minor' }) => void;

export interface MemoryTidier {
  /** A call has come: the rest begins anew. */
  called(): void;
  stop(): void;
}

/** @param collect V8's collector, asked for when it is needed first */
export function createMemoryTidier(collect: () => Collect | null = collector): MemoryTidier {
  let run: Collect | null | undefined;
  let timer: NodeJS.Timeout | undefined;
  const tidy = () => {
    if (run === undefined) run = collect();
    run?.({ type: 'minor' });
  };
  return {
    called: () => {
      timer = timer?.refresh() ?? setTimeout(tidy, REST_MS).unref();
    },
    stop: () => clearTimeout(timer),
  };
}

/** V8 gives its collector to contexts that are made after the flag was set. Null in a program built without it. */
function collector(): Collect | null {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('globalThis.gc');
  setFlagsFromString('--no-expose-gc');
  return typeof found === 'function' ? (found as Collect) : null;
}
