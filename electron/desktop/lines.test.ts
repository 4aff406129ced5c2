import { expect, test } from 'vitest';
import { createLines } from './lines.ts';
import { createRemotePort } from './remote-port.ts';
import type { CoreMessage, ToMain } from './wire.ts';

function line() {
  const heard: CoreMessage[] = [];
  return { heard, postMessage: (message: CoreMessage) => void heard.push(message) };
}

test('answers a call on the line it came from', async () => {
  const lines = createLines(async (name, input) => ({ ok: true, value: [name, input] }));
  const [mine, other] = [line(), line()];
  const hear = lines.add(mine);
  lines.add(other);
  hear({ id: 7, name: 'totals.get', input: { budgetId: 1 } });
  await expect
    .poll(() => mine.heard)
    .toEqual([{ kind: 'answer', id: 7, answer: { ok: true, value: ['totals.get', { budgetId: 1 }] } }]);
  expect(other.heard).toEqual([]);
});

test.each([null, 'text', {}, { id: 1, name: 2, input: 3 }, { id: '1', name: 'a', input: {} }])(
  'does not hear %j, which is no call',
  async (message) => {
    let dispatched = 0;
    const lines = createLines(async () => {
      dispatched += 1;
      return { ok: true, value: null };
    });
    lines.add(line())(message);
    expect(dispatched).toBe(0);
  },
);

test('tells every open line, and none that was closed', () => {
  const lines = createLines(async () => ({ ok: true, value: null }));
  const [open, closed] = [line(), line()];
  lines.add(open);
  lines.add(closed);
  lines.remove(closed);
  lines.emit({ name: 'book.closed', payload: null });
  expect([open.heard.length, closed.heard.length]).toEqual([1, 0]);
});

test('gives each question its own answer, in whatever order they come', async () => {
  const told: ToMain[] = [];
  const port = createRemotePort({ dataFolder: '/data', user: 'li', emit: () => {}, tellMain: (m) => told.push(m) });
  const open = port.chooseOpen({ title: '打开', extensions: ['ysb'] });
  const save = port.chooseSave({ title: '保存', extensions: ['xlsx'], suggestedName: 'a.xlsx' });
  expect(told.map((message) => (message.kind === 'question' ? message.question.kind : ''))).toEqual(['open', 'save']);
  port.answered(2, '/b.xlsx');
  port.answered(99, '/nobody-asked');
  port.answered(1, null);
  expect([await open, await save]).toEqual([null, '/b.xlsx']);
});
