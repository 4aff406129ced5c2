import { describe, expect, it } from 'vitest';
import { firstDayIn, monthsIn, spanOutsideQuarter, yearsIn } from './dates.ts';
import { isCutOff, isNameOpen, wrongSum } from './prose.ts';
import { earlierLike, sketchOf } from './similar.ts';
import { hasSeveralLimits, isEcho, isPercent, moneyIn, numberIn } from './value.ts';

describe('an indicator value', () => {
  it('is a number only where nothing else stands beside it', () => {
    expect(['95', '1,200.5', '98%', '-3'].map((value) => numberIn(value)?.toString())).toEqual([
      '95',
      '1200.5',
      '98',
      '-3',
    ]);
    expect(['≥95', '2025年', '九成', '', '3座'].map(numberIn)).toEqual([null, null, null, null, null]);
  });

  it('is money where the unit is one of money as a whole, kept to the 分', () => {
    expect(moneyIn('743.724039', '万元')).toBe(743_724_039);
    expect(moneyIn('16216152', '元')).toBe(1_621_615_200);
    expect([moneyIn('528', '元/人/月'), moneyIn('若干', '元'), moneyIn('5', null)]).toEqual([null, null, null]);
  });

  it('is a percentage by its own sign or its unit', () => {
    expect([isPercent('98%', null), isPercent('98', '％'), isPercent('98', '座')]).toEqual([true, true, false]);
  });

  it('may only repeat the name, or hold several limits', () => {
    expect([isEcho('补助发放及时率', '及时'), isEcho('补助发放及时率', '98%'), isEcho('秩序', '')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([hasSeveralLimits('COD≤40,氨氮≤2'), hasSeveralLimits('≤40')]).toEqual([true, false]);
  });
});

describe('dates in sentences', () => {
  it('names years, also of a span without 年', () => {
    expect(yearsIn('2023-2024年度供热')).toEqual([2023, 2024]);
    expect(yearsIn('2022至2023年度，投资2024万元')).toEqual([2022, 2023]);
  });

  it('names the first whole day, and none where only months stand', () => {
    expect(firstDayIn('2025年1月5日至1月25日')).toBe('2025-01-05');
    expect(firstDayIn('2025.1.10至2025.1.26')).toBe('2025-01-10');
    expect(firstDayIn('2025年1月至2月')).toBeNull();
  });

  it('names months, in lists too', () => {
    expect([...monthsIn('2024年11、12月')]).toEqual([11, 12]);
    expect([...monthsIn('2024年12月及2025年1月份')]).toEqual([12, 1]);
  });

  it('finds the span that leaves the quarter of the name', () => {
    expect(spanOutsideQuarter('2024年第三季度经费', '2024年7月至12月的费用')).toBe('2024年7月至12月');
    expect(spanOutsideQuarter('2024年第三季度经费', '2024年7月至9月的费用，2025年1月至3月支付')).toBeNull();
  });
});

describe('texts', () => {
  it('are cut off where a longer one does not end as a sentence', () => {
    const text = '对县域内十四所小学的校舍进行屋面防水和外墙排险。';
    expect([isCutOff(text), isCutOff(text.slice(0, -2)), isCutOff('无'), isCutOff(null)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('names are open behind a mark, a particle or a bracket', () => {
    expect(['综合利用污水,', '树立诚信的', '改造(一期', '改造（一期）'].map(isNameOpen)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('sums of parts are compared only where they are meant to be the whole', () => {
    expect(wrongSum('总投资1622.7万元，其中设备1450万元、安装160万元、其他27.7万元。')).toEqual({
      total: '1622.7',
      sum: '1637.7',
    });
    expect(wrongSum('总投资100万元，其中设备10万元、安装20万元。')).toBeNull();
  });

  it('are alike though a word differs, and not because they share their subject', () => {
    const text =
      '对县域内十四所农村小学和六所初中的校舍进行屋面防水、外墙排险、门窗更换和卫生间改造，分两年完成，开学前验收交付。';
    const other =
      '购置压缩式垃圾车六辆，替换已经达到报废年限的旧车，提高县城生活垃圾清运能力，当年完成采购、上牌和验收，投入使用。';
    const long = `${text}每所学校一份方案，由设计单位复核；质量终身负责，尾款与一年质保挂钩。消除已经查明的安全隐患，办学条件明显改善，师生和家长的满意程度逐年提高，学校周边秩序良好。`;
    const earlier = (...texts: readonly string[]) => {
      const all = texts.map((one, at) => ({ id: at + 1, position: at, sketch: sketchOf(one) }));
      const last = all.at(-1);
      const withPiece = (piece: number) => all.filter(({ sketch }) => sketch.includes(piece));
      return last === undefined ? null : (earlierLike(last, last.sketch, withPiece)?.id ?? null);
    };
    expect(earlier(long, other, long.replace('分两年', '分三年'))).toBe(1);
    expect(earlier(text, other)).toBeNull();
  });
});
