/**
 * Several budgets together, as a department consolidates its units: the sums of their groups under the same tables.
 * Lines stay with their budgets and are never held twice. What has changed in a budget since the last question is a
 * few integers per group, added before the next answer; edits pay nothing for it.
 */
import { fail } from '../api/failure.ts';
import type { Totals } from '../api/types.ts';
import { type Fen, MAX_FEN } from '../money/fen.ts';
import type { CellRef, TableModel } from '../tables/model.ts';
import { Cube, type TableFacts } from './cube.ts';
import type { FactsContext } from './fact.ts';
import type { Facts } from './facts.ts';
import type { Targets } from './tally.ts';

/** What of a budget has been added so far, by group. */
interface Added {
  readonly facts: Facts;
  readonly context: FactsContext;
  readonly ledger: Facts['ledger'];
  readonly targets: Targets[];
  readonly sums: number[];
  readonly counts: number[];
}

class FactsTogether implements TableFacts {
  private readonly parts: readonly [Facts, ...Facts[]];
  private cube: Cube;
  private added: readonly Added[];

  constructor(parts: readonly [Facts, ...Facts[]]) {
    this.parts = parts;
    this.cube = new Cube(contextOf(parts));
    this.added = parts.map(nothingOf);
  }

  get context(): FactsContext {
    return this.current().context;
  }

  get count(): number {
    return this.parts.reduce((sum, { count }) => sum + count, 0);
  }

  totals(): Totals {
    return this.current().totals(this.count);
  }

  table(no: number): TableModel {
    return this.current().table(no);
  }

  tables(): readonly TableModel[] {
    return this.current().tables();
  }

  cell(ref: CellRef): Fen | null {
    return this.current().cell(ref);
  }

  linesOf(ref: CellRef): readonly number[] {
    return this.parts.flatMap((part) => part.linesOf(ref));
  }

  /** The sums as the budgets are now. @throws FailureError AMOUNT_OVERFLOW when they would not be exact */
  private current(): Cube {
    // Every sum is at most the sum of all magnitudes.
    const magnitude = this.parts.reduce((sum, { ledger }) => sum + ledger.magnitude, 0);
    if (magnitude > MAX_FEN) fail('AMOUNT_OVERFLOW');
    if (this.added.some(({ facts, context, ledger }) => facts.context !== context || facts.ledger !== ledger)) {
      this.cube = new Cube(contextOf(this.parts));
      this.added = this.parts.map(nothingOf);
    }
    for (const added of this.added) addChanges(added, this.cube);
    return this.cube;
  }
}

function addChanges({ ledger, targets, sums, counts }: Added, cube: Cube): void {
  ledger.groups.forEach((line, group) => {
    const sum = ledger.groupSum[group] ?? 0;
    const count = ledger.groupCount[group] ?? 0;
    const amount = sum - (sums[group] ?? 0);
    const lines = count - (counts[group] ?? 0);
    if (amount === 0 && lines === 0) return;
    targets[group] ??= cube.targetsOf(line);
    cube.add(targets[group], amount, lines);
    sums[group] = sum;
    counts[group] = count;
  });
}

function nothingOf(facts: Facts): Added {
  return { facts, context: facts.context, ledger: facts.ledger, targets: [], sums: [], counts: [] };
}

function contextOf(parts: readonly [Facts, ...Facts[]]): FactsContext {
  const contexts = parts.map(({ context }) => context);
  return {
    ...parts[0].context,
    units: contexts.flatMap(({ units }) => units),
    projects: contexts.flatMap(({ projects }) => projects),
  };
}

/**
 * Facts of a department: its own budget first, then those of its units in the order of their rows. They follow every
 * change of the parts; which budgets belong together is the caller's to know.
 */
export function consolidatedFacts(parts: readonly [Facts, ...Facts[]]): TableFacts {
  return new FactsTogether(parts);
}
