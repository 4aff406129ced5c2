import { describe, expect, it } from 'vitest';
import { budgetLine } from '../entities/budget-line.ts';
import { project } from '../entities/project.ts';
import { codeChoices, optionChoices, rowChoices } from './choices.ts';
import { suggest } from './suggest.ts';
import type { CellLookup, SavedRow } from './values.ts';

const codes = [
  ['2120101', '行政运行'],
  ['2120501', '城乡社区环境卫生'],
  ['2080505', '机关事业单位基本养老保险缴费支出'],
  ['2080599', '其他支出'],
  ['2299999', '其他支出'],
].map(([code = '', name = '']) => ({ code, name, path: name, mark: 'O' }));
const projects: SavedRow[] = ['环卫设备更新', '道路清扫'].map((name, index) => ({
  id: index + 1,
  revision: 1,
  position: index,
  values: { name },
}));
const lookup: CellLookup = {
  amountUnit: 'yuan',
  choices: (field) => {
    if (field.kind === 'code') return codeChoices(codes, field.digits, () => '').choices;
    return field.kind === 'enum'
      ? optionChoices(field.options, () => '').choices
      : rowChoices(projects, () => '').choices;
  },
  choiceOf: () => null,
  recent: () => [],
};
const { functional, projectId, amount, nature } = budgetLine.fields;
const texts = (...asked: Parameters<typeof suggest>) => suggest(...asked).map(({ text }) => text);

describe('suggest', () => {
  it('offers first the code that is one digit away', () => {
    expect(texts(functional, '212501', lookup, 'yuan')[0]).toBe('2120501');
    expect(texts(functional, '2120510', lookup, 'yuan')[0]).toBe('2120501');
  });
  it('offers every code of a name that is not unique, and names that are almost the same', () => {
    expect(texts(functional, '其他支出', lookup, 'yuan')).toEqual(['2080599', '2299999']);
    expect(texts(functional, '机关事业单位养老保险缴费', lookup, 'yuan')[0]).toBe('2080505');
  });
  it('offers the project whose name is likest, and for a vocabulary always something', () => {
    expect(texts(projectId, '环卫设备更新购置', lookup, 'yuan')).toEqual(['环卫设备更新']);
    expect(texts(nature, '甲', lookup, 'yuan')).toEqual(['基本支出', '项目支出']);
  });
  it('offers a figure with too many decimals rounded half-up to 分, in its unit', () => {
    expect(texts(amount, '33.3333335', lookup, 'wan')).toEqual(['33.333334']);
    expect(texts(amount, '1,234.565', lookup, 'yuan')).toEqual(['1234.57']);
    expect(texts(amount, '12.3x', lookup, 'yuan')).toEqual([]);
  });
  it('offers the first and last day of a month', () => {
    expect(texts(project.fields.endsOn, '2024年2月', lookup, 'yuan')).toEqual(['2024-02-01', '2024-02-29']);
  });
});
