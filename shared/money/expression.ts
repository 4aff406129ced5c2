/** Reading the tokens of an amount as a figure or, after `=`, as a sum with + - * / and brackets. Exact. */
import { isSign, shortened, type Token } from './amount-text.ts';
import { add, divide, multiply, negate, type Rational, rational } from './rational.ts';

export type ReadValue =
  | { readonly ok: true; readonly value: Rational }
  | { readonly ok: false; readonly reason: string };

/**
 * @param text what was typed, for the sentences
 * @param yuanPerUnit how many 元 one of the unit is that figures without a unit of their own are in
 * @returns the value in that unit, or a sentence that names where reading stopped
 */
export function readTokens(text: string, tokens: readonly Token[], yuanPerUnit: string): ReadValue {
  const reader = new Reader(text, tokens, yuanPerUnit);
  try {
    return { ok: true, value: isSign(tokens[0], '=') ? reader.sum() : reader.figure() };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, reason: error.message };
    throw error;
  }
}

/** Thrown inside the reader only: the sentence for the user. */
class Unreadable extends Error {}

/** A recursive-descent reader: sum → products → factors → number with unit, or brackets. */
class Reader {
  private at = 0;
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly yuanPerUnit: string;

  constructor(text: string, tokens: readonly Token[], yuanPerUnit: string) {
    this.text = text;
    this.tokens = tokens;
    this.yuanPerUnit = yuanPerUnit;
  }

  /** `=` and an expression up to the end. */
  sum(): Rational {
    this.at += 1;
    if (this.next() === undefined) throw new Unreadable('“=”后面还没有算式，例如 =3*528*12。');
    const value = this.terms();
    this.expectEnd();
    return value;
  }

  /** One figure, with sign and unit, up to the end. */
  figure(): Rational {
    const value = this.signed(() => this.numberWithUnit());
    if (this.next()?.kind === 'sign' && /[-+*/(]/.test(this.character())) {
      throw new Unreadable(`“${shortened(this.text)}”像是算式，算式前请加“=”，例如 =3*528*12。`);
    }
    this.expectEnd();
    return value;
  }

  private terms(): Rational {
    let value = this.factors();
    for (;;) {
      if (this.take('+')) value = add(value, this.factors());
      else if (this.take('-')) value = add(value, negate(this.factors()));
      else return value;
    }
  }

  private factors(): Rational {
    let value = this.factor();
    for (;;) {
      if (this.take('*')) value = multiply(value, this.factor());
      else if (this.take('/')) {
        const quotient = divide(value, this.factor());
        if (quotient === null) throw new Unreadable('算式里除数是零。');
        value = quotient;
      } else return value;
    }
  }

  private factor(): Rational {
    return this.signed(() => {
      if (!this.take('(')) return this.numberWithUnit();
      const value = this.terms();
      if (!this.take(')')) throw this.unexpected('算式少一个“)”。');
      return this.withUnit(value);
    });
  }

  private signed(read: () => Rational): Rational {
    let negative = false;
    while (this.next()?.kind === 'sign' && /[-+]/.test(this.character())) {
      if (this.take('-')) negative = !negative;
      else this.at += 1;
    }
    const value = read();
    return negative ? negate(value) : value;
  }

  private numberWithUnit(): Rational {
    this.take('￥');
    const token = this.next();
    if (token?.kind !== 'number') throw this.unexpected('少一个数字。');
    this.at += 1;
    return this.withUnit(rational(token.digits));
  }

  private withUnit(value: Rational): Rational {
    const token = this.next();
    if (token?.kind !== 'unit') return value;
    this.at += 1;
    const inYuan = multiply(value, rational(token.yuan));
    return divide(inYuan, rational(this.yuanPerUnit)) ?? inYuan;
  }

  private expectEnd(): void {
    if (this.next() !== undefined) throw this.unexpected('');
  }

  private next(): Token | undefined {
    return this.tokens[this.at];
  }

  private take(sign: string): boolean {
    if (!isSign(this.next(), sign)) return false;
    this.at += 1;
    return true;
  }

  /** The character at which the reader stands, as it was typed. */
  private character(): string {
    const token = this.next();
    return token === undefined ? '' : token.kind === 'sign' ? token.sign : ([...this.text][token.at] ?? '');
  }

  private unexpected(atEnd: string): Unreadable {
    const token = this.next();
    const text = shortened(this.text);
    if (token === undefined) return new Unreadable(`“${text}”没有写完：${atEnd}`);
    return new Unreadable(`“${text}”第${token.at + 1}个字符“${this.character()}”不应出现在这里。`);
  }
}
