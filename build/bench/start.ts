/** From the start of the process to the first real table on screen, beside a bare Chromium window with a static one. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { bundleProgram } from '../program.ts';
import { buildRenderer } from '../renderer.ts';
import { ROOT } from '../run.ts';
import type { Benchmark } from './harness.ts';
import { temporaryFolder, writeLargeBook } from './large-book.ts';

/** Runs a child until it says that its table is shown. */
function untilShown(script: string, ...words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => resolve());
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? undefined : reject(new Error(`${script} ended with ${code}`))));
  });
}

/** The program beside a bare window. In: how that is opened, the script that does it, `bundled` as the program is, and the goal. */
function startBeside(how: string, script: string, bundled: boolean, atMost: number): Benchmark {
  return {
    name: `start to the first table on screen, beside ${how}`,
    goal: { atMost },
    rounds: 5,
    prepare: async () => {
      await buildRenderer();
      const folder = temporaryFolder();
      const book = path.join(folder, '账套.ysb');
      writeLargeBook(book, 1_000);
      const ours = await bundledFile('start-ours.ts');
      const reference = bundled ? await bundledFile(script) : path.join(import.meta.dirname, script);
      return {
        ours: () => untilShown(ours, path.join(folder, 'data'), book),
        reference: () => untilShown(reference, path.join(folder, 'reference')),
        done: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
      };
    },
  };
}

async function bundledFile(script: string): Promise<string> {
  const folder = path.join(ROOT, 'out', `bench-${path.basename(script, '.ts')}`);
  await bundleProgram(`build/bench/${script}`, folder);
  return path.join(folder, 'main.js');
}

/**
 * A bare window as one gets it, and the leanest there can be: opened by the program's own code without the program.
 * The second one's goal is our own: core, guard, document, scripts and the drawing of the whole first screen come on top.
 */
export const starts = [
  startBeside('a bare window by Playwright', 'start-bare.ts', false, 1.3),
  startBeside('the leanest bare window', 'start-bare-pipe.ts', true, 1.75),
];
