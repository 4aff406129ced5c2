/** Exact sums of the amounts on screen, by section. A changed row costs the same in ten rows and in a hundred thousand. */
import type { Values } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';
import { rawOf } from './cell-content.ts';

/** Sums in 分 by column key; a sum beyond the exact range is left out. */
export type AmountSums = Readonly<Record<string, number>>;

interface Counted {
  readonly section: string;
  /** What was added for it, in the order of the columns. */
  readonly amounts: readonly number[];
}

interface SeenValues {
  readonly id: number | null;
  readonly values: Values;
}

export class Sums {
  private readonly columns: readonly GridColumn[];
  private readonly read: (row: string) => SeenValues;
  private readonly rows = new Map<string, Counted>();
  private readonly sections = new Map<string, { rows: number; readonly sums: number[] }>();
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
  add(row: string, section: string): void {
    const amounts = this.amountsOf(row);
    const into = this.sections.get(section) ?? { rows: 0, sums: this.columns.map(() => 0) };
    this.sections.set(section, into);
    into.rows += 1;
    this.rows.set(row, { section, amounts });
    amounts.forEach((amount, place) => {
      into.sums[place] = (into.sums[place] ?? 0) + amount;
    });
  }

  /** A row goes by another key now. */
  rename(from: string, to: string): void {
    const counted = this.rows.get(from);
    if (counted === undefined) return;
    this.rows.delete(from);
    this.rows.set(to, counted);
    this.changed.add(to);
  }

  /** A row's values have changed: it is counted anew when a sum is asked for. */
  touch(row: string): void {
    if (this.rows.has(row)) this.changed.add(row);
  }

  sectionOf(row: string): string | null {
    return this.rows.get(row)?.section ?? null;
  }

  /** Rows and sums of one section. */
  of(section: string): { readonly rows: number; readonly sums: AmountSums } {
    this.recount();
    const found = this.sections.get(section);
    return { rows: found?.rows ?? 0, sums: this.named(found?.sums ?? []) };
  }

  /** Rows and sums of all sections together. */
  all(): { readonly rows: number; readonly sums: AmountSums } {
    this.recount();
    const totals = this.columns.map((_, place) =>
      [...this.sections.values()].reduce((total, { sums }) => total + (sums[place] ?? 0), 0),
    );
    return { rows: this.rows.size, sums: this.named(totals) };
  }

  private recount(): void {
    for (const row of this.changed) {
      const counted = this.rows.get(row);
      const into = counted === undefined ? undefined : this.sections.get(counted.section);
      if (counted === undefined || into === undefined) continue;
      const amounts = this.amountsOf(row);
      amounts.forEach((amount, place) => {
        into.sums[place] = (into.sums[place] ?? 0) + amount - (counted.amounts[place] ?? 0);
      });
      this.rows.set(row, { ...counted, amounts });
    }
    this.changed.clear();
  }

  private amountsOf(row: string): readonly number[] {
    const { id, values } = this.read(row);
    return this.columns.map((column) => {
      const amount = rawOf(column, id, values);
      return typeof amount === 'number' ? amount : 0;
    });
  }

  private named(sums: readonly number[]): AmountSums {
    const exact = this.columns.flatMap(({ key }, place): [string, number][] => {
      const sum = sums[place];
      return sum === undefined || !Number.isSafeInteger(sum) ? [] : [[key, sum]];
    });
    return Object.fromEntries(exact);
  }
}
