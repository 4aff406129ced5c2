import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPERATORS } from '../entities/vocabulary.ts';
import { parseValueText, valueText } from './value-text.ts';

const parts = (text: string) => {
  const { operator, value, measure } = parseValueText(text);
  return [operator, value, measure];
};

describe('a typed indicator value', () => {
  it.each([
    ['≥95%', '≥', '95', '%'],
    ['>=９５ ％', '≥', '95', '%'],
    ['≤7.6万元', '≤', '7.6', '万元'],
    ['＜ 3 次', '<', '3', '次'],
    ['=100%', '=', '100', '%'],
    ['100%', null, '100', '%'],
    ['6,100,000吨', null, '6100000', '吨'],
    ['25座', null, '25', '座'],
    ['≤528元/人/月', '≤', '528', '元/人/月'],
    ['不少于20座', '≥', '20', '座'],
    ['不超过50万元', '≤', '50', '万元'],
    ['95%以上', '≥', '95', '%'],
    ['3次以内', '≤', '3', '次'],
    ['≤15日内', '≤', '15', '日内'],
    ['10年', null, '10', '年'],
    ['12', null, '12', null],
    ['≥九成', '≥', '九成', null],
  ])('%s is taken apart', (text, operator, value, measure) => {
    expect(parts(text)).toEqual([operator, value, measure]);
  });

  it.each([
    '2027年6月底前',
    '2027年',
    '6月底前',
    '2024年10月至2024年12月',
    '步行五分钟可达',
    '不超过预算',
    '随坏随修',
    '47个项目全部完成',
    '100%覆盖全部村庄',
    'COD≤40,氨氮≤2,总磷≤0.4',
    '≤40,≤2',
    '3-5个',
    '15日内',
  ])('%s stays the text it is', (text) => {
    expect(parts(text)).toEqual([null, text, null]);
  });

  it('reads again what it shows', () => {
    const unit = fc.constantFrom(null, '%', '座', '万元', '元/人', '万平方米', '人次');
    const number = fc.tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.constantFrom('', '.5', '.125'));
    const operator = fc.constantFrom(null, ...OPERATORS.map(({ value }) => value));
    fc.assert(
      fc.property(operator, number, unit, (sign, [whole, fraction], measure) => {
        const given = { operator: sign, value: `${whole}${fraction}`, measure };
        expect(parseValueText(valueText(given))).toEqual(given);
      }),
    );
  });

  it('loses no character that says something, and settles at once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'≥≤<>=0123456789.,%元座年月日前底 不少于至内以上') }),
        (text) => {
          const once = parseValueText(text);
          expect(parseValueText(valueText(once))).toEqual(once);
          const said = (of: string) => of.match(/[0-9]/g)?.join('') ?? '';
          expect(said(valueText(once))).toBe(said(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
