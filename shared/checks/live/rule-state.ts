/** Which records break one rule just now, and what is told of them: each by itself, or those that belong together once. */
import type { Scalar } from '../record-spec.ts';
import type { RuleRow } from '../records.ts';
import type { Draft, FindingBook } from './finding-book.ts';
import { type Fix, fixOf } from './fix-draft.ts';
import type { RuleRunner, Sides } from './rule-runner.ts';
import type { Watch, Watcher } from './watch.ts';

/** A group of records that are told together. */
interface Group extends Watcher {
  readonly members: Map<number, Sides>;
  /** The member that comes first in the book; null when it has to be looked for: a group may have very many. */
  first: number | null;
  /** Asks to be told anew. */
  ask(): void;
}

export interface RuleStateParts {
  readonly runner: RuleRunner;
  /** Place of the rule among all. */
  readonly at: number;
  readonly book: FindingBook;
  readonly watch: Watch;
  readonly rowOf: (id: number) => RuleRow | undefined;
  readonly orderOf: (row: RuleRow) => readonly number[];
  /** Asks to be called again when nothing else is left to do. */
  readonly later: (work: () => void) => void;
}

export class RuleState {
  private readonly parts: RuleStateParts;
  private readonly broken = new Set<number>();
  private readonly groupOfRow = new Map<number, Scalar>();
  private readonly groups = new Map<Scalar, Group>();

  constructor(parts: RuleStateParts) {
    this.parts = parts;
  }

  /** Looks at a record; null has been taken out. */
  check(id: number, row: RuleRow | null): void {
    const { runner, book } = this.parts;
    const sides = row === null ? null : runner.broken(row);
    if (runner.groupOf === null) {
      if (row !== null && sides !== null) {
        this.broken.add(id);
        book.put(this.keyOf(id), this.draft(row, sides, 1));
      } else if (this.broken.delete(id)) book.remove(this.keyOf(id));
      return;
    }
    const group = row === null || sides === null ? undefined : runner.groupOf(row);
    const before = this.groupOfRow.get(id);
    if (before !== undefined && before !== group) this.leave(id, before);
    if (group !== undefined && sides !== null) this.join(id, group, sides);
  }

  /** The fix of what is told under a key; null where there is none, or nothing is told under it any more. */
  fixOf(key: string): Fix | null {
    const { runner, rowOf } = this.parts;
    const rest = key.slice(runner.rule.id.length + 1);
    const row = rest.startsWith('=') ? this.firstOfGroup(rest.slice(1)) : rowOf(Number.parseInt(rest, 10));
    return row === undefined ? null : fixOf(runner, row);
  }

  private firstOfGroup(name: string): RuleRow | undefined {
    for (const [group, made] of this.groups) if (String(group) === name) return this.firstIn(made);
    return undefined;
  }

  private keyOf(id: number): string {
    return `${this.parts.runner.rule.id}|${id}`;
  }

  private groupKey(group: Scalar): string {
    return `${this.parts.runner.rule.id}|=${String(group)}`;
  }

  private leave(id: number, group: Scalar): void {
    this.groupOfRow.delete(id);
    const known = this.groups.get(group);
    known?.members.delete(id);
    if (known?.first === id) known.first = null;
    known?.ask();
  }

  private join(id: number, group: Scalar, sides: Sides): void {
    this.groupOfRow.set(id, group);
    const known = this.groups.get(group) ?? this.newGroup(group);
    // The only one is the first; of others it is whether it comes before the one that was.
    if (known.members.size === 0) known.first = id;
    else if (known.first === id) known.first = null;
    else if (known.first !== null && this.comesBefore(id, known.first)) known.first = id;
    known.members.set(id, sides);
    known.ask();
  }

  private newGroup(group: Scalar): Group {
    let isAsked = false;
    const made: Group = {
      members: new Map(),
      first: null,
      stale: () => {
        made.first = null;
        made.ask();
      },
      ask: () => {
        if (isAsked) return;
        isAsked = true;
        this.parts.later(() => {
          isAsked = false;
          this.tellGroup(group, made);
        });
      },
    };
    this.groups.set(group, made);
    return made;
  }

  private tellGroup(group: Scalar, made: Group): void {
    const { book, watch } = this.parts;
    const first = this.firstIn(made);
    const sides = first === undefined ? undefined : made.members.get(first.id);
    if (first === undefined || sides === undefined) {
      this.groups.delete(group);
      watch.follow(made, null);
      book.remove(this.groupKey(group));
      return;
    }
    const { value, places } = watch.observe(() => this.draft(first, sides, made.members.size));
    watch.follow(made, places);
    book.put(this.groupKey(group), value);
  }

  private comesBefore(id: number, other: number): boolean {
    const { rowOf, orderOf } = this.parts;
    const [one, two] = [rowOf(id), rowOf(other)];
    return one !== undefined && two !== undefined && isBefore(orderOf(one), orderOf(two));
  }

  private firstIn(group: Group): RuleRow | undefined {
    // Where indicators stand follows from their sheets, which move without them.
    const kept = group.first === null || this.parts.runner.rule.each === 'indicator' ? undefined : group.first;
    const first = kept === undefined ? this.firstOf(group.members) : this.parts.rowOf(kept);
    group.first = first?.id ?? null;
    return first;
  }

  private firstOf(members: ReadonlyMap<number, Sides>): RuleRow | undefined {
    let first: RuleRow | undefined;
    for (const id of members.keys()) {
      const row = this.parts.rowOf(id);
      if (row !== undefined && (first === undefined || isBefore(this.parts.orderOf(row), this.parts.orderOf(first)))) {
        first = row;
      }
    }
    return first;
  }

  private draft(row: RuleRow, sides: Sides, count: number): Draft {
    const { runner, at, orderOf } = this.parts;
    const { rule, set, say } = runner;
    return {
      finding: {
        ruleId: rule.id,
        severity: rule.severity,
        ...say(row, sides, count),
        location: set.location(row, rule.field),
        ...(rule.fix === undefined ? {} : { fix: { label: rule.fix.label, ...(rule.fix.all ? { all: true } : {}) } }),
      },
      order: [at, ...orderOf(row)],
      project: set.projectOf(row),
    };
  }
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
