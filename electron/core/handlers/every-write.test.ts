/** Every call that changes a book is a step of its history: told, undone and redone exactly, also after a restart. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draft, line, logicalDump } from '../../../db/book.fixture.ts';
import { openBook } from '../../../db/open.ts';
import { api } from '../../../shared/api/contract.ts';
import { type EntityName, entities } from '../../../shared/entities/index.ts';
import { fen } from '../../../shared/money/fen.ts';
import type { Field } from '../../../shared/shape/shape.ts';
import { inCore, listed, type TestCore } from '../core.fixture.ts';
import { createSampleBook } from '../new-book.ts';
import { chosenOf } from './carry.fixture.ts';
import { seen } from './projects.fixture.ts';

const LAST = { before: null, limit: 1, entity: null, rowId: null } as const;
const jobId = 'job';
const unit = { unitCode: '044', unitName: '环卫中心', level: 'county', unitKind: 'institution' } as const;

/** Calls that are declared as writes and are no step of the open book: they make another one, or walk its history. */
const NO_STEPS = ['book.create', 'foreign.startBook', 'history.undo', 'history.redo', 'history.goBackTo'];

type Step = (core: TestCore) => Promise<unknown>;

const first = <T>(rows: readonly T[]): T => {
  const [row] = rows;
  if (row === undefined) throw new Error('nothing there');
  return row;
};
const last = <T>(rows: readonly T[]): T => first(rows.slice(-1));
const projectNamed = async (core: TestCore, name: string) =>
  first((await listed(core, 'project', 1)).filter((each) => each.name === name));
const linesOf = async (core: TestCore, projectId: number) =>
  (await listed(core, 'line', 1)).filter((each) => each.projectId === projectId);

/** The budget that `budget.create` makes. */
const nextYear = async (core: TestCore) =>
  first((await listed(core, 'budget', null)).filter(({ year }) => year === 2026)).id;

/** The steps of the contract besides `apply`, in an order in which each finds what it needs. */
const STEPS: Readonly<Record<string, Step>> = {
  'budget.create': (core) => core.call('budget.create', { unitId: 1, year: 2026, stage: 'first' }),
  'carry.apply': async (core) => {
    const preview = await core.call('carry.preview', { budgetId: 1 });
    const carryovers = preview.carryovers
      .slice(0, 2)
      .map(({ lineId, revision }) => ({ lineId, revision, amount: fen(100) }));
    return core.call('carry.apply', { budgetId: 1, stage: 'second', items: chosenOf(preview), carryovers });
  },
  'prior.fill': async (core) =>
    core.call('prior.fill', { budgetId: await nextYear(core), fromBudgetId: null, overwrite: true }),
  'check.waive': async (core) => {
    const { key } = first(
      (await core.call('check.run', { budgetId: 1 })).filter(({ severity }) => severity !== 'error'),
    );
    return core.call('check.waive', { budgetId: 1, keys: [key], reason: '已核实' });
  },
  'check.unwaive': async (core) =>
    core.call('check.unwaive', { budgetId: 1, waivers: [first(await listed(core, 'waiver', 1)).id] }),
  'check.fix': async (core) => {
    const { key } = first((await core.call('check.run', { budgetId: 1 })).filter(({ fix }) => fix !== undefined));
    return core.call('check.fix', { budgetId: 1, keys: [key] });
  },
  'budget.handIn': (core) => core.call('budget.handIn', { budgetId: 1 }),
  'budget.takeBack': (core) => core.call('budget.takeBack', { budgetId: 1, reason: '改一处' }),
  'codes.import': (core) => {
    writeFileSync(join(core.folder, '科目.tsv'), '科目编码\t科目名称\n2120599\t新科目\n');
    core.choose = '科目.tsv';
    return core.call('codes.import', { catalogue: 'functional', fromYear: 2025 });
  },
  'import.interchange': (core) => {
    core.choose = '别处.json';
    return core.call('import.interchange', { jobId });
  },
  'foreign.takePrior': async (core) => {
    core.choose = '公开表.xlsx';
    const { fileId } = await core.call('foreign.open', { jobId });
    const into = { unitId: null, year: null, stage: null };
    const ask = { fileId, budgetId: await nextYear(core), ...into };
    return core.call('foreign.takePrior', { ...ask, measures: ['income.total'] });
  },
  'project.duplicate': async (core) => {
    const { id } = first(await listed(core, 'project', 1));
    const along = { lines: true, goalSheet: false, procurement: true };
    return core.call('project.duplicate', { projectId: id, name: '副本', ...along });
  },
  'goal.make': async (core) => {
    const { id } = await projectNamed(core, '副本');
    return core.call('goal.make', { budgetId: 1, form: 'costFirst', projectIds: [id], overall: false });
  },
  'goal.reuse': async (core) => {
    const sheets = await listed(core, 'goalSheet', 1);
    const { id: sheetId, revision } = last(sheets);
    const from = { fromSheetId: first(sheets.filter(({ projectId }) => projectId !== null)).id };
    const parts = ['texts', 'goals', 'implementation'] as const;
    return core.call('goal.reuse', { sheetId, revision, ...from, parts, replace: false, moveYears: false });
  },
  'goal.copyToAnnual': async (core) => {
    const { id } = last(await listed(core, 'goalSheet', 1));
    return core.call('goal.copyToAnnual', { sheetId: id, indicators: [], all: true, goal: true });
  },
  'goal.changeForm': async (core) => {
    const { id } = last(await listed(core, 'goalSheet', 1));
    return core.call('goal.changeForm', { sheets: [id], form: 'costUnderOutput' });
  },
  'project.split': async (core) => {
    const { id, revision } = await projectNamed(core, '副本');
    const moved = first((await linesOf(core, id)).filter(({ amount }) => amount > 100));
    const lines = [{ id: moved.id, revision: moved.revision, amount: fen(100) }];
    return core.call('project.split', { projectId: id, revision, name: '拆出', lines, goalSheet: true });
  },
  'project.moveLines': async (core) => {
    const { id } = await projectNamed(core, '拆出');
    const lines = await linesOf(core, (await projectNamed(core, '副本')).id);
    return core.call('project.moveLines', { projectId: id, lines: seen(lines.slice(0, 1)) });
  },
  'project.merge': async (core) => {
    const [into, other] = [await projectNamed(core, '副本'), await projectNamed(core, '拆出')];
    const ask = { intoId: into.id, projects: seen([into, other]), goalSheetOf: null, indicators: true };
    return core.call('project.merge', ask);
  },
  'rows.applyPrepared': async (core) => {
    const lines = [line({ note: '备好一' }), line({ note: '备好二' })];
    const { prepared } = await core.call('line.prepare', { parentId: 1, save: lines });
    return core.call('rows.applyPrepared', { prepared, label: '粘贴 2 行' });
  },
  'intake.apply': async (core) => {
    const rows = [
      ['项目名称', '项目类别', '说明'],
      [(await projectNamed(core, '副本')).name, '特定目标类', '导入改'],
      ['导入新增', '特定目标类', ''],
    ];
    writeFileSync(join(core.folder, '项目.tsv'), rows.map((row) => row.join('\t')).join('\n'));
    core.choose = '项目.tsv';
    const { fileId } = await core.call('intake.open', { budgetId: 1, kind: 'project', jobId });
    return core.call('intake.apply', { fileId, skipBad: false, jobId });
  },
  'history.restoreRow': async (core) => {
    const [{ id: entryId }] = [first(await core.call('history.list', LAST))];
    const { id: rowId, revision } = await projectNamed(core, '副本');
    return core.call('history.restoreRow', { entity: 'project', rowId, entryId, side: 'before', revision });
  },
};

/** New rows of entities that the book has none of by then. */
const NEW: Partial<Record<EntityName, unknown>> = {
  line: line({ note: '新' }),
  waiver: draft('waiver', { ruleId: 'x', at: 'x', said: 'x', reason: '理由', madeBy: '张三', madeOn: '2026-11-23' }),
};

/** Changes a row of an entity by hand, or enters one. */
const apply =
  (entity: EntityName): Step =>
  async (core) => {
    const call: (name: string, input: unknown) => Promise<unknown> = core.call as never;
    const rows: readonly Row[] = (await listed(core, entity, null)).map((row) => ({
      ...row,
    }));
    const added = NEW[entity];
    if (added !== undefined) return call(`${entity}.apply`, { parentId: 1, label: '录入', save: [added], remove: [] });
    const { parentId = null, ...row } = last(rows);
    return call(`${entity}.apply`, { parentId, label: '手改', save: [changed(entity, row)], remove: [] });
  };

type Row = Readonly<Record<string, unknown>>;

/** A row with one sign more in its longest text, which has room for it, or one 分 more where there is no text. */
function changed(entity: EntityName, row: Row): Row {
  const fields = Object.entries<Field>(entities[entity].fields);
  const texts = fields.flatMap(([name, field]) => (field.kind === 'text' ? [{ name, room: field.maxLength }] : []));
  const [longest] = texts.sort((left, right) => right.room - left.room);
  if (longest !== undefined) return { ...row, [longest.name]: `${String(row[longest.name] ?? '')}改` };
  return { ...row, amount: Number(row.amount) + 1 }; // exact: integer 分
}

const APPLIES = Object.keys(entities).map((entity): readonly [string, Step] => [
  `${entity}.apply`,
  // `entities` has these keys and no others.
  apply(entity as EntityName),
]);

test('every call of the contract that changes a book is among the steps tried here', () => {
  const writes = Object.entries(api).flatMap(([name, { writes }]) => (writes ? [name] : []));
  expect([...Object.keys(STEPS), ...NO_STEPS].sort()).toEqual(writes.sort());
});

/** What the book holds, read from its file past the core. */
function dumpOf(core: TestCore): unknown {
  const book = openBook(join(core.folder, '账.ysb'), { mode: 'read', user: '李四', now: () => new Date() });
  try {
    return logicalDump(book);
  } finally {
    book.close();
  }
}

const open = (core: TestCore) => {
  core.choose = '账.ysb';
  return core.call('book.open', { recentId: null });
};
async function reopen(core: TestCore): Promise<void> {
  await core.call('book.close', {});
  await open(core);
}

test('each of them is one entry of the history, and all are undone and redone exactly, over closing and opening, too', () =>
  inCore(async (core) => {
    // What the steps import, made by the program itself from another book.
    core.choose = '别处.ysb';
    await core.call('book.create', { ...unit, year: 2025 });
    await core.call('line.apply', { parentId: 1, label: '录入', save: [line({ amount: fen(500) })], remove: [] });
    core.choose = '别处.json';
    await core.call('export.interchange', { budgetId: 1, jobId });
    core.choose = '公开表.xlsx';
    await core.call('export.workbook', { budgetId: 1, jobId });
    await core.call('book.close', {});
    createSampleBook(join(core.folder, '账.ysb'), 'invented-2025', { user: '张三', now: () => new Date() });
    await open(core);

    const states = [dumpOf(core)];
    const labels: string[] = [];
    for (const [name, step] of [...Object.entries(STEPS), ...APPLIES]) {
      await step(core);
      const state = dumpOf(core);
      expect(state, `${name} changes the book`).not.toEqual(states.at(-1));
      states.push(state);
      const entry = first(await core.call('history.list', LAST));
      labels.push(entry.label);
      expect(entry, name).toMatchObject({ by: '张三', undone: false });
      expect(entry.rows, name).toBeGreaterThan(0);
    }
    const history = await core.call('history.list', { ...LAST, limit: 500 });
    expect(history.map(({ label }) => label).reverse()).toEqual(labels);

    await reopen(core);
    for (const state of states.slice(0, -1).reverse()) {
      await core.call('history.undo', {});
      expect(dumpOf(core)).toEqual(state);
      if (state === states[20]) await reopen(core);
    }
    expect((await core.call('book.state', {}))?.undo).toBeNull();
    await reopen(core);
    for (const state of states.slice(1)) {
      await core.call('history.redo', {});
      expect(dumpOf(core)).toEqual(state);
      if (state === states[20]) await reopen(core);
    }
    expect((await core.call('book.state', {}))?.redo).toBeNull();
  }));
