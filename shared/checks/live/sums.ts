/** Sums and counts of records by the fields they are found by, kept right row by row. */
import { keyReader, matcher, numberReader } from '../matching.ts';
import type { RecordName, RecordRule, Scalar } from '../record-spec.ts';
import type { RecordSets, RuleRow } from '../records.ts';
import { RowIndex, type RowTables } from './row-table.ts';
import { type SumSpec, sumsIn } from './rule-runner.ts';
import type { Watch, Watcher } from './watch.ts';

/** What a row adds to a sum. */
interface Share {
  readonly key: Scalar;
  readonly amount: number;
}

/** By sum; null where the row does not count. */
type Shares = readonly (Share | null)[];

interface Sum {
  readonly shareOf: (row: RuleRow) => Share | null;
  readonly at: Map<Scalar, number>;
  /** Marks the records that compare with the sum at a key. */
  readonly readers: ((key: Scalar) => void)[];
}

export interface SumParts {
  readonly sets: RecordSets;
  readonly tables: RowTables;
  readonly watch: Watch;
  readonly onStale: (set: RecordName, id: number) => void;
  /** Asks for work to be done before records are looked at. */
  readonly later: (work: () => void) => void;
}

/** A key that is nothing is a key all the same where records are counted by it. */
const NOTHING = '\u0000';
const keyed = (key: Scalar): Scalar => key ?? NOTHING;

export class Sums {
  private readonly parts: SumParts;
  private readonly sums = new Map<string, Sum>();
  private readonly ofSet = new Map<RecordName, Sum[]>();
  /** Records by what rules find them by. */
  private readonly finders = new Map<string, RowIndex>();
  /** What a row adds where that follows from other rows, too. */
  private readonly foreign = new Map<string, { shares: Shares; readonly watcher: Watcher }>();

  constructor(parts: SumParts) {
    this.parts = parts;
  }

  /** Begins to keep what a rule compares with; before any row is put. */
  prepare({ each, must }: RecordRule): void {
    for (const spec of must === undefined ? [] : [must.left, must.right].flatMap(sumsIn)) {
      const names = Object.values(spec.match);
      if (isTwin(spec, each)) {
        const index = this.finder(each, names);
        index.onKey = (key) => this.staleAt(each, index, key);
      } else {
        const index = each === 'fund' || isId(names) ? null : this.finder(each, names);
        const stale = (key: Scalar) => this.staleBy(each, index, names, key);
        this.sumOf(spec).readers.push(stale);
      }
    }
  }

  /** Reads a sum for records of a set. */
  reader(spec: SumSpec, each: RecordName): (key: Scalar) => number {
    if (isTwin(spec, each)) {
      const index = this.finder(each, Object.values(spec.match));
      return (key) => index.sizeAt(keyed(key));
    }
    const { at } = this.sumOf(spec);
    return (key) => at.get(key) ?? 0;
  }

  /** What a row adds, before it is replaced. */
  sharesOf(set: RecordName, row: RuleRow): Shares {
    return this.foreign.get(`${set}#${row.id}`)?.shares ?? this.compute(set, row);
  }

  /** Takes the old shares out and the new row's in. */
  replace(set: RecordName, id: number, row: RuleRow | null, before: Shares): void {
    const key = `${set}#${id}`;
    const { watch } = this.parts;
    const known = this.foreign.get(key);
    if (row === null) {
      if (known !== undefined) watch.follow(known.watcher, null);
      this.foreign.delete(key);
      this.apply(set, before, []);
      return;
    }
    const { value: shares, places } = watch.observe(() => this.compute(set, row));
    if (places === null) {
      if (known !== undefined) watch.follow(known.watcher, null);
      this.foreign.delete(key);
    } else {
      const entry = known ?? { shares, watcher: this.watcherOf(set, id) };
      entry.shares = shares;
      this.foreign.set(key, entry);
      watch.follow(entry.watcher, places);
    }
    this.apply(set, before, shares);
  }

  private watcherOf(set: RecordName, id: number): Watcher {
    let isAsked = false;
    return {
      stale: () => {
        if (isAsked) return;
        isAsked = true;
        this.parts.later(() => {
          isAsked = false;
          const entry = this.foreign.get(`${set}#${id}`);
          const row = set === 'fund' ? undefined : this.parts.tables[set].rows.get(id);
          if (entry !== undefined && row !== undefined) this.replace(set, id, row, entry.shares);
        });
      },
    };
  }

  private compute(set: RecordName, row: RuleRow): Shares {
    return (this.ofSet.get(set) ?? []).map(({ shareOf }) => shareOf(row));
  }

  private apply(set: RecordName, before: Shares, after: Shares): void {
    this.ofSet.get(set)?.forEach((sum, index) => {
      const [old, next] = [before[index] ?? null, after[index] ?? null];
      if (old?.key === next?.key && old?.amount === next?.amount) return;
      if (old !== null) this.add(sum, old.key, -old.amount);
      if (next !== null) this.add(sum, next.key, next.amount);
    });
  }

  private add({ at, readers }: Sum, key: Scalar, amount: number): void {
    if (amount === 0) return;
    const sum = (at.get(key) ?? 0) + amount;
    if (sum === 0) at.delete(key);
    else at.set(key, sum);
    for (const stale of readers) stale(key);
  }

  private sumOf(spec: SumSpec): Sum {
    const { of, add, match, where } = spec;
    const id = JSON.stringify([of, add, Object.keys(match), where]);
    const known = this.sums.get(id);
    if (known !== undefined) return known;
    const set = this.parts.sets[of];
    const counts = matcher(set, where);
    const keyOf = keyReader(set, Object.keys(match));
    const amountOf = add === 'count' ? () => 1 : numberReader(set, add);
    const made: Sum = {
      shareOf: (row) => (counts(row) ? { key: keyOf(row), amount: amountOf(row) } : null),
      at: new Map(),
      readers: [],
    };
    this.sums.set(id, made);
    this.ofSet.set(of, [...(this.ofSet.get(of) ?? []), made]);
    return made;
  }

  private finder(each: RecordName, names: readonly string[]): RowIndex {
    const id = `${each} ${names.join(' ')}`;
    const known = this.finders.get(id);
    if (known !== undefined) return known;
    const keyOf = keyReader(this.parts.sets[each], names);
    const index = new RowIndex((row) => {
      const { value, places } = this.parts.watch.observe(() => keyOf(row));
      if (places !== null) throw new Error(`${id}: records are found by what follows from themselves`);
      return keyed(value);
    });
    this.finders.set(id, index);
    if (each !== 'fund') this.parts.tables[each].addIndex(index);
    return index;
  }

  private staleAt(each: RecordName, index: RowIndex, key: Scalar): void {
    for (const id of index.idsAt(key)) this.parts.onStale(each, id);
  }

  private staleBy(each: RecordName, index: RowIndex | null, names: readonly string[], key: Scalar): void {
    if (index !== null) this.staleAt(each, index, keyed(key));
    else if (isId(names)) {
      if (typeof key === 'number') this.parts.onStale(each, key);
    } else {
      // There are five funds, and every one is looked at in no time.
      for (let id = 1; id <= 5; id += 1) this.parts.onStale(each, id);
    }
  }
}

const isId = (names: readonly string[]) => names.length === 1 && names[0] === 'id';

/** Counting the records like the one at hand is looking at the index they are found by. */
function isTwin({ of, add, match, where }: SumSpec, each: RecordName): boolean {
  const isAlike = Object.entries(match).every(([theirs, own]) => theirs === own);
  return each === of && each !== 'fund' && add === 'count' && where === undefined && isAlike;
}
