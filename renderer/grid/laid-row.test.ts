import { beforeEach, expect, test } from 'vitest';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { Field } from '../../shared/shape/shape.ts';
import { answeredBy } from './answered.fixture.ts';
import type { LaidRow } from './laid-row.ts';
import { RowStore } from './row-store.ts';
import type { SaveRow } from './saving.ts';
import { GridSession } from './session.ts';

const fields = {
  a: { kind: 'text', label: '甲', maxLength: 20 },
  n: { kind: 'integer', label: '数', min: 0, max: 9 },
} as const satisfies Record<string, Field>;
const lookup: CellLookup = { amountUnit: 'yuan', choices: () => [], choiceOf: () => null, recent: () => [] };
let sent: { readonly label: string; readonly save: readonly SaveRow[] }[];
let session: GridSession;
let nextId: number;

const good = (a: string): LaidRow => ({ key: null, values: { a, n: 1 }, typed: {}, problems: {}, waits: false });
const bad = (a: string): LaidRow => ({
  key: null,
  values: { a },
  typed: { n: '几' },
  problems: { n: '不是数' },
  waits: true,
});
const names = () => Array.from({ length: session.count - 1 }, (_, row) => session.rowAt(row).values.a);

beforeEach(() => {
  sent = [];
  nextId = 2;
  const store = new RowStore();
  session = new GridSession({
    store,
    fields,
    include: () => true,
    defaults: () => ({ a: null, n: null }),
    send: answeredBy(async (label, save) => {
      sent.push({ label, save });
      const rows = save.map(({ id, values }) => {
        const own = id ?? nextId++;
        return { id: own, revision: 1, position: own * 10, values };
      });
      return { ok: true, rows, removed: [], revision: sent.length + 1 };
    }),
    recordName: '行',
  });
  store.apply([{ id: 1, revision: 1, position: 10, values: { a: '原有', n: 5 } }], [], 1);
});

test('rows that come together are one step, and those with something to mend stay where they came', async () => {
  session.lay([good('一'), bad('二'), bad('三'), good('四')], '粘贴 4 行');
  expect(names()).toEqual(['原有', '一', '二', '三', '四']);
  await session.idle();
  expect(sent.map(({ label, save }) => [label, save.length])).toEqual([['粘贴 4 行', 2]]);
  expect(names()).toEqual(['原有', '一', '二', '三', '四']);
  expect(session.rowAt(2)).toMatchObject({ state: 'pending', typed: { n: '几' }, problems: { n: '不是数' } });
});

test('a mended row is saved at once, and below the row it came after', async () => {
  session.lay([good('一'), bad('二')], '粘贴 2 行');
  await session.idle();
  const column = { key: 'n', field: fields.n, width: 90 };
  session.edit([{ key: session.keyAt(2), column, text: '7' }], '修改', lookup);
  await session.idle();
  expect(sent[1]?.save[0]).toMatchObject({ id: null, values: { a: '二', n: 7 } });
  // 一 stands at 20.
  expect(sent[1]?.save[0]?.position).toBeGreaterThan(20);
});

test('a row laid over a stored one changes only what it brings', async () => {
  session.lay([{ key: 'r1', values: { n: 8 }, typed: {}, problems: {}, waits: false }], '粘贴 1 行');
  await session.idle();
  expect(sent[0]?.save[0]).toMatchObject({ id: 1, revision: 1, values: { a: '原有', n: 8 } });
});
