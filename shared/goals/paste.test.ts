import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTsv } from '../intake/tsv.ts';
import { formOf } from './forms.ts';
import { readIndicators } from './paste.ts';
import { THIRD_FORM } from './third-form.fixture.ts';
import { valueText } from './value-text.ts';

const form = formOf('costUnderOutput');
const read = (text: string, onto = form) =>
  readIndicators(parseTsv(text), onto, 'annual')?.map((one) => [
    one.period === 'annual' ? '年' : '期',
    one.level2,
    one.level3,
    valueText(one),
  ]) ?? null;

describe('a pasted block of indicators', () => {
  it('is read from the form itself, both periods, merged cells carried down', () => {
    const block = [
      '绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t二级指标\t三级指标\t指标值',
      '\t产出指标\t数量指标\t铺设管网\t≤3528米\t数量指标\t铺设管网\t≤1000米',
      '\t\t\t改造管网\t≤1406米\t\t改造管网\t≤500米',
      '\t\t时效指标\t工期\t2027年9月底前\t时效指标\t\t',
      '\t效益指标\t社会效益\t改善排水\t明显改善\t社会效益\t改善排水\t明显改善',
    ].join('\n');
    expect(read(block)).toEqual([
      ['期', '数量指标', '铺设管网', '≤3528米'],
      ['年', '数量指标', '铺设管网', '≤1000米'],
      ['期', '数量指标', '改造管网', '≤1406米'],
      ['年', '数量指标', '改造管网', '≤500米'],
      ['期', '时效指标', '工期', '2027年9月底前'],
      ['期', '社会效益指标', '改善排水', '明显改善'],
      ['年', '社会效益指标', '改善排水', '明显改善'],
    ]);
  });

  it('is read without heads where a column names second levels of the form', () => {
    expect(read('产出指标\t数量指标\t清扫面积\t≥20万平方米\n\t质量指标\t合格率\t≥95%')).toEqual([
      ['年', '数量指标', '清扫面积', '≥20万平方米'],
      ['年', '质量指标', '合格率', '≥95%'],
    ]);
    expect(read('完成\t路灯\t20盏', THIRD_FORM)).toEqual([['年', '完成情况', '路灯', '20盏']]);
  });

  it('goes where another form has the place', () => {
    expect(read('二级指标\t三级指标\t指标值\n成本指标\t总成本\t≤5万元', formOf('costFirst'))).toEqual([
      ['年', '经济成本指标', '总成本', '≤5万元'],
    ]);
  });

  it('is no list of indicators where nothing names a second level', () => {
    expect(read('清扫面积\t≥20万平方米\n转运量\t≥3吨')).toBeNull();
    expect(read('三级指标\t指标值\n清扫面积\t≥20')).toBeNull();
  });

  it('with operator, unit and weight in columns of their own', () => {
    const block = parseTsv(readFileSync(new URL('../../e2e/fixtures/paste/indicators.tsv', import.meta.url), 'utf8'));
    const found = readIndicators(block, form, 'annual') ?? [];
    expect(found.map((one) => [one.level2, one.level3, valueText(one), one.score])).toEqual([
      ['数量指标', '清扫面积', '≥120万平方米', '10'],
      ['数量指标', '清运垃圾', '≥3.5万吨', '10.5'],
      ['质量指标', '道路保洁合格率', '≥95%', '10'],
      ['社会效益指标', '市容环境', '明显改善', '30'],
      ['服务对象满意度指标', '群众满意度', '≥90%', '10'],
    ]);
  });
});
