/** Exact sums of the amounts on screen, by section. A changed row costs the same in ten rows and in a hundred thousand. */
import type { Values } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';
import { rawOf } from './cell-content.ts';

/** Sums in 分 by column key; a sum beyond the exact range is left out. */
export type AmountSums = Readonly<Record<string, number>>;

interface SeenValues {
  readonly id: number | null;
  readonly values: Values;
}

interface Section {
  readonly key: string;
  rows: number;
  readonly sums: number[];
}

export class Sums {
  private readonly columns: readonly GridColumn[];
  private readonly read: (row: string) => SeenValues;
  /** Rows by key as numbers from 0, in the order they came: an object for each would be slow to make and to keep. */
  private readonly numbers = new Map<string, number>();
  private readonly sectionsByRow: Section[] = [];
  /** What was added for each row, one column after the other. */
  private readonly amounts: number[] = [];
  private readonly sections = new Map<string, Section>();
  private readonly changed = new Set<string>();

  /**
   * @param columns of the grid; the amounts among them are summed
   * @param read the values of a row as they are now
   */
  constructor(columns: readonly GridColumn[], read: (row: string) => SeenValues) {
    this.columns = columns.filter(({ field, summed }) => field.kind === 'fen' && summed !== false);
    this.read = read;
  }

  /** Counts a row in a section. */
  add(row: string, key: string): void {
    const section = this.sections.get(key) ?? { key, rows: 0, sums: this.columns.map(() => 0) };
    this.sections.set(key, section);
    section.rows += 1;
    const number = this.sectionsByRow.push(section) - 1;
    this.numbers.set(row, number);
    for (let place = 0; place < this.columns.length; place++) this.amounts.push(0);
    this.count(row, number, section);
  }

  /** A row goes by another key now. */
  rename(from: string, to: string): void {
    const number = this.numbers.get(from);
    if (number === undefined) return;
    this.numbers.delete(from);
    this.numbers.set(to, number);
    this.changed.add(to);
  }

  /** A row's values have changed: it is counted anew when a sum is asked for. */
  touch(row: string): void {
    if (this.numbers.has(row)) this.changed.add(row);
  }

  sectionOf(row: string): string | null {
    return this.sectionsByRow[this.numbers.get(row) ?? -1]?.key ?? null;
  }

  /** Rows and sums of one section. */
  of(key: string): { readonly rows: number; readonly sums: AmountSums } {
    this.recount();
    const found = this.sections.get(key);
    return { rows: found?.rows ?? 0, sums: this.named(found?.sums ?? []) };
  }

  /** Rows and sums of all sections together. */
  all(): { readonly rows: number; readonly sums: AmountSums } {
    this.recount();
    const totals = this.columns.map((_, place) =>
      [...this.sections.values()].reduce((total, { sums }) => total + (sums[place] ?? 0), 0),
    );
    return { rows: this.numbers.size, sums: this.named(totals) };
  }

  private recount(): void {
    for (const row of this.changed) {
      const number = this.numbers.get(row);
      const section = this.sectionsByRow[number ?? -1];
      if (number !== undefined && section !== undefined) this.count(row, number, section);
    }
    this.changed.clear();
  }

  /** Puts the amounts of a row as they are now in the place of those that were counted. */
  private count(row: string, number: number, { sums }: Section): void {
    const { id, values } = this.read(row);
    for (const [place, column] of this.columns.entries()) {
      const raw = rawOf(column, id, values);
      const amount = typeof raw === 'number' ? raw : 0;
      const at = number * this.columns.length + place;
      sums[place] = (sums[place] ?? 0) + amount - (this.amounts[at] ?? 0);
      this.amounts[at] = amount;
    }
  }

  private named(sums: readonly number[]): AmountSums {
    const exact = this.columns.flatMap(({ key }, place): [string, number][] => {
      const sum = sums[place];
      return sum === undefined || !Number.isSafeInteger(sum) ? [] : [[key, sum]];
    });
    return Object.fromEntries(exact);
  }
}
