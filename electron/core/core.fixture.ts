/** A core over a port that answers from a script, for tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallFunction } from '../../shared/api/client.ts';
import { createClient } from '../../shared/api/client.ts';
import type { CoreEvent } from '../../shared/api/events.ts';
import { type Failure, FailureError, fail } from '../../shared/api/failure.ts';
import type { Applied, PackedRows } from '../../shared/api/types.ts';
import type { DraftOfEntity, EntityName, RowOfEntity } from '../../shared/entities/index.ts';
import type { Core } from './core.ts';
import { openCore } from './open-core.ts';
import type { Port } from './port.ts';

export interface TestCore {
  readonly core: Core;
  readonly call: CallFunction;
  /** Folder that is removed after the test. */
  readonly folder: string;
  /** What the user answers to the next question for a path: a name in `folder`, or null to cancel. */
  choose: string | null;
  /** What prints; fails with NO_BROWSER unless a test sets it. */
  printPdf: Port['printPdf'];
  readonly events: CoreEvent[];
  readonly revealed: string[];
}

/** Runs a test with a core of its own, closed and cleared away afterwards. */
export async function inCore(run: (test: TestCore) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-core-'));
  const test = makeCore(folder, '张三');
  try {
    await run(test);
  } finally {
    await test.core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A core whose files lie in a given folder; another window's core when used twice. */
export function makeCore(folder: string, user: string): TestCore {
  const events: CoreEvent[] = [];
  const revealed: string[] = [];
  const chosen = async () => (test.choose === null ? null : join(folder, test.choose));
  const port: Port = {
    chooseOpen: chosen,
    chooseSave: chosen,
    chooseFolder: chosen,
    printPdf: (...order) => test.printPdf(...order),
    reveal: async (path) => void revealed.push(path),
    emit: (event) => void events.push(event),
    now: () => new Date('2026-11-23T01:02:03.000Z'),
    user,
    dataFolder: join(folder, 'data'),
  };
  const core = openCore(port);
  const test: TestCore = {
    core,
    call: createClient(core.dispatch),
    folder,
    choose: null,
    printPdf: async () => fail('NO_BROWSER'),
    events,
    revealed,
  };
  return test;
}

/** The failure of a call that must fail. */
export async function failureOf(answer: Promise<unknown>): Promise<Failure> {
  try {
    await answer;
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error('the call did not fail');
}

/** Creates the book `账.ysb` with unit 1 and budget 1. */
export async function createBook(test: TestCore): Promise<void> {
  test.choose = '账.ysb';
  const unit = { unitCode: '044', unitName: '环卫中心', level: 'county', unitKind: 'institution' };
  await test.call('book.create', { ...unit, year: 2027 });
}

/** All rows of an entity under a parent, as records. */
export async function listed<N extends EntityName>(
  test: TestCore,
  entity: N,
  parentId: number | null,
): Promise<readonly RowOfEntity<N>[]> {
  const call: (name: string, input: unknown) => Promise<unknown> = test.call as never;
  const { fields, columns, count } = (await call(`${entity}.list`, { parentId })) as PackedRows;
  const rows = Array.from({ length: count }, (_, at) =>
    Object.fromEntries(fields.map((field, index) => [field, columns[index]?.[at]])),
  );
  // The columns are packed by the entity's own field list.
  return rows as unknown as readonly RowOfEntity<N>[];
}

/** Saves new rows in one call and answers them as they stand. */
export async function add<N extends EntityName>(
  test: TestCore,
  entity: N,
  parentId: number | null,
  save: readonly DraftOfEntity<N>[],
): Promise<readonly RowOfEntity<N>[]> {
  const call: (name: string, input: unknown) => Promise<unknown> = test.call as never;
  // `apply` answers where the rows have come to stand, not what is in them.
  const answer = (await call(`${entity}.apply`, { parentId, label: '录入', save, remove: [] })) as Applied;
  const rows = new Map((await listed(test, entity, parentId)).map((row) => [row.id, row]));
  return answer.rows.flatMap(({ id }) => rows.get(id) ?? []);
}
