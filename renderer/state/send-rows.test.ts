import { afterEach, expect, test, vi } from 'vitest';
import { failure } from '../../shared/api/failure.ts';
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
const saved = [{ id: 5, revision: 1, position: 1_024, values: { note: '一' } }];

test('rows that lie ready are only named, and come back as they were laid', async () => {
  const asked = core({ 'rows.applyPrepared': { first: applied.rows[0], distance: 1_024, state } });
  expect(await sendRows('line', 1, '粘贴 2 行', [row('一'), row('二')], [], 3)).toMatchObject({
    ok: true,
    rows: [...saved, { id: 6, revision: 1, position: 2_048, values: { note: '二' } }],
    revision: 7,
  });
  expect(asked).toEqual([['rows.applyPrepared', { prepared: 3, label: '粘贴 2 行' }]]);
});

test('rows that lie ready no more are sent', async () => {
  const asked = core({ 'rows.applyPrepared': null, 'line.apply': applied });
  expect(await sendRows('line', 1, '粘贴 1 行', [row('一')], [], 3)).toMatchObject({ ok: true, rows: saved });
  const save = [{ id: null, revision: null, position: null, note: '一' }];
  expect(asked[1]).toEqual(['line.apply', { parentId: 1, label: '粘贴 1 行', save, remove: [] }]);
});

test('what keeps rows from being saved is told, of those that lie ready, too; what keeps them from lying ready is not', async () => {
  core({});
  expect(await sendRows('line', 1, '粘贴 1 行', [row('一')], [], 3)).toMatchObject({
    ok: false,
    failure: { code: 'BOOK_READ_ONLY' },
  });
  expect(await prepareRows('line', 1, [row('一')])).toBeNull();
  const asked = core({ 'line.prepare': { prepared: 9 } });
  expect(await prepareRows('line', 1, [row('一')])).toBe(9);
  expect(asked).toEqual([
    ['line.prepare', { parentId: 1, save: [{ id: null, revision: null, position: null, note: '一' }] }],
  ]);
});
