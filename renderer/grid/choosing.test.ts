import { expect, test } from 'vitest';
import { budgetLine } from '../../shared/entities/budget-line.ts';
import { codeChoices } from '../../shared/intake/choices.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import { initialsOf } from '../codes/initials.ts';
import { choosingFor, choosingIn, nearTo, stepHighlight } from './choosing.ts';

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
test('a suggested text is completed from its beginning, any other is taken as it was typed', () => {
  const offered = ['公开招标', '询价'].map((label) => ({
    value: label,
    label,
    code: '',
    path: '',
    initials: initialsOf(label),
  }));
  const column = {
    key: 'method',
    field: { kind: 'text', label: '采购方式', maxLength: 40 },
    width: 100,
    suggest: () => offered,
  } as const;
  const after = (typed: string | null) => choosingIn(column, typed, {}, '询价', lookup);
  expect(after('公开')?.highlight).toBe(0);
  expect(after('gkzb')?.highlight).toBe(0);
  expect(after('招标')).toMatchObject({ choices: [{ label: '公开招标' }], highlight: -1 });
  expect(after('比选')).toEqual({ choices: [], highlight: -1 });
  expect(after(null)?.highlight).toBe(1);
  expect(choosingIn({ key: 'note', field: column.field, width: 100 }, '公', {}, null, lookup)).toBeNull();
});
test('a name with a slip and a number one digit off are answered with what is like them, to be picked and not taken', () => {
  const column = { key: 'economic', field, width: 100 };
  expect(nearTo(column, '印刷废', lookup)).toMatchObject({ choices: [{ code: '30202' }], highlight: -1, near: true });
  expect(nearTo(column, '30292', lookup).choices.map(({ code }) => code)).toContain('30202');
  expect(stepHighlight(nearTo(column, '印刷废', lookup), 1)).toMatchObject({ highlight: 0, near: true });
});
test('the arrows go round the list', () => {
  const open = choosingFor(field, '', null, lookup);
  expect(stepHighlight(open, 1).highlight).toBe(0);
  expect(stepHighlight({ ...open, highlight: 3 }, 1).highlight).toBe(0);
  expect(stepHighlight({ ...open, highlight: 0 }, -1).highlight).toBe(3);
});

test('a name that is in no list is offered to be made, below all that is like it, and never taken without being chosen', () => {
  const named = (label: string, value: number) => ({ value, label, code: '', path: '', initials: initialsOf(label) });
  const projects = [named('公厕管护', 1), named('公厕改造', 2)];
  const fixed = { key: 'projectId', field: budgetLine.fields.projectId, width: 1 };
  const column = { ...fixed, make: async () => null };
  const among = { ...lookup, choices: () => projects };
  const fresh = choosingIn(column, ' 道路清扫 ', {}, null, among);
  expect(fresh).toEqual({ choices: [], highlight: -1, make: '道路清扫' });
  expect(fresh && stepHighlight(fresh, 1).highlight).toBe(0);
  const part = choosingIn(column, '公厕', {}, null, among);
  expect(part).toMatchObject({ choices: projects, highlight: 0, make: '公厕' });
  expect(part && stepHighlight(part, -1).highlight).toBe(2);
  expect(choosingIn(column, '公厕管护', {}, null, among)).not.toHaveProperty('make');
  expect(choosingIn(fixed, '道路', {}, null, among)).not.toHaveProperty('make');
});
