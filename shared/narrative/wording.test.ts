import { describe, expect, it } from 'vitest';
import { oddYears, placeholderIn, vagueWords, wordsAgainst } from './wording.ts';

describe('words that explain a change', () => {
  it.each([
    ['主要原因是。', '（空白）'],
    ['根据实际支出', '根据实际'],
    ['工作需要', '工作需要'],
    ['新增两座公厕的保洁和水电费用。', null],
    ['根据实际需要新购清扫车两台，并按合同支付上年度工程尾款和质保金。', null],
  ])('say nothing: %s', (text, words) => {
    expect(vagueWords(text)).toBe(words);
  });

  it.each([
    ['本单位XX项目', 'XX'],
    ['资金待填', '待填'],
    ['（增加内容）', '（增加内容）'],
    ['其中____万元', '____'],
    ['设备X台', null],
  ])('hold what is left of a template: %s', (text, rest) => {
    expect(placeholderIn(text)).toBe(rest);
  });

  it.each([
    ['2022年的安排', '2022'],
    ['2024年和2026年', null],
    ['按《2019年办法》、财库〔2020〕46号', null],
    ['截至2020年底', null],
  ])('name another year: %s', (text, year) => {
    expect(oddYears(text, 2025)).toBe(year);
  });

  it('go against the figures only where no word goes with them', () => {
    expect(wordsAgainst('压减会议费', '增长')).toBe('压减');
    expect(wordsAgainst('会议费减少，工程款增加', '增长')).toBeNull();
    expect(wordsAgainst('新增人员', '下降')).toBe('新增');
    expect(wordsAgainst('人员调出', '下降')).toBeNull();
  });
});
