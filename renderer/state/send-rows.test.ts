import { afterEach, expect, test, vi } from 'vitest';
import { failure } from '../../shared/api/failure.ts';
import type { SavedRow } from '../../shared/intake/values.ts';
import { prepareRows, sendRows } from './send-rows.ts';

const row = (note: string) => ({ id: null, revision: null, position: null, values: { note } });
const state = { revision: 7 };

/** Stands for the core; answers what it was asked. */
function core(answers: Readonly<Record<string, unknown>>): (readonly [string, unknown])[] {
  const asked: (readonly [string, unknown])[] = [];
  const call = async (name: string, input: unknown) => {
    asked.push([name, input]);
    const value = answers[name];
    return value === undefined ? { ok: false, failure: failure('BOOK_READ_ONLY') } : { ok: true, value };
  };
  vi.stubGlobal('window', { yusuan: { call } });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

const applied = { rows: [{ id: 5, revision: 1, position: 1_024 }], removed: [], state };
const ready = (...told: SavedRow[]) => ({ prepared: 3, told });
const saved = [{ id: 5, revision: 1, position: 1_024, values: { note: '一' } }];

test('rows that lie ready are only named, and come back as they were laid', async () => {
  const asked = core({ 'rows.applyPrepared': { first: applied.rows[0], distance: 1_024, state } });
  expect(await sendRows('line', 1, '粘贴 2 行', [row('一'), row('二')], [], ready())).toMatchObject({
    ok: true,
    rows: [...saved, { id: 6, revision: 1, position: 2_048, values: { note: '二' } }],
    revision: 7,
  });
  expect(asked).toEqual([['rows.applyPrepared', { prepared: 3, label: '粘贴 2 行' }]]);
});

test('rows that are stored as was told are those that were told, and others where they stand elsewhere by now', async () => {
  const two = [...saved, { id: 6, revision: 1, position: 2_048, values: { note: '二' } }];
  const rowsAt = async (id: number, position: number, distance: number) => {
    core({ 'rows.applyPrepared': { first: { id, revision: 1, position }, distance, state } });
    const sent = await sendRows('line', 1, '粘贴 2 行', [row('一'), row('二')], [], ready(...two));
    return sent.ok ? sent.rows : null;
  };
  const told = await rowsAt(5, 1_024, 1_024);
  expect(told).toEqual(two);
  expect(told?.[1]).toBe(two[1]);
  for (const [id, position, distance] of [
    [5, 2_048, 1_024],
    [5, 1_024, 512],
    [8, 1_024, 1_024],
  ] as const) {
    expect(await rowsAt(id, position, distance)).toMatchObject([
      { id, position },
      { id: id + 1, position: position + distance, values: { note: '二' } },
    ]);
  }
});

test('rows that lie ready no more are sent', async () => {
  const asked = core({ 'rows.applyPrepared': null, 'line.apply': applied });
  expect(await sendRows('line', 1, '粘贴 1 行', [row('一')], [], ready(...saved))).toMatchObject({
    ok: true,
    rows: saved,
  });
  const save = [{ id: null, revision: null, position: null, note: '一' }];
  expect(asked[1]).toEqual(['line.apply', { parentId: 1, label: '粘贴 1 行', save, remove: [] }]);
});

test('what keeps rows from being saved is told, of those that lie ready, too; what keeps them from lying ready is not', async () => {
  core({});
  expect(await sendRows('line', 1, '粘贴 1 行', [row('一')], [], ready(...saved))).toMatchObject({
    ok: false,
    failure: { code: 'BOOK_READ_ONLY' },
  });
  expect(await prepareRows('line', 1, [row('一')])).toBeNull();
  const asked = core({ 'line.prepare': { prepared: 9, first: applied.rows[0], distance: 1_024 } });
  expect(await prepareRows('line', 1, [row('一')])).toEqual({ prepared: 9, told: saved });
  expect(asked).toEqual([
    ['line.prepare', { parentId: 1, save: [{ id: null, revision: null, position: null, note: '一' }] }],
  ]);
});
