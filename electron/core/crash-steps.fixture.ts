/** The day's work that the core's crash test interrupts: calls of the contract that write in more ways than one row. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { line, logicalDump } from '../../db/book.fixture.ts';
import type { Book } from '../../db/book.ts';
import { fen } from '../../shared/money/fen.ts';
import { add, listed, type TestCore } from './core.fixture.ts';
import { chosenOf } from './handlers/carry.fixture.ts';

/** An interchange file with one budget. */
export const IMPORTED = '导入.json';
/** Name of the book of a round. */
export const bookOf = (round: number) => `账${round}.ysb`;

type Step = (test: TestCore) => Promise<unknown>;

/** The budget that the first step imports; the book was made with one of its own. */
const BUDGET = 2;
const LINES = 30;

const importBudget: Step = (test) => {
  test.choose = IMPORTED;
  return test.call('import.interchange', { jobId: 'crash' });
};

const newLines = () =>
  Array.from({ length: LINES }, (_, at) => line({ amount: fen(100 + at), note: '录入'.repeat(20) }));

const addLines: Step = (test) => add(test, 'line', BUDGET, newLines());

/** As a pasted block comes that has been looked over. */
const takePrepared: Step = async (test) => {
  const { prepared } = await test.call('line.prepare', { parentId: BUDGET, save: newLines() });
  return test.call('rows.applyPrepared', { prepared, label: '粘贴' });
};

/** Half of the rows of a project's sheet are changed, a few are new. */
const importProjects: Step = async (test) => {
  const projects = await listed(test, 'project', BUDGET);
  const rows = projects.slice(0, 20).map(({ name }, at) => [name, '特定目标类', `说明${at}`]);
  const added = Array.from({ length: 5 }, (_, at) => [`新项目${at}`, '其他运转类', '']);
  writeFileSync(
    join(test.folder, '项目.tsv'),
    [['项目名称', '项目类别', '说明'], ...rows, ...added].map((row) => row.join('\t')).join('\r\n'),
  );
  test.choose = '项目.tsv';
  const { fileId } = await test.call('intake.open', { budgetId: BUDGET, kind: 'project', jobId: 'crash' });
  return test.call('intake.apply', { fileId, skipBad: true, jobId: 'crash' });
};

const mergeProjects: Step = async (test) => {
  const projects = (await listed(test, 'project', BUDGET)).slice(0, 4);
  return test.call('project.merge', {
    intoId: projects[0]?.id ?? 0,
    projects: projects.map(({ id, revision }) => ({ id, revision })),
    goalSheetOf: null,
    indicators: true,
  });
};

const carryForward: Step = async (test) => {
  const items = chosenOf(await test.call('carry.preview', { budgetId: BUDGET }));
  return test.call('carry.apply', { budgetId: BUDGET, stage: 'first', items, carryovers: [] });
};

const goToStart: Step = async (test) => {
  const oldest = (await test.call('history.list', { before: null, limit: 500, entity: null, rowId: null })).at(-1);
  return test.call('history.goBackTo', { entryId: oldest?.id ?? null });
};

/** Makes and opens the book of a round. */
export async function makeBook(test: TestCore, round: number): Promise<void> {
  test.choose = bookOf(round);
  const unit = { unitCode: '900', unitName: '新单位', level: 'county', unitKind: 'institution' };
  await test.call('book.create', { ...unit, year: 2027 });
}

/** Each leaves the book in another state than the one before did. */
export const STEPS: readonly Step[] = [
  importBudget,
  addLines,
  takePrepared,
  importProjects,
  mergeProjects,
  (test) => test.call('history.undo', {}),
  addLines,
  carryForward,
  addLines,
  goToStart,
  (test) => test.call('history.redo', {}),
];

/** What a book says, with the marks that are drawn by chance made alike. */
export function stateOf(book: Book): string {
  const text = JSON.stringify(logicalDump(book)).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'mark');
  return createHash('sha256').update(text).digest('hex');
}
