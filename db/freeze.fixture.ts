/** Freezes a working process at random moments and looks at what it has left on the disk. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inFolder } from './book.fixture.ts';

/** Waits until the system says that the process stands still; elsewhere than on Linux a little while. */
async function standing(pid: number): Promise<void> {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return sleep(5);
  while (!/\) T /.test(readFileSync(stat, 'utf8'))) await sleep(0);
}

export interface Freezing {
  /** Script of a process that never ends by itself; its last word is the folder it works in. */
  readonly script: string;
  readonly words: readonly string[];
  /** How many moments. */
  readonly points: number;
  /** Longest wait between two of them, in ms. */
  readonly pause: number;
  /** Puts what the worker needs into its folder. */
  readonly prepare?: (folder: string) => void;
  /** Looks at a copy of the folder as it was, and at the number of the last step that had been reported as done. */
  readonly look: (folder: string, step: number) => void;
}

/** Out: how many moments were looked at. Rejects when the worker ends, or with what `look` throws. */
export async function frozen({ script, words, points, pause, prepare, look }: Freezing): Promise<number> {
  return inFolder(async (folder) => {
    prepare?.(folder);
    const worker = spawn(process.execPath, [script, ...words, folder], { stdio: 'inherit' });
    let looked = 0;
    try {
      while (looked < points) {
        if (worker.exitCode !== null) throw new Error('the worker has ended');
        await sleep(Math.random() * pause);
        const pid = worker.pid ?? 0;
        worker.kill('SIGSTOP');
        await standing(pid);
        const step = lastSaid(folder);
        const copy = mkdtempSync(join(tmpdir(), 'yusuan-frozen-'));
        if (step > 0) cpSync(folder, copy, { recursive: true, filter: (from) => !from.endsWith('.lock') });
        // The worker stands still while its copy is looked at, so that its book does not grow meanwhile.
        if (step > 0) {
          look(copy, step);
          looked += 1;
        }
        rmSync(copy, { recursive: true, force: true });
        worker.kill('SIGCONT');
      }
    } finally {
      worker.kill('SIGKILL');
      await new Promise((resolve) => worker.once('close', resolve));
    }
    return looked;
  });
}

function lastSaid(folder: string): number {
  try {
    return Number.parseInt(readFileSync(join(folder, 'said'), 'utf8'), 10) || 0;
  } catch {
    return 0;
  }
}
