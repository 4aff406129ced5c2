/**
 * The facts of one budget with all 13 tables kept right under every change.
 * Putting or removing one line costs the same in a book of ten lines and of a million.
 */
import type { Totals } from '../api/types.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { CellRef, TableModel } from '../tables/model.ts';
import { Cube, type TableFacts } from './cube.ts';
import type { FactsContext, LineFact } from './fact.ts';
import { Ledger } from './ledger.ts';
import type { Targets } from './tally.ts';

export interface Facts extends TableFacts {
  /** The lines by groups of equal dimensions; another object once all lines have been replaced. */
  readonly ledger: Pick<Ledger, 'groups' | 'groupSum' | 'groupCount' | 'magnitude'>;
  /** Takes new units, projects or codes; the lines stay. */
  setContext(context: FactsContext): void;
  /** Replaces all lines. @throws FailureError AMOUNT_OVERFLOW */
  load(lines: Iterable<LineFact>): void;
  /** Inserts lines, or replaces those of the same ids. @throws FailureError AMOUNT_OVERFLOW, facts unchanged */
  put(lines: Iterable<LineFact>): void;
  /** Takes a line out; a line that is not there is no error. */
  remove(id: number): void;
  /** What `ask` answers as if these lines, under ids that no line has, were there, too. @throws FailureError AMOUNT_OVERFLOW */
  foreseeing<T>(lines: readonly LineFact[], ask: (facts: TableFacts) => T): T;
  /** Computes every sum anew from the lines; the result is the same (tests and benchmarks rely on it). */
  recompute(): void;
  /** What each project spends, current and carried over, in 分; a project with no spending is not in it. */
  projectSpending(): ReadonlyMap<number, Fen>;
}

/** What is to be added, by group. */
class GroupSums {
  readonly sums = new Map<number, { amount: number; lines: number }>();

  add(group: number, amount: number, lines: number): void {
    const sum = this.sums.get(group) ?? { amount: 0, lines: 0 };
    sum.amount += amount;
    sum.lines += lines;
    this.sums.set(group, sum);
  }
}

class FactsInMemory implements Facts {
  ledger = new Ledger();
  private cube: Cube;
  /** Where each group of the ledger counts. */
  private targets: Targets[] = [];

  constructor(context: FactsContext) {
    this.cube = new Cube(context);
  }

  get context(): FactsContext {
    return this.cube.context;
  }

  get count(): number {
    return this.ledger.count;
  }

  setContext(context: FactsContext): void {
    this.rebuild(context);
  }

  load(lines: Iterable<LineFact>): void {
    const ledger = new Ledger();
    for (const line of lines) ledger.insert(line);
    this.ledger = ledger;
    this.rebuild(this.context);
  }

  put(lines: Iterable<LineFact>): void {
    const replaced: [id: number, before: ReturnType<Ledger['at']>][] = [];
    // Many lines of a block fall into one group, and it counts in dozens of cells: they are added to once.
    const [out, into] = [new GroupSums(), new GroupSums()];
    try {
      for (const line of lines) {
        const before = this.ledger.at(line.id);
        replaced.push([line.id, before]);
        if (before !== null) {
          this.ledger.remove(line.id);
          out.add(before.group, -before.amount, -1);
        }
        into.add(this.ledger.insert(line), line.amount, 1);
      }
    } catch (error) {
      for (const [id, before] of replaced.reverse()) {
        this.ledger.remove(id);
        const like = this.ledger.groups[before?.group ?? -1];
        if (before !== null && like !== undefined) this.ledger.insert({ ...like, id, amount: fen(before.amount) });
      }
      throw error;
    }
    for (const [group, { amount, lines: count }] of [...out.sums, ...into.sums]) {
      this.cube.add(this.targetsOf(group), amount, count);
    }
  }

  remove(id: number): void {
    const before = this.ledger.at(id);
    if (before === null) return;
    this.ledger.remove(id);
    this.cube.add(this.targetsOf(before.group), -before.amount, -1);
  }

  foreseeing<T>(lines: readonly LineFact[], ask: (facts: TableFacts) => T): T {
    this.put(lines);
    try {
      return ask(this);
    } finally {
      for (const { id } of lines) this.remove(id);
    }
  }

  recompute(): void {
    this.ledger.resum();
    this.cube.clear();
    this.addAllGroups();
  }

  totals(): Totals {
    return this.cube.totals(this.count);
  }

  table(no: number): TableModel {
    return this.cube.table(no);
  }

  tables(): readonly TableModel[] {
    return this.cube.tables();
  }

  cell(ref: CellRef): Fen | null {
    return this.cube.cell(ref);
  }

  projectSpending(): ReadonlyMap<number, Fen> {
    const spending = new Map<number, Fen>();
    this.ledger.groups.forEach((line, group) => {
      const sum = this.ledger.groupSum[group] ?? 0;
      const { projectId, side, nature } = this.cube.resolved(line);
      if (projectId === null || side !== 'expenditure' || nature !== 'project' || sum === 0) return;
      spending.set(projectId, fen((spending.get(projectId) ?? 0) + sum));
    });
    return spending;
  }

  linesOf(ref: CellRef): readonly number[] {
    const index = this.cube.cellIndex(ref);
    if (index === null) return [];
    const groups = new Set<number>();
    this.targets.forEach((targets, group) => {
      if (targets.cells.includes(index)) groups.add(group);
    });
    return this.ledger.idsIn(groups);
  }

  /** Groups resolve their defaults by the context, so a new context or ledger starts from empty tables. */
  private rebuild(context: FactsContext): void {
    this.cube = new Cube(context);
    this.targets = [];
    this.addAllGroups();
  }

  private addAllGroups(): void {
    this.ledger.groups.forEach((_, group) => {
      this.cube.add(this.targetsOf(group), this.ledger.groupSum[group] ?? 0, this.ledger.groupCount[group] ?? 0);
    });
  }

  private targetsOf(group: number): Targets {
    const known = this.targets[group];
    if (known !== undefined) return known;
    const line = this.ledger.groups[group];
    if (line === undefined) throw new RangeError(`no such group: ${group}`);
    const targets = this.cube.targetsOf(line);
    this.targets[group] = targets;
    return targets;
  }
}

/** Makes an empty set of facts for one budget. */
export function createFacts(context: FactsContext): Facts {
  return new FactsInMemory(context);
}
