/** Starts `child.fixture.ts` in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Child {
  readonly process: ChildProcess;
  /** The next line the child says, parsed; null when it has ended. */
  next(): Promise<unknown>;
  /** Kills the child at once (`kill -9`) and waits until it is gone. */
  kill(): Promise<void>;
  /** Waits until the child has ended by itself. */
  ended: Promise<void>;
}

const SCRIPT = join(import.meta.dirname, 'child.fixture.ts');

/** @param asNobody runs the child without the right to write where root may and others may not */
export function startChild(command: string, path: string, asNobody = false): Child {
  const words = [SCRIPT, command, path, asNobody ? 'nobody' : 'self'];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    process: child,
    next: async () => {
      const line = await lines.next();
      return line.done === true ? null : JSON.parse(line.value);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
  };
}
