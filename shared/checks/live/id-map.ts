/**
 * A map by id that grows block by block. A plain Map that outgrows its table moves all its entries at once: with a hundred
 * thousand that takes milliseconds, in the middle of a step that should take none.
 */
const BLOCK_BITS = 11;

export class IdMap<V> {
  private readonly blocks = new Map<number, Map<number, V>>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  get(id: number): V | undefined {
    return this.blocks.get(id >> BLOCK_BITS)?.get(id);
  }

  set(id: number, value: V): void {
    const at = id >> BLOCK_BITS;
    const block = this.blocks.get(at);
    if (block === undefined) {
      this.blocks.set(at, new Map([[id, value]]));
      this.count += 1;
      return;
    }
    const before = block.size;
    block.set(id, value);
    this.count += block.size - before;
  }

  delete(id: number): void {
    const at = id >> BLOCK_BITS;
    const block = this.blocks.get(at);
    if (block?.delete(id) !== true) return;
    this.count -= 1;
    if (block.size === 0) this.blocks.delete(at);
  }

  *keys(): Generator<number> {
    for (const block of this.blocks.values()) yield* block.keys();
  }

  *values(): Generator<V> {
    for (const block of this.blocks.values()) yield* block.values();
  }

  /** Takes some out, a block at most; none when nothing is left. */
  takeSome(): readonly number[] {
    for (const [at, block] of this.blocks) {
      this.blocks.delete(at);
      this.count -= block.size;
      return [...block.keys()];
    }
    return [];
  }
}
