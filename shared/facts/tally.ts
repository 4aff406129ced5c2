/**
 * The sums of all rows and columns of a set of tables, kept exact under single changes.
 * A group of lines knows once and for all which cells it adds to; a change is a handful of integer additions.
 */

import { layoutTable, type TableLayout } from '../tables/layout.ts';
import type { CellRef } from '../tables/model.ts';
import type { BlockSpec, RowSource, TableSpec } from '../tables/spec.ts';
import { type Dimensions, filterKey, matches } from './group.ts';
import { addsTo, type Directory, type RowAddress, rowsOf, standingRows } from './rows.ts';

/** One row with its place in the array of sums. */
export interface TallyRow extends RowAddress {
  readonly index: number;
  /** Index of its first sum; its amount columns follow in order. */
  readonly base: number;
  readonly standing: boolean;
}

export interface TallySource {
  readonly spec: RowSource;
  readonly rows: Map<string, TallyRow>;
}

export interface TallyBlock {
  readonly spec: BlockSpec;
  readonly sections: readonly (readonly TallySource[])[];
  /** Indices, among all columns of the table, of this block's amount columns. */
  readonly amounts: readonly number[];
}

export interface TallyTable {
  readonly spec: TableSpec;
  readonly layout: TableLayout;
  readonly blocks: readonly TallyBlock[];
}

/** Where a group counts: indices of sums and indices of rows. */
export interface Targets {
  readonly cells: readonly number[];
  readonly rows: readonly number[];
}

/** A source whose rows a group adds to, and the amount columns where it does, of how many. */
interface Share {
  readonly source: TallySource;
  readonly offsets: readonly number[];
  readonly width: number;
}

export class Tally {
  readonly tables: readonly TallyTable[];
  private readonly directory: Directory;
  /** By what filters look at: a pasted block may bring hundreds of groups that differ in their projects alone. */
  private readonly shares = new Map<string, readonly Share[]>();
  private sums: number[] = [];
  private lineCounts: number[] = [];

  constructor(specs: readonly TableSpec[], directory: Directory) {
    this.directory = directory;
    this.tables = specs.map((spec) => this.prepare(spec));
  }

  private prepare(spec: TableSpec): TallyTable {
    const layout = layoutTable(spec, this.directory.context.year);
    const blocks = spec.blocks.map((block, index) => {
      const amounts = layout.leaves.flatMap((leaf, column) =>
        leaf.block === index && leaf.kind === 'amount' ? [column] : [],
      );
      const sections = block.sections.map((sources) =>
        sources.map((source) => {
          const rows = new Map<string, TallyRow>();
          for (const address of standingRows(source, this.directory)) this.addRow(rows, address, amounts.length, true);
          return { spec: source, rows };
        }),
      );
      return { spec: block, sections, amounts };
    });
    return { spec, layout, blocks };
  }

  private addRow(rows: Map<string, TallyRow>, address: RowAddress, width: number, standing: boolean): TallyRow {
    const row = { ...address, index: this.lineCounts.length, base: this.sums.length, standing };
    this.lineCounts.push(0);
    for (let column = 0; column < width; column++) this.sums.push(0);
    rows.set(address.key, row);
    return row;
  }

  /** The cells and rows a group counts in, in all tables. Creates rows that do not exist yet. */
  targetsOf(group: Dimensions): Targets {
    const cells: number[] = [];
    const rows: number[] = [];
    for (const { source, offsets, width } of this.sharesOf(group)) {
      for (const address of rowsOf(source.spec, group, this.directory)) {
        const row = source.rows.get(address.key) ?? this.addRow(source.rows, address, width, false);
        rows.push(row.index);
        for (const offset of offsets) cells.push(row.base + offset);
      }
    }
    return { cells, rows };
  }

  private sharesOf(group: Dimensions): readonly Share[] {
    const key = filterKey(group);
    const known = this.shares.get(key);
    if (known !== undefined) return known;
    const shares = this.tables.flatMap(({ blocks, layout }) =>
      blocks
        .filter(({ spec }) => matches(spec.over, group))
        .flatMap(({ amounts, sections }) => {
          const offsets = amounts.flatMap((column, offset) => {
            const filter = layout.leaves[column]?.sum;
            return filter !== null && filter !== undefined && matches(filter, group) ? [offset] : [];
          });
          const sources = sections.flat().filter(({ spec }) => addsTo(spec, group));
          return sources.map((source): Share => ({ source, offsets, width: amounts.length }));
        }),
    );
    this.shares.set(key, shares);
    return shares;
  }

  /** Adds `amount` 分 and `lines` lines (either may be negative) wherever the group counts. */
  add(targets: Targets, amount: number, lines: number): void {
    for (const cell of targets.cells) this.sums[cell] = (this.sums[cell] ?? 0) + amount;
    if (lines !== 0) for (const row of targets.rows) this.lineCounts[row] = (this.lineCounts[row] ?? 0) + lines;
  }

  /** Sets every sum to zero; rows stay. */
  clear(): void {
    this.sums.fill(0);
    this.lineCounts.fill(0);
  }

  sum(cell: number): number {
    return this.sums[cell] ?? 0;
  }

  /** Whether the row is printed: it always stands there, or lines count in it. */
  shown(row: TallyRow): boolean {
    return row.standing || (this.lineCounts[row.index] ?? 0) > 0;
  }

  hasLines(row: TallyRow): boolean {
    return (this.lineCounts[row.index] ?? 0) > 0;
  }

  /** Index of the sum that a cell shows; null when there is no such row or the column holds no amount. */
  cellIndex(ref: CellRef): number | null {
    const block = this.tables.find(({ spec }) => spec.no === ref.table)?.blocks[ref.block];
    const offset = block?.amounts.indexOf(ref.column) ?? -1;
    if (block === undefined || offset < 0) return null;
    for (const source of block.sections.flat()) {
      const row = source.rows.get(ref.row);
      if (row === undefined) continue;
      if (source.spec.kind === 'fixed' && source.spec.where === null) return null;
      return row.base + offset;
    }
    return null;
  }
}
