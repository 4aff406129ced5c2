/** Which row stands where on screen, the blank one last; found by place and by key. */
import { BLANK } from '../view.ts';

export class RowPlaces {
  private readonly list: string[];
  private readonly places: Map<string, number>;
  /** False where rows have moved since the places were noted. */
  private noted = true;

  /** @param places of each of the keys, which end with the blank row */
  constructor(keys: string[], places: Map<string, number>) {
    this.list = keys;
    this.places = places;
  }

  /** Rows from top to bottom, headings and the blank row included. */
  get keys(): readonly string[] {
    return this.list;
  }

  /** Place of a row, or -1. */
  indexOf(key: string): number {
    if (!this.noted) {
      this.places.clear();
      for (const [index, each] of this.list.entries()) this.places.set(each, index);
      this.noted = true;
    }
    return this.places.get(key) ?? -1;
  }

  /** Puts a row at a place; those from there on move down. */
  insert(key: string, index: number): void {
    this.list.splice(index, 0, key);
    this.noted = false;
  }

  /** Puts rows above the blank one. */
  append(rows: readonly string[]): void {
    this.list.pop();
    for (const row of [...rows, BLANK]) {
      if (this.noted) this.places.set(row, this.list.length);
      this.list.push(row);
    }
  }

  /** Takes away rows that stand together above the blank one; answers false where they do not. */
  retract(rows: readonly string[]): boolean {
    const from = this.list.length - 1 - rows.length;
    if (rows.some((row, index) => this.list[from + index] !== row)) return false;
    this.list.splice(from, rows.length);
    for (const row of rows) this.places.delete(row);
    if (this.noted) this.places.set(BLANK, from);
    return true;
  }

  /** A row goes by another key; answers its place, or -1. */
  rename(key: string, now: string): number {
    const index = this.indexOf(key);
    if (index < 0) return index;
    this.list[index] = now;
    this.places.delete(key);
    this.places.set(now, index);
    return index;
  }
}
