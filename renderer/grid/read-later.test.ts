import { expect, test } from 'vitest';
import { budgetLine } from '../../shared/entities/budget-line.ts';
import { codeChoices } from '../../shared/intake/choices.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import { testBook } from './book.fixture.ts';
import { readAgain } from './read-later.ts';
import { BLANK } from './view.ts';

const entries = [
  { code: '30201', name: '办公费', path: '', mark: 'O' as const },
  { code: '30202', name: '印刷费', path: '', mark: 'O' as const },
];
const lookupWith = (initials: (name: string) => string, partial: boolean): CellLookup => {
  const { choices, byValue } = codeChoices(entries, [5], initials);
  return {
    amountUnit: 'yuan',
    partial,
    choices: () => choices,
    choiceOf: (_, value) => byValue.get(value) ?? null,
    recent: () => [],
  };
};
const before = lookupWith(() => '', true);
const after = lookupWith((name) => (name === '办公费' ? 'bgf' : 'ysf'), false);
const fields = { economic: budgetLine.fields.deptEconomic };
const column = { key: 'economic', field: fields.economic, width: 90 };

test('initials committed before pinyin has come count once it has, also in a row that was stored meanwhile', async () => {
  const { session, rows, labels } = testBook(fields, [{ economic: '30202' }], { economic: null });
  session.edit([{ key: session.keyAt(0), column, text: 'bgf', listed: true }], '修改', before);
  session.edit([{ key: BLANK, column, text: 'YSF', listed: true }], '新增', before);
  await session.idle();
  expect(rows().map(({ values }) => values.economic)).toEqual(['30202']);
  readAgain(session, before);
  readAgain(session, after);
  readAgain(session, after);
  await session.idle();
  expect(rows().map(({ values }) => values.economic)).toEqual(['30201', '30202']);
  expect(session.unsaved).toEqual([]);
  expect(labels).toHaveLength(1);
});

test('what was pasted, mended meanwhile, or is in no list is left as it is', async () => {
  const { session, rows } = testBook(fields, Array(3).fill({ economic: '30202' }), { economic: null });
  const commit = (row: number, text: string, listed: boolean) =>
    session.edit([{ key: session.keyAt(row), column, text, listed }], '修改', before);
  commit(0, 'bgf', false);
  commit(1, 'bgf', true);
  commit(1, '30202', true);
  commit(2, 'xyz', true);
  readAgain(session, after);
  await session.idle();
  expect(rows().map(({ values }) => values.economic)).toEqual(['30202', '30202', '30202']);
  expect(session.unsaved.map(({ typed }) => typed.economic)).toEqual(['bgf', 'xyz']);
});
