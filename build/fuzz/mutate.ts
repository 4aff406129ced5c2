/** Files made wrong at random, from a seed: the same seed makes the same file. */

/** Numbers from 0 to below 1; mulberry32, by Tommy Ettinger, in the public domain. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const below = (random: Random, most: number) => Math.floor(random() * most);
export const oneOf = <T>(random: Random, list: readonly [T, ...T[]]): T => list[below(random, list.length)] ?? list[0];

/** Texts that have broken programs like this one. */
const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '@SUM(1)',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE line; --",
  '../../../etc/passwd',
  'C:\\Windows\\win.ini',
  '__proto__',
  'constructor',
  'toString',
  '1e309',
  '-0',
  'NaN',
  '99999999999999999999999',
  '9007199254740993',
  '0x10',
  '１２，３４５.６７',
  '\u0000',
  '\ud800',
  '\u202e反向',
  '𠮷䶮㙍',
  '&#x0;',
  '&lol9;',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  ']]>',
  '{"__proto__":{"polluted":1}}',
  'null',
  '[]',
  '',
  '长'.repeat(5_000),
] as const;

const NUMBERS = [
  '0',
  '-1',
  '1.005',
  '1e999',
  '2147483648',
  '9007199254740993',
  '-99999999999999',
  '""',
  'null',
] as const;

/** A text with one to four things changed. */
export function mutateText(text: string, random: Random): string {
  let changed = text;
  for (let times = 1 + below(random, 4); times > 0; times -= 1) changed = changeText(changed, random);
  return changed;
}

function changeText(text: string, random: Random): string {
  const at = below(random, text.length + 1);
  const length = below(random, 60);
  const rest = text.slice(at + length);
  switch (below(random, 7)) {
    case 0:
      return text.slice(0, at) + rest;
    case 1:
      return text.slice(0, at) + oneOf(random, HOSTILE) + text.slice(at);
    case 2:
      return text.slice(0, at) + oneOf(random, HOSTILE) + rest;
    case 3:
      return text.slice(0, at) + text.slice(at, at + length).repeat(2 + below(random, 30)) + rest;
    case 4:
      return text.slice(0, at);
    case 5: {
      // The next number after a random place becomes another one.
      const tail = text.slice(at).replace(/-?\d+(?:\.\d+)?/, oneOf(random, NUMBERS));
      return text.slice(0, at) + tail;
    }
    default: {
      // The next quoted word does.
      const tail = text.slice(at).replace(/"[^"\n]{0,80}"/, () => JSON.stringify(oneOf(random, HOSTILE)));
      return text.slice(0, at) + tail;
    }
  }
}

/** Bytes with one to eight changes: flipped, removed, doubled, cut off. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let changed = Uint8Array.from(bytes);
  for (let times = 1 + below(random, 8); times > 0; times -= 1) {
    const at = below(random, changed.length);
    const length = below(random, Math.min(64, changed.length - at) + 1);
    switch (below(random, 6)) {
      case 0:
      case 1:
        changed[at] = below(random, 256);
        break;
      case 2:
        changed.fill(oneOf(random, [0x00, 0xff, 0x41]), at, at + length);
        break;
      case 3:
        changed = Uint8Array.from([...changed.subarray(0, at), ...changed.subarray(at + length)]);
        break;
      case 4:
        changed = Uint8Array.from([...changed.subarray(0, at + length), ...changed.subarray(at)]);
        break;
      default:
        if (random() < 0.2) changed = changed.slice(0, at);
    }
    if (changed.length === 0) return changed;
  }
  return changed;
}

/** A JSON document with one or two of its values replaced, removed or doubled; still JSON. */
export function mutateJson(text: string, random: Random): string {
  const document: unknown = JSON.parse(text);
  for (let times = 1 + below(random, 2); times > 0; times -= 1) changeValue(document, random);
  return JSON.stringify(document);
}

function changeValue(document: unknown, random: Random): void {
  const holders: object[] = [];
  const gather = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    holders.push(value);
    Object.values(value).forEach(gather);
  };
  gather(document);
  const holder = holders[below(random, holders.length)];
  if (holder === undefined) return;
  const keys = Object.keys(holder);
  const key = keys[below(random, keys.length)];
  if (key === undefined) return;
  const value: unknown = Reflect.get(holder, key);
  switch (below(random, 5)) {
    case 0:
      Reflect.deleteProperty(holder, key);
      return;
    case 1:
      if (Array.isArray(holder)) holder.push(value);
      else Reflect.set(holder, oneOf(random, HOSTILE), value);
      return;
    case 2:
      Reflect.set(holder, key, typeof value === 'number' ? value + 1 - 2 * below(random, 2) : oneOf(random, HOSTILE));
      return;
    case 3:
      Reflect.set(holder, key, oneOf(random, [null, true, 0, -1, 1.5, 1e21, '', [], {}]));
      return;
    default:
      Reflect.set(holder, key, oneOf(random, [value, value, ...Object.values(holder)]));
  }
}
