import { describe, expect, it } from 'vitest';
import { agrees, numbersIn } from './agree.ts';

const one = (text: string) => {
  const [number] = numbersIn(text);
  if (number === undefined) throw new Error(`no number in ${text}`);
  return number;
};

describe('numbersIn', () => {
  it('reads numbers with their separators and the unit that follows, full-width digits too', () => {
    expect(
      numbersIn('共13,623.06万元，占９０．６７％，项目47个，2025年').map(({ digits, unit }) => [digits, unit]),
    ).toEqual([
      ['13623.06', '万元'],
      ['90.67', '%'],
      ['47', '个'],
      ['2025', ''],
    ]);
  });
});

describe('agrees', () => {
  it.each([
    ['13,623.06万元', '13,623.06万元', true],
    ['13623.06', '13,623.06万元', true],
    ['1.36亿元', '13,623.06万元', true],
    ['136,230,600元', '13,623.06万元', true],
    ['13,623.1万元', '13,623.06万元', true],
    ['13,623万元', '13,623.06万元', true],
    ['13,623.07万元', '13,623.06万元', false],
    ['1.37亿元', '13,623.06万元', false],
    ['13,623.06元', '13,623.06万元', false],
    ['28.4%', '28.39%', true],
    ['28.3%', '28.39%', false],
    ['28.39个', '28.39%', false],
    ['47个', '47个', true],
    ['48', '47个', false],
  ])('%s for %s: %s', (written, expected, answer) => {
    expect(agrees(one(written), one(expected))).toBe(answer);
  });
});
