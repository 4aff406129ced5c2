/** Records that wait to be looked at, given out one by one. */
import type { RecordName } from '../record-spec.ts';
import { IdMap } from './id-map.ts';

export class StaleRecords {
  private readonly ids = new Map<RecordName, IdMap<true>>();
  /** Records of one set that are being given out, and the next of them. */
  private taken: readonly number[] = [];
  private at = 0;
  private ofSet: RecordName = 'unit';

  /** Set of the record that was given out last. */
  get set(): RecordName {
    return this.ofSet;
  }

  get size(): number {
    let sum = this.taken.length - this.at;
    for (const ids of this.ids.values()) sum += ids.size;
    return sum;
  }

  add(set: RecordName, id: number): void {
    const known = this.ids.get(set) ?? new IdMap<true>();
    known.set(id, true);
    this.ids.set(set, known);
  }

  /** The next record to look at; its set is `set`. */
  next(): number | null {
    if (this.at >= this.taken.length) this.takeSome();
    const id = this.taken[this.at];
    if (id === undefined) return null;
    this.at += 1;
    return id;
  }

  private takeSome(): void {
    this.taken = [];
    this.at = 0;
    for (const [set, ids] of this.ids) {
      if (ids.size === 0) continue;
      this.ofSet = set;
      this.taken = ids.takeSome();
      return;
    }
  }
}
