import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetLine } from '../entities/budget-line.ts';
import { project } from '../entities/project.ts';
import { stateAsset } from '../entities/state-asset.ts';
import type { Field } from '../shape/shape.ts';
import { codeChoices, optionChoices, rowChoices } from './choices.ts';
import { parseCell } from './parse-cell.ts';
import { editText, showCell } from './show-cell.ts';
import type { CellLookup } from './values.ts';

const initialsOf = (name: string) => (name === '基本支出' ? 'jbzc' : '');
const entries = [
  { code: '212', name: '城乡社区支出', path: '城乡社区支出', mark: 'O' },
  { code: '2120501', name: '城乡社区环境卫生', path: '城乡社区支出 / 城乡社区环境卫生 / 城乡社区环境卫生', mark: 'O' },
  { code: '2110301', name: '大气', path: '节能环保支出 / 污染防治 / 大气', mark: 'O' },
  { code: '2299999', name: '其他支出', path: '其他支出 / 其他支出 / 其他支出', mark: 'O' },
  { code: '2089999', name: '其他支出', path: '社会保障和就业支出 / 其他支出 / 其他支出', mark: 'O' },
];
const projects = [
  { id: 7, revision: 1, position: 1, values: { name: '路灯维修', code: 'P1' } },
  { id: 8, revision: 1, position: 2, values: { name: '二类费用', code: null } },
  { id: 9, revision: 1, position: 3, values: { name: '二类费用', code: null } },
];

function lookupIn(amountUnit: 'yuan' | 'wan'): CellLookup {
  const listOf = (field: Field) => {
    if (field.kind === 'code') return codeChoices(entries, field.digits, initialsOf);
    return field.kind === 'enum' ? optionChoices(field.options, initialsOf) : rowChoices(projects, initialsOf);
  };
  return {
    amountUnit,
    choices: (field) => listOf(field).choices,
    choiceOf: (field, value) => listOf(field).byValue.get(value) ?? null,
    recent: () => [],
  };
}

const lookup = lookupIn('yuan');
const { fields } = budgetLine;
const read = (field: Field, text: string) => {
  const parsed = parseCell(field, text, lookup);
  return parsed.ok ? parsed.value : `✗ ${parsed.reason}`;
};

describe('codes', () => {
  test.each([
    ['2120501', '2120501'],
    ['２１２０５０１', '2120501'],
    ['2120501 城乡社区环境卫生', '2120501'],
    ['2120501城乡社区环境卫生', '2120501'],
    ['大气', '2110301'],
    ['2999998', '2999998'],
    ['', null],
  ])('%j is taken as %j', (text, code) => {
    expect(read(fields.functional, text)).toBe(code);
  });
  test('one that is too short is refused and named', () => {
    expect(read(fields.functional, '21205')).toContain('“21205”是5位');
  });
  test('of the procurement catalogue begin with their letter', () => {
    const goods = { kind: 'code', label: '品目', catalogue: 'procurement', digits: [9] } as const;
    expect(read(goods, 'ａ02010105')).toBe('A02010105');
    expect(read(goods, 'A02010105 台式计算机')).toBe('A02010105');
    expect(read(goods, 'A0201')).toContain('“品目”是字母A、B或C加8位数字，“A0201”不是');
    expect(read(goods, 'D02010105')).toContain('“d02010105”不是');
    expect(read(goods, '台机')).toContain('“台机”不是');
    expect(showCell(goods, 'A02010105', lookup)).toBe('A02010105（未在目录中）');
  });
  test('a name that several codes have is asked back with those codes', () => {
    expect(read(fields.functional, '其他支出')).toContain('2299999、2089999');
  });
});

describe('vocabularies', () => {
  test.each([
    ['项目支出', 'project'],
    ['项目', 'project'],
    ['jbzc', 'basic'],
  ])('%j is understood', (text, value) => {
    expect(read(fields.nature, text)).toBe(value);
  });
  test('what is none of them is answered with what can be filled in', () => {
    expect(read(fields.nature, '其他')).toContain('基本支出、项目支出');
  });
});

describe('projects', () => {
  test('are found by name or code', () => {
    expect(read(fields.projectId, '路灯维修')).toBe(7);
    expect(read(fields.projectId, 'p1')).toBe(7);
  });
  test('of one name are told apart by what their cells show', () => {
    expect(read(fields.projectId, '二类费用〔2〕')).toBe(9);
    expect(read(fields.projectId, '二类费用')).toBe(8);
  });
  test('that are not there are refused by name', () => {
    expect(read(fields.projectId, '停车场')).toContain('没有找到“停车场”');
  });
});

describe('other kinds', () => {
  test.each([
    ['2027-3-1', '2027-03-01'],
    ['2027年3月1日', '2027-03-01'],
    ['20270301', '2027-03-01'],
  ])('the day %j is %j', (text, day) => {
    expect(read(project.fields.startsOn, text)).toBe(day);
  });
  test('a day that no calendar has is refused', () => {
    expect(read(project.fields.startsOn, '2027-2-30')).toContain('✗');
  });
  test.each([
    ['是', true],
    ['√', true],
    ['否', false],
  ])('%j is a yes or no', (text, value) => {
    expect(read(project.fields.continues, text)).toBe(value);
  });
  test.each([
    ['1,200.50', '1200.5'],
    ['007', '7'],
    ['.5', '0.5'],
    ['0.0', '0'],
  ])('the quantity %j is kept as %j', (text, value) => {
    expect(read(stateAsset.fields.quantity, text)).toBe(value);
  });
  test('an amount below zero is refused where none is allowed', () => {
    expect(read(fields.amount, '-1')).toContain('不能是负数');
  });
});

test('editing a cell without changing it keeps every amount, in 元 and in 万元', () => {
  const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
  for (const unit of ['yuan', 'wan'] as const) {
    const inUnit = lookupIn(unit);
    fc.assert(
      fc.property(amounts, (amount) => {
        const text = editText(fields.amount, amount, inUnit);
        expect(parseCell(fields.amount, text, inUnit)).toEqual({ ok: true, value: amount });
      }),
    );
  }
});

test('a code is shown with its name, or marked where it is not listed', () => {
  expect(showCell(fields.functional, '2110301', lookup)).toBe('2110301 大气');
  expect(showCell(fields.functional, '2999998', lookup)).toBe('2999998（未在科目表中）');
});
