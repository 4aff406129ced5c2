/**
 * The checks of a book of 100,000 lines: one edit beside a run from the beginning, the longest step of that run, and how
 * long whatever comes in has to wait while it goes on. They run in the core, on the loop that answers calls, a slice at a
 * time; so a slice and one step is what a key may have to wait for.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from '../../db/book.ts';
import { openBook } from '../../db/open.ts';
import { BudgetChecks } from '../../electron/core/checks/budget-checks.ts';
import { createFactsCache, type FactsCache } from '../../electron/core/facts-cache.ts';
import { sampleDocument } from '../../samples/sample-document.ts';
import { inputsOf } from '../../shared/checks/document-input.fixture.ts';
import type { CheckInput } from '../../shared/checks/input.ts';
import { filledChecks } from '../../shared/checks/run.ts';
import { fen } from '../../shared/money/fen.ts';
import type { Benchmark } from './harness.ts';
import { inventedLine } from './invented-lines.ts';
import { temporaryFolder, writeLargeBook } from './large-book.ts';

const LINES = 100_000;
export const BUDGET = 1;
const PASSES = 3;

interface Desk {
  readonly book: Book;
  readonly cache: FactsCache;
  readonly begin: () => BudgetChecks;
  readonly close: () => void;
}

export function openDesk(): Desk {
  const folder = temporaryFolder();
  const path = join(folder, '大账套.ysb');
  writeLargeBook(path, LINES);
  const book = openBook(path, { user: 'bench', now: () => new Date(), mode: 'write' });
  const cache = createFactsCache(book);
  cache.facts(BUDGET);
  return {
    book,
    cache,
    begin: () => new BudgetChecks({ book, budgetId: BUDGET, cache: () => cache, firstVersion: 0 }),
    close: () => {
      book.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function runOut(checks: BudgetChecks): void {
  while (checks.step());
}

export const checksAfterEdit: Benchmark = {
  name: 'checks after one edit, 100,000 lines',
  // A run from the beginning looks at all lines; an edit at one, and at the 13 tables, which are as large in any book.
  goal: { atLeast: 150 },
  rounds: 5,
  prepare: () => {
    const { cache, begin, close } = openDesk();
    const checks = begin();
    runOut(checks);
    let at = 0;
    return {
      ours: () => {
        at += 1;
        const id = 1 + ((at * 7907) % LINES);
        const line = { ...inventedLine(id), id, amount: fen(at) };
        cache.facts(BUDGET).put([{ ...line, unitId: 1 }]);
        checks.live.put('line', { ...line, revision: at + 1, parentId: BUDGET, position: id * 1024 });
        checks.live.tablesChanged();
        runOut(checks);
      },
      reference: () => runOut(begin()),
      done: close,
    };
  },
};

/** How long each step of a run took. */
function stepsOf(step: () => boolean): number[] {
  const steps: number[] = [];
  for (let more = true; more; ) {
    const began = performance.now();
    more = step();
    steps.push(performance.now() - began);
  }
  return steps;
}

/** The longest step in milliseconds: each step counts with the best of its passes, in which nothing came between. */
function longest(passes: readonly (readonly number[])[]): number {
  const [first = [], ...others] = passes;
  return Math.max(...[...first.entries()].map(([at, ms]) => Math.min(ms, ...others.map((pass) => pass[at] ?? ms))));
}

export const longestStep: Benchmark = {
  name: 'longest step of checking 100,000 lines',
  goal: { within: 10, unit: 'ms' },
  rounds: 1,
  prepare: () => {
    const { begin, close } = openDesk();
    const passes = (make: () => () => boolean) => longest(Array.from({ length: PASSES }, () => stepsOf(make())));
    return {
      ours: () =>
        passes(() => {
          const checks = begin();
          return () => checks.step();
        }),
      // As many steps that do next to nothing.
      reference: () =>
        passes(() => {
          let left = LINES;
          return () => --left > 0;
        }),
      done: close,
    };
  },
};

export const waitWhileChecking: Benchmark = {
  name: 'wait of a call while 100,000 lines are checked',
  // A frame: collecting garbage takes its part of it. In a process of its own with the flags of `npm start`.
  goal: { within: 16, unit: 'ms' },
  rounds: 3,
  prepare: () => {
    const wait = (way: string): number => {
      const child = join(import.meta.dirname, 'wait-child.ts');
      // not an amount: milliseconds
      return Number(execFileSync(process.execPath, ['--max-semi-space-size=16', child, way], { encoding: 'utf8' }));
    };
    return { ours: () => wait('ours'), reference: () => wait('bare') };
  },
};

const COPIES = 21;

/** The sample's 48 goal sheets with their projects and lines, so often that there are more than 1,000, each in other words. */
function manySheets(): CheckInput {
  const [input] = inputsOf(sampleDocument('lanxian-2025'));
  if (input === undefined) throw new Error('the sample has no budget');
  const STEP = 10_000;
  const moved = <R extends { readonly id: number; readonly position: number }>(rows: readonly R[], copy: number) =>
    rows.map((row) => ({ ...row, id: row.id + copy * STEP, position: row.position + copy * STEP * 1024 }));
  const refer = (id: number | null, copy: number) => (id === null ? null : id + copy * STEP);
  const copies = Array.from({ length: COPIES }, (_, copy) => ({
    projects: moved(input.projects, copy).map((row) => ({ ...row, name: `${row.name}（${copy}）` })),
    lines: moved(input.lines, copy).map((row) => ({ ...row, projectId: refer(row.projectId, copy) })),
    goalSheets: moved(input.goalSheets, copy).map((row) => ({
      ...row,
      projectId: refer(row.projectId, copy),
      overview: `${copy}、${[...(row.overview ?? '')].toReversed().join('')}`,
    })),
    indicators: moved(input.indicators, copy).map((row) => ({ ...row, parentId: refer(row.parentId, copy) })),
  }));
  return {
    ...input,
    projects: copies.flatMap(({ projects }) => projects),
    lines: copies.flatMap(({ lines }) => lines),
    goalSheets: copies.flatMap(({ goalSheets }) => goalSheets),
    indicators: copies.flatMap(({ indicators }) => indicators),
  };
}

export const checksOfSheets: Benchmark = {
  name: 'checks after one indicator, 1,000 goal sheets',
  goal: { atLeast: 200 },
  rounds: 5,
  prepare: () => {
    const input = manySheets();
    const checks = filledChecks(input);
    let at = 0;
    return {
      ours: () => {
        at += 1;
        const row = input.indicators[(at * 7907) % input.indicators.length];
        if (row === undefined) throw new Error('no indicator');
        checks.put('indicator', { ...row, value: String(at), revision: at + 1 });
        while (checks.step());
      },
      reference: () => filledChecks(input),
    };
  },
};
