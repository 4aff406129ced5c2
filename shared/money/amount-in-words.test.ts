import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords } from './amount-in-words.ts';
import { fen } from './fen.ts';

const VALUES: Readonly<Record<string, bigint>> = {
  零: 0n,
  壹: 1n,
  贰: 2n,
  叁: 3n,
  肆: 4n,
  伍: 5n,
  陆: 6n,
  柒: 7n,
  捌: 8n,
  玖: 9n,
};
const PLACES: Readonly<Record<string, bigint>> = { 拾: 10n, 佰: 100n, 仟: 1_000n };

/** Reads a 大写 amount by the meaning of its characters: the reference. */
function read(words: string): bigint {
  const [yuanPart, rest] = words.includes('元') ? words.split('元') : ['', words];
  let whole = 0n;
  let group = 0n;
  let digit = 0n;
  for (const character of yuanPart ?? '') {
    if (character in VALUES) digit = VALUES[character] ?? 0n;
    else if (character in PLACES) {
      group += digit * (PLACES[character] ?? 1n);
      digit = 0n;
    } else {
      group += digit;
      digit = 0n;
      if (character === '万') whole += group * 10_000n;
      else whole = (whole + group) * 100_000_000n;
      group = 0n;
    }
  }
  const dimes = /(.)角/.exec(rest ?? '')?.[1] ?? '零';
  const cents = /(.)分/.exec(rest ?? '')?.[1] ?? '零';
  return (whole + group + digit) * 100n + (VALUES[dimes] ?? 0n) * 10n + (VALUES[cents] ?? 0n);
}

describe('amountInWords', () => {
  it('writes amounts as on a voucher', () => {
    expect(amountInWords(fen(0))).toBe('零元整');
    expect(amountInWords(fen(140_950))).toBe('壹仟肆佰零玖元伍角整');
    expect(amountInWords(fen(600_714))).toBe('陆仟零柒元壹角肆分');
    expect(amountInWords(fen(32_504))).toBe('叁佰贰拾伍元零肆分');
    expect(amountInWords(fen(53))).toBe('伍角叁分');
    expect(amountInWords(fen(10_000_000_100))).toBe('壹亿零壹元整');
    expect(amountInWords(fen(1_640_902))).toBe('壹万陆仟肆佰零玖元零贰分');
    expect(amountInWords(fen(-100))).toBe('负壹元整');
    expect(amountInWords(fen(9_000_000_000_000_000))).toBe('玖拾万亿元整');
    expect(amountInWords(fen(1_200_560_000_000_000))).toBe('壹拾贰万零伍拾陆亿元整');
  });

  it('can be read back for every amount', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(Number.MAX_SAFE_INTEGER), fc.nat(99_999_999)), (amount) => {
        // 万 before 亿 multiplies it; the reader takes 万亿 as 万 then 亿 with nothing between.
        expect(read(amountInWords(fen(amount)))).toBe(BigInt(amount));
      }),
      { numRuns: 1_000 },
    );
  });
});
