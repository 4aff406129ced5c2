/** Values worked out once and kept as long as nothing they looked at changes. */
import type { Scalar } from '../record-spec.ts';
import type { Watch, Watcher } from './watch.ts';

interface Cell<V> extends Watcher {
  value: V;
  fresh: boolean;
}

export class Memo<K extends Scalar, V> {
  private readonly watch: Watch;
  private readonly name: string;
  private readonly compute: (key: K) => V;
  private readonly cells = new Map<K, Cell<V>>();
  /** Told of every value that has to be worked out again. */
  private readonly onStale: (renew: () => void) => void;

  constructor(watch: Watch, name: string, compute: (key: K) => V, onStale: (renew: () => void) => void) {
    this.watch = watch;
    this.name = name;
    this.compute = compute;
    this.onStale = onStale;
  }

  read(key: K): V {
    this.watch.see(this.place(key));
    const known = this.cells.get(key);
    if (known === undefined) return this.create(key).value;
    if (!known.fresh) this.renew(key, known);
    return known.value;
  }

  private place(key: K): string {
    return `${this.name}|${String(key)}`;
  }

  private create(key: K): Cell<V> {
    const { value, places } = this.watch.observe(() => this.compute(key));
    const cell: Cell<V> = {
      value,
      fresh: true,
      stale: () => {
        if (!cell.fresh) return;
        cell.fresh = false;
        this.onStale(() => {
          if (!cell.fresh) this.renew(key, cell);
        });
      },
    };
    this.cells.set(key, cell);
    this.watch.follow(cell, places);
    return cell;
  }

  private renew(key: K, cell: Cell<V>): void {
    const { value, places } = this.watch.observe(() => this.compute(key));
    this.watch.follow(cell, places);
    const differs = !isSame(cell.value, value);
    cell.value = value;
    cell.fresh = true;
    if (differs) this.watch.changed(this.place(key));
  }
}

/** Plain values and records of them are compared by what they hold; anything else counts as different. */
function isSame(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false;
  if (!isPlain(before) || !isPlain(after)) return false;
  return JSON.stringify(before, listed) === JSON.stringify(after, listed);
}

function isPlain(value: object): boolean {
  const holds = Object.values(value);
  const isKnown = (one: unknown) =>
    typeof one !== 'object' || one === null || KNOWN.includes(Object.getPrototypeOf(one));
  return KNOWN.includes(Object.getPrototypeOf(value)) && holds.every(isKnown);
}

const KNOWN: readonly unknown[] = [Object.prototype, Array.prototype, Set.prototype, Map.prototype];

/** JSON writes maps and sets as if they held nothing. */
function listed(_key: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}
