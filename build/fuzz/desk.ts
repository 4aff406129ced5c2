/** A core for fuzzing: an open book, a second core for books from outside, and real files to begin from. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ENTITY_NAMES } from '../../db/layout.ts';
import type { Core } from '../../electron/core/core.ts';
import { openCore } from '../../electron/core/open-core.ts';
import type { Port } from '../../electron/core/port.ts';
import { type CallFunction, createClient } from '../../shared/api/client.ts';
import type { CallName, Given, Out } from '../../shared/api/contract.ts';
import { FailureError } from '../../shared/api/failure.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import { makeSeeds } from './seeds.ts';
import { fileIn } from './targets.ts';

interface Counts {
  readonly total: number;
  readonly of: Readonly<Partial<Record<EntityName, number>>>;
}

export interface Desk {
  readonly call: CallFunction;
  seed(name: string): Uint8Array;
  /** Writes a file for the next question of the core; answers its path. */
  write(name: string, bytes: Uint8Array): string;
  /** A call that asks for `file` and may be refused (null). @throws Error when it fails in any way that was not foreseen. */
  attempt<N extends CallName>(name: N, file: string, input: Given<N>): Promise<Out<N> | null>;
  /** The same on a core of its own. */
  second<N extends CallName>(name: N, file: string, input: Given<N>): Promise<Out<N> | null>;
  /** Records in the open book. */
  counts(): Promise<Counts>;
  close(): Promise<void>;
}

function coreIn(folder: string): { readonly core: Core; readonly call: CallFunction; choose(file: string): void } {
  let chosen: string | null = null;
  const answer = async () => chosen;
  const port: Port = {
    chooseOpen: answer,
    chooseSave: answer,
    chooseFolder: answer,
    printPdf: async () => new Uint8Array(),
    reveal: async () => undefined,
    emit: () => undefined,
    now: () => new Date(2026, 10, 25),
    user: 'fuzz',
    dataFolder: path.join(folder, 'data'),
  };
  const core = openCore(port);
  return {
    core,
    call: createClient(core.dispatch),
    choose: (file) => {
      chosen = file;
    },
  };
}

/** An expected refusal is null; an incident, which is a failure of the program, is thrown. */
async function refusable<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof FailureError && error.failure.code !== 'INTERNAL') return null;
    throw error;
  }
}

/** Opens the sample of the invented department, makes the seed files from it, and keeps its book open. */
export async function openDesk(): Promise<Desk> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yusuan-fuzz-'));
  const first = coreIn(folder);
  const other = coreIn(path.join(folder, 'other'));
  const seeds = path.join(folder, 'seeds');
  mkdirSync(seeds);
  await makeSeeds(first.call, (name) => first.choose(path.join(seeds, name)), seeds);
  const attempting =
    ({ call, choose }: typeof first) =>
    <N extends CallName>(name: N, file: string, input: Given<N>) => {
      choose(file);
      return refusable(call(name, input));
    };
  return {
    call: first.call,
    seed: (name) => readFileSync(path.join(seeds, name)),
    write: (name, bytes) => fileIn(folder, name, bytes),
    attempt: attempting(first),
    second: attempting(other),
    counts: async () => {
      const pairs = await Promise.all(
        ENTITY_NAMES.map(
          async (entity) => [entity, (await first.call(`${entity}.list`, { parentId: null })).count] as const,
        ),
      );
      return { total: pairs.reduce((sum, [, count]) => sum + count, 0), of: Object.fromEntries(pairs) };
    },
    close: async () => {
      await first.core.close();
      await other.core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
