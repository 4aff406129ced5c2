/**
 * The facts of one budget (or of several, consolidated) with all 13 tables kept right under every change.
 * Putting or removing one line costs the same in a book of ten lines and of a million.
 */
import { fail } from '../api/failure.ts';
import type { Totals } from '../api/types.ts';
import { type Fen, fen } from '../money/fen.ts';
import { tablesFor } from '../tables/index.ts';
import type { CellRef, TableModel } from '../tables/model.ts';
import { drawTable } from './draw.ts';
import type { FactsContext, LineFact } from './fact.ts';
import { resolve } from './group.ts';
import { Ledger } from './ledger.ts';
import { Directory } from './rows.ts';
import { Tally, type Targets } from './tally.ts';
import { totalsSpec } from './totals-spec.ts';

export interface Facts {
  readonly context: FactsContext;
  /** Number of lines. */
  readonly count: number;
  /** Takes new units, projects or codes; the lines stay. */
  setContext(context: FactsContext): void;
  /** Replaces all lines. @throws FailureError AMOUNT_OVERFLOW */
  load(lines: Iterable<LineFact>): void;
  /** Inserts a line, or replaces the one of the same id. @throws FailureError AMOUNT_OVERFLOW, facts unchanged */
  put(line: LineFact): void;
  /** Takes a line out; a line that is not there is no error. */
  remove(id: number): void;
  /** Computes every sum anew from the lines; the result is the same (tests and benchmarks rely on it). */
  recompute(): void;
  totals(): Totals;
  /** @throws FailureError NOT_FOUND for a number that is no table of the year */
  table(no: number): TableModel;
  /** The tables of the year in published order. */
  tables(): readonly TableModel[];
  /** Exact amount of a cell in 分; null when no such cell holds an amount. */
  cell(ref: CellRef): Fen | null;
  /** What each project spends, current and carried over, in 分; a project with no spending is not in it. */
  projectSpending(): ReadonlyMap<number, Fen>;
  /** Ids of the lines a cell sums. */
  linesOf(ref: CellRef): readonly number[];
}

class FactsInMemory implements Facts {
  context: FactsContext;
  private ledger = new Ledger();
  private directory: Directory;
  private tally: Tally;
  /** Where each group of the ledger counts. */
  private targets: Targets[] = [];

  constructor(context: FactsContext) {
    this.context = context;
    this.directory = new Directory(context);
    this.tally = this.newTally();
  }

  get count(): number {
    return this.ledger.count;
  }

  setContext(context: FactsContext): void {
    this.context = context;
    this.directory = new Directory(context);
    this.rebuild();
  }

  load(lines: Iterable<LineFact>): void {
    const ledger = new Ledger();
    for (const line of lines) ledger.insert(line);
    this.ledger = ledger;
    this.rebuild();
  }

  put(line: LineFact): void {
    const before = this.ledger.at(line.id);
    if (before !== null) this.ledger.remove(line.id);
    let group: number;
    try {
      group = this.ledger.insert(line);
    } catch (error) {
      const old = before === null ? undefined : this.ledger.groups[before.group];
      if (before !== null && old !== undefined) this.ledger.insert({ ...old, id: line.id, amount: fen(before.amount) });
      throw error;
    }
    if (before !== null) this.tally.add(this.targetsOf(before.group), -before.amount, -1);
    this.tally.add(this.targetsOf(group), line.amount, 1);
  }

  remove(id: number): void {
    const before = this.ledger.at(id);
    if (before === null) return;
    this.ledger.remove(id);
    this.tally.add(this.targetsOf(before.group), -before.amount, -1);
  }

  recompute(): void {
    this.ledger.resum();
    this.tally.clear();
    this.addAllGroups();
  }

  totals(): Totals {
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
      lines: this.ledger.count,
    };
  }

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
    const index = this.tally.cellIndex(ref);
    return index === null ? null : fen(this.tally.sum(index));
  }

  projectSpending(): ReadonlyMap<number, Fen> {
    const spending = new Map<number, Fen>();
    this.ledger.groups.forEach((line, group) => {
      const sum = this.ledger.groupSum[group] ?? 0;
      const { projectId, side, nature } = this.resolved(line);
      if (projectId === null || side !== 'expenditure' || nature !== 'project' || sum === 0) return;
      spending.set(projectId, fen((spending.get(projectId) ?? 0) + sum));
    });
    return spending;
  }

  linesOf(ref: CellRef): readonly number[] {
    const index = this.tally.cellIndex(ref);
    if (index === null) return [];
    const groups = new Set<number>();
    this.targets.forEach((targets, group) => {
      if (targets.cells.includes(index)) groups.add(group);
    });
    return this.ledger.idsIn(groups);
  }

  private newTally(): Tally {
    return new Tally([...tablesFor(this.context.year), totalsSpec], this.directory);
  }

  /** Groups resolve their defaults by the context, so a new context or ledger starts from empty tables. */
  private rebuild(): void {
    this.tally = this.newTally();
    this.targets = [];
    this.addAllGroups();
  }

  private addAllGroups(): void {
    this.ledger.groups.forEach((_, group) => {
      this.tally.add(this.targetsOf(group), this.ledger.groupSum[group] ?? 0, this.ledger.groupCount[group] ?? 0);
    });
  }

  private targetsOf(group: number): Targets {
    const known = this.targets[group];
    if (known !== undefined) return known;
    const line = this.ledger.groups[group];
    if (line === undefined) throw new RangeError(`no such group: ${group}`);
    const targets = this.tally.targetsOf(this.resolved(line));
    this.targets[group] = targets;
    return targets;
  }

  private resolved(line: LineFact) {
    return resolve(line, this.context, this.directory.unit(line.unitId)?.kind ?? null);
  }
}

/** Makes an empty set of facts for one budget. */
export function createFacts(context: FactsContext): Facts {
  return new FactsInMemory(context);
}
