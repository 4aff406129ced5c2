/** Large books in a temporary folder, opened by the real core. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBook } from '../../db/create.ts';
import { insertMany } from '../../db/rows.ts';
import { openCore } from '../../electron/core/open-core.ts';
import type { Port } from '../../electron/core/port.ts';
import { type CallFunction, createClient } from '../../shared/api/client.ts';
import { fail } from '../../shared/api/failure.ts';
import { inventedLine, PROJECTS } from './invented-lines.ts';

export interface LargeBook {
  readonly call: CallFunction;
  readonly budgetId: number;
  readonly path: string;
  /** The file the user chooses from now on. */
  choose(path: string): void;
  close(): Promise<void>;
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'yusuan-bench-'));

/** Writes a book of one unit, one budget, 300 projects and `lines` lines. */
export function writeLargeBook(path: string, lines: number): void {
  const book = createBook(path, {
    user: 'bench',
    now: () => new Date(),
    seed: (change) => {
      insertMany(change, 'unit', null, [
        { code: '001', name: '测速单位', superiorId: null, level: 'county', kind: 'administrative', region: null },
      ]);
      insertMany(change, 'budget', null, [
        {
          unitId: 1,
          year: 2027,
          stage: 'first',
          status: 'draft',
          approvedOn: null,
          duties: null,
          organisation: null,
          responsible: null,
          accountant: null,
          phone: null,
          assetsOn: null,
        },
      ]);
      const projects = Array.from({ length: PROJECTS }, (_, index) => ({
        code: null,
        name: `项目${index + 1}`,
        category: 'specificTarget' as const,
        startsOn: null,
        endsOn: null,
        continues: false,
        confidential: false,
        note: null,
        lineage: null,
      }));
      insertMany(change, 'project', 1, projects);
      insertMany(
        change,
        'line',
        1,
        Array.from({ length: lines }, (_, index) => inventedLine(index + 1)),
      );
    },
  });
  book.close();
}

/** Opens a core over a new large book. */
export async function openLargeBook(lines: number): Promise<LargeBook> {
  const folder = temporaryFolder();
  const path = join(folder, '大账套.ysb');
  writeLargeBook(path, lines);
  let chosen = path;
  const port: Port = {
    chooseOpen: async () => chosen,
    chooseSave: async ({ suggestedName }) => join(folder, suggestedName),
    chooseFolder: async () => folder,
    printPdf: async () => fail('NO_BROWSER'),
    reveal: async () => undefined,
    emit: () => undefined,
    now: () => new Date(),
    user: 'bench',
    dataFolder: join(folder, 'data'),
  };
  const core = openCore(port);
  const call = createClient(core.dispatch);
  await call('book.open', { recentId: null });
  return {
    call,
    budgetId: 1,
    path,
    choose: (other) => {
      chosen = other;
    },
    close: async () => {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
