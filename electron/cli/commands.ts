/** What each command does: the same calls as the window's, through the same dispatcher. */
import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { type CallFunction, createClient } from '../../shared/api/client.ts';
import { FailureError, fail } from '../../shared/api/failure.ts';
import type { Written } from '../../shared/api/types.ts';
import { countFindings, type FindingCounts } from '../../shared/checks/open-findings.ts';
import { tablesJson } from '../../shared/tables/tables-json.ts';
import { createEmptyBook, createSampleBook } from '../core/new-book.ts';
import { openCore } from '../core/open-core.ts';
import type { NewUnit, Order, Selection } from './arguments.ts';
import { auditJson, auditText } from './audit-report.ts';
import { type ChosenBudget, chooseBudget } from './choose-budget.ts';
import { type ConsolidationReport, consolidationJson, consolidationText } from './consolidation-report.ts';
import { exportFiles } from './export-files.ts';
import { findingsText } from './findings-text.ts';
import { HELP } from './help.ts';
import { cliPort, type GivenPaths } from './port.ts';
import { tableText } from './text-table.ts';

/** Where a command writes: results, and remarks beside them. */
export interface Output {
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
}

const CLEAN = 0;
const FINDINGS = 1;
export const REFUSED = 2;

/** Runs one order. @returns the exit code CLEAN or FINDINGS. @throws FailureError, UsageError. */
export async function runOrder(order: Order, output: Output): Promise<number> {
  switch (order.command) {
    case 'help':
      output.out(HELP);
      return CLEAN;
    case 'new':
      return createNew(resolve(order.book), order.unit, output);
    case 'sample': {
      const book = resolve(order.book);
      createSampleBook(book, order.which, cliPort({ book }));
      output.note(`已建立示例账套 ${order.book}`);
      return CLEAN;
    }
    case 'import':
      return importFile(order, output);
    case 'tables':
      return withBudget(order, output, async (call, budget) => {
        const { tables } = await call('table.all', { budgetId: budget.id });
        const name = `${budget.unitName}${budget.year}年度单位预算公开`;
        output.out(
          order.form === 'json'
            ? JSON.stringify(tablesJson(name, tables), null, 2)
            : tables.map(tableText).join('\n\n'),
        );
        return CLEAN;
      });
    case 'check':
      return withBudget(order, output, async (call, budget) => {
        const findings = await call('check.run', { budgetId: budget.id });
        const counts = countFindings(findings);
        const { id: _id, words: _words, ...named } = budget;
        output.out(
          order.form === 'json' ? JSON.stringify({ budget: named, counts, findings }, null, 2) : findingsText(findings),
        );
        return counts.error + counts.warning > 0 ? FINDINGS : CLEAN;
      });
    case 'export':
      return intoFolder(order, output, (call, budgetId) => exportFiles(call, budgetId, output.note));
    case 'pack':
      return intoFolder(order, output, async (call, budgetId) => [
        await call('export.package', { budgetId, jobId: 'pack' }),
      ]);
    case 'goal-sheets': {
      const { format, each } = order;
      return intoFolder(order, output, async (call, budgetId) => [
        await call('export.goalSheets', { budgetId, sheets: [], format, each, jobId: 'goal-sheets' }),
      ]);
    }
    case 'consolidate':
      return consolidate(order, output);
    case 'audit':
      return auditFile(order, output);
    case 'dump':
      return dump(order, output);
    default:
      return order satisfies never;
  }
}

/** Writes what a call exports into the folder that the command names, and says where it is. */
async function intoFolder(
  order: { readonly book: string; readonly out: string; readonly select: Selection },
  output: Output,
  write: (call: CallFunction, budgetId: number) => Promise<readonly Written[]>,
): Promise<number> {
  const folder = resolve(order.out);
  await mkdir(folder, { recursive: true }).catch(() => fail('TARGET_DENIED', { name: basename(folder) }));
  const run = async (call: CallFunction, budget: ChosenBudget) => {
    for (const { name } of await write(call, budget.id)) output.out(join(order.out, name));
    return CLEAN;
  };
  return withBudget(order, output, run, { save: (name) => join(folder, name), folder });
}

async function createNew(book: string, unit: NewUnit | null, output: Output): Promise<number> {
  const port = cliPort({ book });
  if (unit === null) {
    createEmptyBook(book, port);
  } else {
    const core = openCore(port);
    try {
      const call = createClient((name, input) => core.dispatch(name, input));
      await call('book.create', { ...unit, year: unit.year ?? port.now().getFullYear() + 1 });
    } finally {
      await core.close();
    }
  }
  output.note(`已新建账套 ${basename(book)}`);
  return CLEAN;
}

async function importFile(order: Extract<Order, { command: 'import' }>, output: Output): Promise<number> {
  const [book, file] = [resolve(order.book), resolve(order.file)];
  const fresh = !existsSync(book) && existsSync(file);
  const folder = existsSync(file) && statSync(file).isDirectory();
  if (fresh) createEmptyBook(book, cliPort({ book }));
  try {
    return await withBook({ book, file, folder: file }, async (call) => {
      const { state: _state, ...counts } = await call('import.interchange', { jobId: 'import', folder }).catch(
        (error: unknown) => {
          const known = error instanceof FailureError && error.failure.code === 'ALREADY_IMPORTED';
          if (!known || !order.replace) throw error;
          return call('import.interchange', { jobId: 'import', replacing: error.failure.at });
        },
      );
      if (fresh) output.note(`已新建账套 ${basename(book)}`);
      output.note(
        `已导入 ${basename(file)}：${counts.budgets} 份单位预算，${counts.lines} 条预算明细，${counts.projects} 个项目，` +
          `${counts.procurement} 条采购明细，${counts.goalSheets} 张绩效目标表（${counts.indicators} 条指标）`,
      );
      return CLEAN;
    });
  } catch (error) {
    // Nothing has come into it, so the book made for the file goes with the refusal.
    if (fresh) await rm(book, { force: true });
    throw error;
  }
}

/** Tells of a department's units together; with a folder to go to, their workbook is written, too. */
async function consolidate(order: Extract<Order, { command: 'consolidate' }>, output: Output): Promise<number> {
  const folder = order.out === null ? null : resolve(order.out);
  if (folder !== null) {
    await mkdir(folder, { recursive: true }).catch(() => fail('TARGET_DENIED', { name: basename(folder) }));
  }
  const paths = folder === null ? {} : { save: (name: string) => join(folder, name) };
  const run = async (call: CallFunction, budget: ChosenBudget) => {
    const scope = { budgetId: budget.id, consolidated: true } as const;
    const state = await call('consolidation.get', { budgetId: budget.id });
    const counts: Map<number, FindingCounts> = new Map();
    for (const unit of state.units) {
      if (unit.budget !== null) counts.set(unit.budget.id, await call('check.counts', { budgetId: unit.budget.id }));
    }
    const { tables } = await call('table.all', scope);
    const report: ConsolidationReport = { budget, state, counts, tables };
    output.out(order.form === 'json' ? JSON.stringify(consolidationJson(report), null, 2) : consolidationText(report));
    if (order.out !== null) {
      const { name } = await call('export.workbook', { ...scope, jobId: 'consolidate' });
      output.note(`已导出 ${join(order.out, name)}`);
    }
    const wrong = state.findings.some(({ severity }) => severity !== 'advice');
    return wrong || [...counts.values()].some(({ error }) => error > 0) ? FINDINGS : CLEAN;
  };
  return withBudget({ ...order, departments: true }, output, run, paths);
}

/** Audits a published workbook; no book is opened. */
async function auditFile({ file, form }: Extract<Order, { command: 'audit' }>, output: Output): Promise<number> {
  const core = openCore(cliPort({ file: resolve(file) }));
  try {
    const call = createClient((name, input) => core.dispatch(name, input));
    const state = await call('foreign.open', { jobId: 'audit' });
    output.out(form === 'json' ? JSON.stringify(auditJson(state), null, 2) : auditText(state));
    return state.counts.error + state.counts.warning > 0 ? FINDINGS : CLEAN;
  } finally {
    await core.close();
  }
}

/** The whole book, or the one budget that the command selects. */
async function dump(order: Extract<Order, { command: 'dump' }>, output: Output): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'yusuan-dump-'));
  const path = join(folder, 'dump.json');
  try {
    return await withBook({ book: resolve(order.book), save: () => path }, async (call) => {
      const selected = Object.values(order.select).some((each) => each !== null);
      const budgetId = selected ? (await chooseBudget(call, order.select)).budget.id : null;
      await call('export.interchange', { budgetId, jobId: 'dump' });
      output.out((await readFile(path, 'utf8')).trimEnd());
      return CLEAN;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withBudget(
  order: { readonly book: string; readonly select: Selection; readonly departments?: boolean },
  output: Output,
  run: (call: CallFunction, budget: ChosenBudget) => Promise<number>,
  paths: Omit<GivenPaths, 'book'> = {},
): Promise<number> {
  return withBook({ ...paths, book: resolve(order.book) }, async (call) => {
    const { budget, others } = await chooseBudget(call, order.select, order.departments);
    if (others > 0)
      output.note(`账套中有 ${others + 1} 份单位预算，取最新的：${budget.words}（可用 --unit、--year、--stage 选择）`);
    return run(call, budget);
  });
}

/** Opens the book; a sealed one with the password of the environment. @throws FailureError BOOK_SEALED, BOOK_WRONG_PASSWORD. */
async function open(call: CallFunction): Promise<void> {
  const password = process.env.YUSUAN_PASSWORD;
  try {
    await call('book.open', { recentId: null });
  } catch (error) {
    const sealed = error instanceof FailureError && error.failure.code === 'BOOK_SEALED';
    if (!sealed || password === undefined) throw error;
    await call('book.unlock', { password });
  }
}

async function withBook(paths: GivenPaths, run: (call: CallFunction) => Promise<number>): Promise<number> {
  const port = cliPort(paths);
  const core = openCore(port);
  try {
    const call = createClient((name, input) => core.dispatch(name, input));
    await open(call);
    return await run(call);
  } finally {
    await core.close();
    await port.close();
  }
}
