/** From the start of the process to the first real table on screen, beside a bare Chromium window with a static one. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildRenderer } from '../renderer.ts';
import type { Benchmark } from './harness.ts';
import { temporaryFolder, writeLargeBook } from './large-book.ts';

/** Runs a child until it says that its table is shown. */
function untilShown(script: string, ...words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, script), ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => resolve());
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? undefined : reject(new Error(`${script} ended with ${code}`))));
  });
}

export const start: Benchmark = {
  name: 'start to the first table on screen',
  goal: { atMost: 1.3 },
  rounds: 5,
  prepare: async () => {
    await buildRenderer();
    const folder = temporaryFolder();
    const book = path.join(folder, '账套.ysb');
    writeLargeBook(book, 1_000);
    return {
      ours: () => untilShown('start-ours.ts', path.join(folder, 'data'), book),
      reference: () => untilShown('start-bare.ts', path.join(folder, 'profile')),
      done: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
    };
  },
};
