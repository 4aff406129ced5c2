/**
 * How values cross the pipe: as JSON, but a long list of like records by columns, and a column that holds one value
 * throughout, whole numbers at one distance, or few different values, as that. A pasted block of 1,000 lines shrinks from
 * 262 to 18 KB, its answer to a line, the lines of a large book to a third; the browser handles each character several times.
 *
 * The page is given the text of both functions (bridge-script.ts): they refer to nothing outside themselves. Lists are gone
 * through by their own methods: a loop of ten thousand steps is compiled in the background while it runs, each time anew
 * for records of another shape, which took 10 ms of the second processor from whoever answers.
 */

/** A value as text. In: what JSON can hold. */
export function toWire(value: unknown): string {
  const fewest = 20;
  const isRecord = (each: unknown): each is Readonly<Record<string, unknown>> =>
    typeof each === 'object' && each !== null && !Array.isArray(each);
  // Signs that JSON writes as they are: from 0 to ~, without the backslash.
  const signs = 78;
  const byFewValues = (cells: readonly unknown[]): unknown => {
    // Most columns that hold more show it at their beginning.
    if (cells.length < 10 * fewest || new Set(cells.slice(0, 4 * signs)).size > signs) return cells;
    const of = [...new Set(cells)];
    if (of.length > signs || of.some((each) => typeof each === 'object' && each !== null)) return cells;
    const signOf = new Map(of.map((each, at) => [each, String.fromCharCode(at < 44 ? 48 + at : 49 + at)]));
    return { of, at: cells.map((cell) => signOf.get(cell)).join('') };
  };
  const short = (cells: readonly unknown[]): unknown => {
    const [one, next] = cells;
    if (cells.every((cell) => cell === one)) return { one };
    if (!Number.isSafeInteger(one) || !Number.isSafeInteger(next)) return byFewValues(cells);
    // Both are whole numbers, as was just found.
    const from = one as number;
    const step = (next as number) - from;
    return cells.every((cell, at) => cell === from + at * step) ? { from, step } : byFewValues(cells);
  };
  const inColumns = (list: readonly unknown[]): unknown => {
    const [first] = list;
    if (Array.isArray(first)) return ofColumns(list, first.length);
    if (list.length < fewest || !isRecord(first)) return list;
    const keys = Object.keys(first);
    // Putting it into a record again would mean something else.
    if (keys.includes('__proto__')) return list;
    const records = list.filter(isRecord);
    const alike = records.length === list.length && records.every((each) => Object.keys(each).length === keys.length);
    if (!alike) return list;
    const columns = keys.map((key) => records.map((record) => record[key]));
    // Left out by JSON, which a column cannot do; or the key of another record.
    if (columns.some((cells) => cells.includes(undefined))) return list;
    return { '': 'columns', count: list.length, keys, columns: columns.map(short) };
  };
  const ofColumns = (list: readonly unknown[], count: number): unknown => {
    const columns = list.filter((each) => Array.isArray(each));
    const alike = columns.length === list.length && columns.every((cells) => cells.length === count);
    // JSON makes null of what is undefined.
    if (count < fewest || !alike || columns.some((cells) => cells.includes(undefined))) return list;
    return { '': 'lists', count, columns: columns.map(short) };
  };
  const packed = (each: unknown, depth: number): unknown => {
    if (Array.isArray(each)) return inColumns(each);
    if (depth === 0 || !isRecord(each)) return each;
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, packed(inner, depth - 1)]));
  };
  // Lists stand in the input of a question, in its answer, or in the answer's value.
  return JSON.stringify(packed(value, 3));
}

/** The value of a text that `toWire` wrote. @throws SyntaxError when it is no such text */
export function fromWire(text: string): unknown {
  // As many rows as a worksheet can have: a page that claims more would only fill the memory.
  const most = 1_048_576;
  const isRecord = (each: unknown): each is Readonly<Record<string, unknown>> =>
    typeof each === 'object' && each !== null && !Array.isArray(each);
  const wrong = () => new SyntaxError('not a list by columns');
  const byValues = (of: readonly unknown[], at: string): readonly unknown[] => {
    return at.split('').map((sign) => {
      const code = sign.charCodeAt(0);
      // Between 0 and ~ the backslash, 92, is left out.
      const value = of[code < 92 ? code - 48 : code - 49];
      if (value === undefined) throw wrong();
      return value;
    });
  };
  const columnsIn = ({ count, columns }: Readonly<Record<string, unknown>>): readonly (readonly unknown[])[] => {
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > most) throw wrong();
    if (!Array.isArray(columns)) throw wrong();
    return columns.map((cells) => {
      if (Array.isArray(cells)) return cells;
      const { one, from, step, of, at } = isRecord(cells) ? cells : {};
      if (Array.isArray(of) && typeof at === 'string' && at.length === count) return byValues(of, at);
      if (typeof from !== 'number' || typeof step !== 'number') return Array(count).fill(one);
      return Array.from({ length: count }, (_, at) => from + at * step);
    });
  };
  const asList = (list: Readonly<Record<string, unknown>>): unknown => {
    const filled = columnsIn(list);
    const { keys } = list;
    if (!Array.isArray(keys) || filled.length !== keys.length) throw wrong();
    // What `columnsIn` has just checked.
    const count = list.count as number;
    return Array.from({ length: count }, (_, row) => {
      const record: Record<string, unknown> = {};
      for (let at = 0; at < keys.length; at++) record[keys[at]] = filled[at]?.[row];
      return record;
    });
  };
  const unpacked = (each: unknown, depth: number): unknown => {
    if (!isRecord(each)) return each;
    if (each[''] === 'columns') return asList(each);
    if (each[''] === 'lists') return columnsIn(each);
    if (depth === 0) return each;
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, unpacked(inner, depth - 1)]));
  };
  return unpacked(JSON.parse(text), 3);
}
