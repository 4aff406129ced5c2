import { afterAll, expect, test } from 'vitest';
import { openDesk } from './desk.ts';
import { mutateBytes, mutateJson, mutateText, randomFrom } from './mutate.ts';

const desk = await openDesk();
afterAll(() => desk.close());

test('takes in its own files, and tells a broken one from a taken one', async () => {
  const whole = desk.write('全.json', desk.seed('budget.json'));
  expect(await desk.attempt('import.interchange', whole, { jobId: 'f' })).toMatchObject({ lines: 34 });
  await desk.call('history.undo', {});
  const cut = desk.write('半.json', desk.seed('budget.json').subarray(0, 900));
  expect(await desk.attempt('import.interchange', cut, { jobId: 'f' })).toBeNull();
  const rules = desk.write('规则.json', desk.seed('rules.json'));
  expect(await desk.attempt('procurement.addRuleSet', rules, {})).toMatchObject({ id: 'own-2026' });
  const book = desk.write('外来.ysb', desk.seed('book.ysb'));
  expect(await desk.second('book.open', book, { recentId: null })).toMatchObject({ readOnly: false });
  for (const kind of ['spending', 'project', 'goals', 'procurement'] as const) {
    const file = desk.write('导入.xlsx', desk.seed(`${kind}.xlsx`));
    const opened = await desk.attempt('intake.open', file, { budgetId: 1, kind, jobId: 'f' });
    expect(opened?.parts[0]?.report).toMatchObject({ added: 0, refused: 0 });
  }
});

test('the same seed makes the same wrong file, another seed another one', () => {
  const text = '{"a": 12, "b": ["x", "y"], "长": "文字"}';
  const bytes = new TextEncoder().encode(text);
  const made = (seed: number) => [
    mutateText(text, randomFrom(seed)),
    mutateJson(text, randomFrom(seed)),
    [...mutateBytes(bytes, randomFrom(seed))].join(),
  ];
  expect(made(7)).toEqual(made(7));
  expect(made(7)).not.toEqual(made(8));
});
