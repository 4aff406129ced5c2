import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fen, fen, MAX_FEN } from './fen.ts';
import { formatWan, formatYuan } from './format.ts';
import { parseAmount } from './parse.ts';

const anyFen = fc.maxSafeInteger().map((value): Fen => fen(value));

function yuan(text: string): number | string {
  const parsed = parseAmount(text, 'yuan');
  return parsed.ok ? parsed.fen : parsed.reason;
}
function wan(text: string): number | string {
  const parsed = parseAmount(text, 'wan');
  return parsed.ok ? parsed.fen : parsed.reason;
}

describe('parseAmount', () => {
  it('reads back every amount that is written, in 元 and grouped in 元', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        expect(yuan(formatYuan(amount))).toBe(amount);
        expect(yuan(formatYuan(amount, { group: true }))).toBe(amount);
      }),
    );
  });

  it('reads 万元 text as exactly that many 万元', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (printed) => {
        const amount = fen(printed * 10_000);
        expect(wan(formatWan(amount))).toBe(amount);
        expect(yuan(`${formatWan(amount)}万元`)).toBe(amount);
      }),
    );
  });

  it('reads what people type', () => {
    expect(yuan('12,352.39')).toBe(1_235_239);
    expect(yuan('１２，３５２．３９')).toBe(1_235_239);
    expect(yuan('12。5')).toBe(1_250);
    expect(yuan(' ￥1 200 元 ')).toBe(120_000);
    expect(yuan('¥.5')).toBe(50);
    expect(yuan('1.2万')).toBe(1_200_000);
    expect(yuan('3.5 亿元')).toBe(35_000_000_000);
    expect(yuan('-12.30')).toBe(-1_230);
    expect(yuan('－5')).toBe(-500);
    expect(yuan('7.100')).toBe(710);
    expect(yuan('5.')).toBe(500);
    expect(yuan('0')).toBe(0);
    expect(wan('500000元')).toBe(50_000_000);
    expect(wan('1.234567')).toBe(1_234_567);
    expect(wan('0.5亿')).toBe(5_000_000_000);
  });

  it('computes sums exactly', () => {
    expect(yuan('=3*528*12')).toBe(1_900_800);
    expect(yuan('＝3×528×12')).toBe(1_900_800);
    expect(yuan('=0.1+0.2')).toBe(30);
    expect(yuan('=100/3*3')).toBe(10_000);
    expect(yuan('=1/3+1/6')).toBe(50);
    expect(yuan('=2*(3+4)-10/4')).toBe(1_150);
    expect(yuan('=-(2-5)')).toBe(300);
    expect(yuan('=1.2万+300')).toBe(1_230_000);
    expect(yuan('=(1+2)万*2')).toBe(6_000_000);
    expect(wan('=3*5000元')).toBe(1_500_000);
  });

  it('agrees with whole-number arithmetic on any sum of products', () => {
    const term = fc.record({ sign: fc.constantFrom('+', '-'), count: fc.nat(999), cents: fc.nat(9_999_999) });
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 6 }), (terms) => {
        const text = terms.map(({ sign, count, cents }) => `${sign}${count}*${formatYuan(fen(cents))}`).join('');
        const expected = terms.reduce((sum, { sign, count, cents }) => {
          const product = BigInt(count) * BigInt(cents);
          return sign === '+' ? sum + product : sum - product;
        }, 0n);
        expect(yuan(`=${text}`)).toBe(Number(expected));
      }),
    );
  });

  it('names the character it cannot read', () => {
    expect(yuan('12,3x')).toBe('“12,3x”第5个字符“x”不是金额里能用的字符。');
    expect(yuan('一百')).toBe('“一百”第1个字符“一”不是金额里能用的字符。');
    expect(yuan('12..5')).toBe('“12..5”第4个字符“.”不应出现在这里。');
    expect(yuan('5元8')).toBe('“5元8”第3个字符“8”不应出现在这里。');
    expect(yuan('=3*(2+1')).toBe('“=3*(2+1”没有写完：算式少一个“)”。');
    expect(yuan('=3*')).toBe('“=3*”没有写完：少一个数字。');
    expect(yuan('=)')).toBe('“=)”第2个字符“)”不应出现在这里。');
    expect(yuan('🙂1')).toBe('“🙂1”第1个字符“🙂”不是金额里能用的字符。');
  });

  it('says what to do about what it does not take', () => {
    expect(yuan('  ')).toBe('请填写金额。');
    expect(yuan('12,35')).toBe('“12,35”的千分位分隔不对，应三位一节，如 12,300.00。');
    expect(yuan('100 20')).toBe('“100 20”的千分位分隔不对，应三位一节，如 12,300.00。');
    expect(yuan('2024-01')).toBe('“2024-01”像是算式，算式前请加“=”，例如 =3*528*12。');
    expect(yuan('=')).toBe('“=”后面还没有算式，例如 =3*528*12。');
    expect(yuan('=1/0')).toBe('算式里除数是零。');
    expect(yuan('####')).toBe('“###”是表格列太窄时的显示，请加宽那一列再复制。');
    expect(yuan('1.2E+05')).toBe('“1.2E+05”是科学计数法，尾数可能已丢失，请把单元格格式改为数值再复制。');
    expect(yuan('1'.repeat(201))).toBe('金额最多写200个字符。');
  });

  it('refuses more precision than 分 and never rounds', () => {
    expect(yuan('12.345')).toBe('“12.345”小数点后有3位（345），金额最多到分，即2位小数。');
    expect(wan('1.2345678')).toBe('“1.2345678”小数点后有7位（2345678），金额最多到分，即6位小数。');
    expect(yuan('=100/3')).toBe('折合33.33333333…元，不是整分，请改成到分的金额。');
    expect(yuan('1.2345678万')).toBe('折合12345.678元，不是整分，请改成到分的金额。');
  });

  it('reads the largest amount it can keep and refuses a 分 more', () => {
    expect(yuan('90071992547409.91')).toBe(MAX_FEN);
    expect(yuan('-90071992547409.91')).toBe(-MAX_FEN);
    expect(yuan('90071992547409.92')).toBe('金额太大，超出了能精确保存的范围（约90万亿元）。');
    expect(yuan(`=${'9亿*'.repeat(60)}1`)).toBe('金额太大，超出了能精确保存的范围（约90万亿元）。');
  });

  it('answers any text with an amount or a sentence, and never throws', () => {
    const characters = fc.constantFrom(...'0123456789,.+-*/()=元万亿￥ 。，Ee#x'.split(''));
    fc.assert(
      fc.property(
        fc.string({ unit: characters, maxLength: 24 }),
        fc.constantFrom('yuan' as const, 'wan' as const),
        (text, unit) => {
          const parsed = parseAmount(text, unit);
          if (parsed.ok) expect(Number.isSafeInteger(parsed.fen)).toBe(true);
          else expect(parsed.reason).toMatch(/。$/);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('reads a plain figure as it reads the same figure behind a blank, which goes the long way', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 14 });
    const decimals = fc.option(fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 7 }), { nil: null });
    fc.assert(
      fc.property(digits, decimals, fc.constantFrom('yuan' as const, 'wan' as const), (whole, part, unit) => {
        const text = part === null ? whole : `${whole}.${part}`;
        const long = parseAmount(` ${text}`, unit);
        if (long.ok) expect(parseAmount(text, unit)).toEqual(long);
        else expect(parseAmount(text, unit).ok).toBe(false);
      }),
    );
  });
});
