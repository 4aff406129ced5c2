/**
 * Money is an integer number of 分 (fen). 1 元 = 100 分, 1 万元 = 1 000 000 分.
 * The brand keeps a bare number from being taken for an amount.
 */
declare const fenBrand: unique symbol;
export type Fen = number & { readonly [fenBrand]: 'fen' };

/** The largest amount, in 分, that integer arithmetic and SQLite's INTEGER keep exactly (about 90 万亿元). */
export const MAX_FEN = Number.MAX_SAFE_INTEGER;

/**
 * Takes a whole number of 分 and brands it.
 * @throws RangeError when the number is not a safe integer.
 */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer amount in fen: ${value}`);
  return (value === 0 ? 0 : value) as Fen;
}

export const ZERO_FEN: Fen = fen(0);

/** Exact sum in 分. @throws RangeError when the sum leaves the safe range. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
}

/** Exact difference `left - right` in 分. */
export function subtractFen(left: Fen, right: Fen): Fen {
  return fen(left - right);
}
