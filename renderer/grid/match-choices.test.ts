import { expect, test } from 'vitest';
import { budgetLine } from '../../shared/entities/budget-line.ts';
import { codeChoices } from '../codes/choices.ts';
import { initialsOf } from '../codes/initials.ts';
import { choosingFor, stepHighlight } from './choosing.ts';
import { matchChoices } from './match-choices.ts';
import type { CellLookup } from './values.ts';

const { choices } = codeChoices(
  [
    { code: '30201', name: '办公费', path: '商品和服务支出 / 办公费', mark: 'O' },
    { code: '30202', name: '印刷费', path: '商品和服务支出 / 印刷费', mark: 'O' },
    { code: '31002', name: '办公设备购置', path: '资本性支出 / 办公设备购置', mark: 'O' },
    { code: '30299', name: '其他商品和服务支出', path: '商品和服务支出 / 其他商品和服务支出', mark: 'O' },
  ],
  [5],
  initialsOf,
);
const codes = (typed: string, recent: readonly string[] = []) =>
  matchChoices(choices, typed, recent, 10).map((choice) => choice.code);

test('codes are found by the beginning of their number', () => {
  expect(codes('302')).toEqual(['30201', '30202', '30299']);
});
test('by name, and by a part of it', () => {
  expect(codes('办公')).toEqual(['30201', '31002']);
  expect(codes('设备')).toEqual(['31002']);
});
test('by pinyin initials, in either case', () => {
  expect(codes('bgf')[0]).toBe('30201');
  expect(codes('BGSB')).toEqual(['31002']);
});
test('by the name of the class above them', () => {
  expect(codes('资本性')).toEqual(['31002']);
});
test('those used lately come first among equals', () => {
  expect(codes('', ['30299', '31002']).slice(0, 2)).toEqual(['30299', '31002']);
  expect(codes('办公', ['31002'])).toEqual(['31002', '30201']);
});

const field = budgetLine.fields.deptEconomic;
const lookup: CellLookup = { amountUnit: 'yuan', choices: () => choices, choiceOf: () => null, recent: () => [] };

test('Enter takes the first match of a name, but never completes a number', () => {
  expect(choosingFor(field, 'bgf', null, lookup).highlight).toBe(0);
  expect(choosingFor(field, '302', null, lookup).highlight).toBe(-1);
  expect(choosingFor(field, '30202', null, lookup).choices[0]?.code).toBe('30202');
  expect(choosingFor(field, '39999', null, lookup)).toEqual({ choices: [], highlight: -1 });
});
test('opening the list shows everything, at the value the cell has', () => {
  expect(choosingFor(field, null, '31002', lookup).highlight).toBe(2);
});
test('the arrows go round the list', () => {
  const open = choosingFor(field, '', null, lookup);
  expect(stepHighlight(open, 1).highlight).toBe(0);
  expect(stepHighlight({ ...open, highlight: 3 }, 1).highlight).toBe(0);
  expect(stepHighlight({ ...open, highlight: 0 }, -1).highlight).toBe(3);
});
