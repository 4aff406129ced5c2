import { describe, expect, it } from 'vitest';
import { goalSheet } from '../entities/goal-sheet.ts';
import { FORM_FAMILIES } from './form-families/index.ts';
import type { FormFamily } from './form-spec.ts';
import { fieldsOf, formOf, formsFor, headingOf, isOnForm, kindOf, layoutOf, placesOf } from './forms.ts';
import { THIRD_FORM } from './third-form.fixture.ts';
import { indicatorTree, type Placed } from './tree.ts';

const ALL = [...FORM_FAMILIES, THIRD_FORM];
const UNIT = { region: '山西省吕梁市岚县', level: 'county' } as const;

const one = (period: Placed['period'], level2: string, level3: string, level1 = '产出指标'): Placed => ({
  period,
  level1,
  level2,
  level3,
});
const names = (form: FormFamily, list: readonly Placed[], level2: string) =>
  indicatorTree(form, list)
    .find((group) => group.level2 === level2)
    ?.rows.map(({ implementation, annual }) => [implementation?.level3 ?? null, annual?.level3 ?? null]);

describe('the forms', () => {
  it.each(ALL)('$id is plain data whose fields are those of a goal sheet, each once', (form) => {
    expect(JSON.parse(JSON.stringify(form))).toEqual(form);
    for (const layout of [form.project, form.unit]) {
      const fields = fieldsOf(layout);
      expect(new Set(fields).size).toBe(fields.length);
      for (const field of fields) expect(Object.keys(goalSheet.fields)).toContain(field);
    }
  });

  it('of the two shipped families show every field of a goal sheet', () => {
    const shown = Object.keys(goalSheet.fields).filter((name) => name !== 'projectId' && name !== 'form');
    for (const form of FORM_FAMILIES) {
      for (const layout of [form.project, form.unit]) expect([...fieldsOf(layout)].sort()).toEqual(shown.sort());
    }
  });

  it('carry cost under output or as a first level of its own', () => {
    expect(isOnForm('costUnderOutput', '产出指标', '成本指标')).toBe(true);
    expect(isOnForm('costFirst', '产出指标', '成本指标')).toBe(false);
    expect(isOnForm('costFirst', '成本指标', '生态环境成本指标')).toBe(true);
    expect(['成本指标', '经济成本指标', '可持续发展影响'].map(kindOf)).toEqual(['cost', 'cost', null]);
  });

  it('are in force by the budget year', () => {
    expect(formsFor(2021).map(({ id }) => id)).toEqual(['costUnderOutput']);
    expect(formsFor(2027, ALL).map(({ id }) => id)).toEqual(['costUnderOutput', 'costFirst', 'invented']);
  });

  it('are titled for the unit and the year', () => {
    const form = formOf('costUnderOutput');
    expect(headingOf(layoutOf(form, { projectId: 1 }), UNIT, 2025)).toEqual({
      title: '岚县县(区)级预算部门（单位）项目支出绩效目标表',
      subtitle: '（2025年度）',
    });
    expect(headingOf(layoutOf(form, { projectId: null }), { region: '山西省太原市', level: 'city' }, 2025).title).toBe(
      '太原市市级预算部门（单位）整体支出绩效目标表',
    );
    expect(headingOf(THIRD_FORM.project, { region: null, level: 'province' }, 2027)).toEqual({
      title: '项目目标申报表',
      subtitle: '2027年',
    });
  });

  it.each([
    ['山西省晋城市泽州县', '泽州县'],
    ['山西省忻州市', '忻州市'],
    ['山东省济宁市兖州区', '兖州区'],
    ['山西省吕梁市孝义市', '孝义市'],
    ['北京市海淀区', '海淀区'],
    ['甘肃省临夏回族自治州临夏市', '临夏市'],
    ['甘肃省临夏州康乐县', '康乐县'],
    ['新疆维吾尔自治区喀什地区喀什市', '喀什市'],
    ['内蒙古自治区锡林郭勒盟锡林浩特市', '锡林浩特市'],
    ['山西省', '山西省'],
    ['岚县', '岚县'],
  ])('call the place of %s %s', (region, place) => {
    const { title } = headingOf(formOf('costUnderOutput').project, { region, level: 'county' }, 2027);
    expect(title).toBe(`${place}县(区)级预算部门（单位）项目支出绩效目标表`);
  });

  it('are found by their id, and a sheet of an unknown one is still shown', () => {
    expect(formOf('invented', ALL)).toBe(THIRD_FORM);
    expect(formOf('gone')).toBe(FORM_FAMILIES[0]);
  });
});

describe('the tree of indicators', () => {
  const form = formOf('costUnderOutput');

  it('has every second level of the form in printed order, also without indicators', () => {
    expect(indicatorTree(form, []).map(({ printed }) => printed.level2)).toEqual([
      ...['数量指标', '质量指标', '时效指标', '成本指标'],
      ...['经济效益', '社会效益', '生态效益', '可持续影响', '服务对象满意度'],
    ]);
    expect(indicatorTree(THIRD_FORM, []).map(({ level2 }) => level2)).toEqual(
      placesOf(THIRD_FORM).map(({ level2 }) => level2.name),
    );
  });

  it('puts indicators of one name beside each other, and what is left over in order', () => {
    const list = [
      one('implementation', '数量指标', '甲'),
      one('implementation', '数量指标', '乙丙丁'),
      one('implementation', '数量指标', '戊'),
      one('annual', '数量指标', '己'),
      one('annual', '数量指标', '乙丙'),
    ];
    expect(names(form, list, '数量指标')).toEqual([
      ['甲', '己'],
      ['乙丙丁', '乙丙'],
      ['戊', null],
    ]);
  });

  it('keeps what the form has no place for, behind everything else', () => {
    const list = [one('annual', '可持续发展影响', '甲', '效益指标'), one('annual', '数量指标', '乙')];
    const groups = indicatorTree(form, list);
    expect(groups.at(-1)).toMatchObject({ level2: '可持续发展影响', onForm: false });
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(2);
  });
});
