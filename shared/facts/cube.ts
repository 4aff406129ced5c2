/** The tables of a year with their sums, over groups of lines. Knows no single line: who adds keeps them. */
import { fail } from '../api/failure.ts';
import type { Totals } from '../api/types.ts';
import { type Fen, fen } from '../money/fen.ts';
import { tablesFor } from '../tables/index.ts';
import type { CellRef, TableModel } from '../tables/model.ts';
import { drawTable } from './draw.ts';
import type { FactsContext, LineFact } from './fact.ts';
import { type Dimensions, resolve } from './group.ts';
import { Directory } from './rows.ts';
import { Tally, type Targets } from './tally.ts';
import { totalsSpec } from './totals-spec.ts';

/** What the tables answer, whether of one budget or of several together. */
export interface TableFacts {
  readonly context: FactsContext;
  /** Number of lines. */
  readonly count: number;
  totals(): Totals;
  /** @throws FailureError NOT_FOUND for a number that is no table of the year */
  table(no: number): TableModel;
  /** The tables of the year in published order. */
  tables(): readonly TableModel[];
  /** Exact amount of a cell in 分; null when no such cell holds an amount. */
  cell(ref: CellRef): Fen | null;
  /** Ids of the lines a cell sums. */
  linesOf(ref: CellRef): readonly number[];
}

export class Cube {
  readonly context: FactsContext;
  private readonly directory: Directory;
  private readonly tally: Tally;

  /** Starts with nothing but the rows that always stand. */
  constructor(context: FactsContext) {
    this.context = context;
    this.directory = new Directory(context);
    this.tally = new Tally([...tablesFor(context.year), totalsSpec], this.directory);
  }

  /** A group's dimensions with the defaults of its unit and of the code lists. */
  resolved(line: LineFact): Dimensions {
    return resolve(line, this.context, this.directory.unit(line.unitId)?.kind ?? null);
  }

  /** Where a group counts: worth keeping, since it costs more than adding. */
  targetsOf(line: LineFact): Targets {
    return this.tally.targetsOf(this.resolved(line));
  }

  /** Adds 分 and a number of lines (either may be negative) wherever a group counts. */
  add(targets: Targets, amount: number, lines: number): void {
    this.tally.add(targets, amount, lines);
  }

  /** Sets every sum to zero. */
  clear(): void {
    this.tally.clear();
  }

  /** @param lines how many there are in all */
  totals(lines: number): Totals {
    const amount = (row: string) => this.cell({ table: totalsSpec.no, block: 0, row, column: 1 }) ?? fen(0);
    const income = amount('income');
    const expenditure = amount('expenditure');
    const yearEndCarryover = amount('yearEndCarryover');
    return {
      income,
      incomeCurrent: amount('incomeCurrent'),
      incomeCarryover: amount('incomeCarryover'),
      expenditure,
      expenditureBasic: amount('expenditureBasic'),
      expenditureProject: amount('expenditureProject'),
      yearEndCarryover,
      difference: fen(income - expenditure - yearEndCarryover),
      lines,
    };
  }

  /** @throws FailureError NOT_FOUND */
  table(no: number): TableModel {
    const table = this.tally.tables.find(({ spec }) => spec.no === no && spec !== totalsSpec);
    if (table === undefined) return fail('NOT_FOUND', { what: `表${no}` });
    return drawTable(table, this.tally, this.directory);
  }

  tables(): readonly TableModel[] {
    return this.tally.tables
      .filter(({ spec }) => spec !== totalsSpec)
      .map((table) => drawTable(table, this.tally, this.directory));
  }

  cell(ref: CellRef): Fen | null {
    const index = this.cellIndex(ref);
    return index === null ? null : fen(this.tally.sum(index));
  }

  /** The number under which `Targets.cells` name a cell; null when no such cell holds an amount. */
  cellIndex(ref: CellRef): number | null {
    return this.tally.cellIndex(ref);
  }
}
