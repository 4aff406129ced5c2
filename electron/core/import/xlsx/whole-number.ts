/** The whole number that bytes spell, so that no text has to be made of them; -1 when they spell none, or one of more digits. */
export function wholeNumber(bytes: Uint8Array, from: number, to: number, mostDigits: number): number {
  if (to === from || to - from > mostDigits) return -1;
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
