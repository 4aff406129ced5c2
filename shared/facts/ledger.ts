/**
 * The lines of one budget as typed columns: which group each line belongs to and its amount.
 * One edited line changes two numbers here, however large the book.
 */
import { fail } from '../api/failure.ts';
import { MAX_FEN } from '../money/fen.ts';
import type { LineFact } from './fact.ts';
import { GroupTree } from './group.ts';

const FIRST_CAPACITY = 1024;

export class Ledger {
  /** One line of each group, as the source of its dimensions. */
  readonly groups: LineFact[] = [];
  /** Exact sum in 分 and number of lines, by group. */
  readonly groupSum: number[] = [];
  readonly groupCount: number[] = [];
  private readonly tree = new GroupTree();
  private readonly slotById = new Map<number, number>();
  private readonly idBySlot: number[] = [];
  private readonly freeSlots: number[] = [];
  private groupBySlot = new Int32Array(FIRST_CAPACITY).fill(-1);
  private amountBySlot = new Float64Array(FIRST_CAPACITY);
  private absolute = 0;

  /** Sum of all amounts without their signs, in 分: no sum of any table is larger. */
  get magnitude(): number {
    return this.absolute;
  }

  get count(): number {
    return this.slotById.size;
  }

  /** The group and amount of a line, or null when there is no such line. */
  at(id: number): { readonly group: number; readonly amount: number } | null {
    const slot = this.slotById.get(id);
    if (slot === undefined) return null;
    return { group: this.groupBySlot[slot] ?? -1, amount: this.amountBySlot[slot] ?? 0 };
  }

  /**
   * Inserts a line that is not there yet and answers its group.
   * @throws FailureError AMOUNT_OVERFLOW when sums could leave the range of exact integers.
   */
  insert(line: LineFact): number {
    const magnitude = this.absolute + Math.abs(line.amount);
    // Every sum of any table is at most the sum of magnitudes, so this one test keeps all of them exact.
    if (magnitude > MAX_FEN) fail('AMOUNT_OVERFLOW');
    this.absolute = magnitude;
    const group = this.groupOf(line);
    const slot = this.freeSlots.pop() ?? this.newSlot();
    this.slotById.set(line.id, slot);
    this.idBySlot[slot] = line.id;
    this.groupBySlot[slot] = group;
    this.amountBySlot[slot] = line.amount;
    this.groupSum[group] = (this.groupSum[group] ?? 0) + line.amount;
    this.groupCount[group] = (this.groupCount[group] ?? 0) + 1;
    return group;
  }

  /** Takes a line out; a line that is not there is no error. */
  remove(id: number): void {
    const slot = this.slotById.get(id);
    if (slot === undefined) return;
    const group = this.groupBySlot[slot] ?? -1;
    const amount = this.amountBySlot[slot] ?? 0;
    this.slotById.delete(id);
    this.groupBySlot[slot] = -1;
    this.amountBySlot[slot] = 0;
    this.freeSlots.push(slot);
    this.absolute -= Math.abs(amount);
    this.groupSum[group] = (this.groupSum[group] ?? 0) - amount;
    this.groupCount[group] = (this.groupCount[group] ?? 0) - 1;
  }

  /** Sums every group anew from the lines. */
  resum(): void {
    const sums = new Float64Array(this.groups.length);
    const counts = new Int32Array(this.groups.length);
    const groups = this.groupBySlot;
    const amounts = this.amountBySlot;
    for (let slot = 0; slot < this.idBySlot.length; slot++) {
      const group = groups[slot] ?? -1;
      if (group < 0) continue;
      sums[group] = (sums[group] ?? 0) + (amounts[slot] ?? 0);
      counts[group] = (counts[group] ?? 0) + 1;
    }
    for (let group = 0; group < sums.length; group++) {
      this.groupSum[group] = sums[group] ?? 0;
      this.groupCount[group] = counts[group] ?? 0;
    }
  }

  /** Ids of the lines in any of the groups, in the order they were first loaded. */
  idsIn(groups: ReadonlySet<number>): readonly number[] {
    const ids: number[] = [];
    for (let slot = 0; slot < this.idBySlot.length; slot++) {
      if (groups.has(this.groupBySlot[slot] ?? -1)) ids.push(this.idBySlot[slot] ?? 0);
    }
    return ids;
  }

  private groupOf(line: LineFact): number {
    const place = this.tree.placeOf(line);
    if (place.group === null) {
      place.group = this.groups.push(line) - 1;
      this.groupSum.push(0);
      this.groupCount.push(0);
    }
    return place.group;
  }

  private newSlot(): number {
    const slot = this.idBySlot.length;
    if (slot === this.groupBySlot.length) {
      const groups = new Int32Array(slot * 2).fill(-1);
      groups.set(this.groupBySlot);
      this.groupBySlot = groups;
      const amounts = new Float64Array(slot * 2);
      amounts.set(this.amountBySlot);
      this.amountBySlot = amounts;
    }
    this.idBySlot.push(0);
    return slot;
  }
}
