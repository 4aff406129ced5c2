/**
 * A whole number for each of many rows by id. Ids of a book lie close together, so that they index a typed array; a map
 * of a hundred thousand takes ten times as long, and some milliseconds at once whenever it grows.
 */
export class NumbersById {
  /** One more than the number, 0 for none; null where ids lie too far apart. */
  private readonly dense: Uint32Array | null;
  private readonly sparse = new Map<number, number>();

  /** @param ids of all rows that may be given a number */
  constructor(ids: readonly number[]) {
    let last = 0;
    for (const id of ids) if (id > last) last = id;
    this.dense = last <= ids.length * 16 + 1_024 ? new Uint32Array(last + 1) : null;
  }

  get(id: number): number | undefined {
    if (this.dense === null) return this.sparse.get(id);
    const found = this.dense[id];
    return found === undefined || found === 0 ? undefined : found - 1;
  }

  set(id: number, number: number): void {
    if (this.dense === null) this.sparse.set(id, number);
    else this.dense[id] = number + 1;
  }
}
