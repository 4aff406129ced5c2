/** Running the project's own tools as child processes: one place for how they are found and started. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export interface Ran {
  readonly code: number;
  /** What it wrote, when captured; else empty. */
  readonly output: string;
}

interface Options {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Collect the output instead of showing it. */
  readonly capture?: boolean;
}

/** Runs a program to its end. In: program and arguments. Out: exit code (a signal counts as 1). Rejects only when it cannot start. */
export function run(program: string, args: readonly string[], options: Options = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['inherit', options.capture ? 'pipe' : 'inherit', options.capture ? 'pipe' : 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** Runs a script of an installed package with this same Node. `script` is relative to node_modules, e.g. `vitest/vitest.mjs`. */
export function runTool(script: string, args: readonly string[], options: Options = {}): Promise<Ran> {
  const file = path.join(ROOT, 'node_modules', script);
  if (!existsSync(file)) throw new Error(`${script} is not installed; run npm ci`);
  return run(process.execPath, [file, ...args], options);
}
