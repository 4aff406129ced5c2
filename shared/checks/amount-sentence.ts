/** Amounts as sentences say them: exact, with their unit. */
import { fen } from '../money/fen.ts';
import { formatWan, formatYuan } from '../money/format.ts';

const FEN_PER_PRINTED_WAN = 10_000;

/** 万元 where two decimals say it all, else 元: `12.30万元`, `123,012.34元`. */
export function amountSentence(amount: number): string {
  return amount % FEN_PER_PRINTED_WAN === 0
    ? `${formatWan(fen(amount), { group: true })}万元`
    : `${formatYuan(fen(amount), { group: true })}元`;
}

/** Fills `{name}` in a template. @throws Error for a name that is not given: a template must not print braces. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{([a-zA-Z0-9]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`message template: nothing is called {${name}}`);
    return value;
  });
}
