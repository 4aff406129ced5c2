import { expect, test } from 'vitest';
import { budgetLine } from '../../shared/entities/budget-line.ts';
import { codeChoices } from '../../shared/intake/choices.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import { codePath, hoverText } from './hover-text.ts';

const { amount, functional, note } = budgetLine.fields;
const codes = codeChoices(
  [{ code: '2120501', name: '环境卫生', path: '城乡社区支出 / 城乡社区环境卫生 / 环境卫生', mark: 'O' }],
  [7],
  () => '',
);
const lookup: CellLookup = {
  amountUnit: 'wan',
  choices: () => codes.choices,
  choiceOf: (_, value) => codes.byValue.get(value) ?? null,
  recent: () => [],
};
const column = (field: typeof amount | typeof functional | typeof note) => ({ key: 'x', field, width: 90 });

test('an amount is told in its unit and in words', () => {
  expect(hoverText(column(amount), 1_235_239, lookup)).toBe('1.24 万元\n大写：壹万贰仟叁佰伍拾贰元叁角玖分');
});

test('a code is told with the classes above it; one that is not listed has none', () => {
  expect(hoverText(column(functional), '2120501', lookup)).toBe(
    '212 城乡社区支出 › 21205 城乡社区环境卫生 › 2120501 环境卫生',
  );
  expect(codePath(column(functional), '2129999', lookup)).toBeNull();
  expect(hoverText(column(note), '说明', lookup)).toBeNull();
  expect(hoverText(column(amount), null, lookup)).toBeNull();
});
