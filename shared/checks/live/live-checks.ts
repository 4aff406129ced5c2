/**
 * All checks on one budget, kept right row by row. Rows are put in and taken out as the book changes; `step` then looks
 * again at what that concerns, a little at a time, until nothing is left. What concerns what is never listed: attributes
 * look at other rows through `Look`, which remembers it, and sums know who compares with them.
 */
import type { CodeBook } from '../../codes/code-book.ts';
import type { RowOfEntity } from '../../entities/index.ts';
import type { Facts } from '../../facts/facts.ts';
import type { RuleSet } from '../../procurement/spec.ts';
import { tablesFor } from '../../tables/index.ts';
import type { TableModel } from '../../tables/model.ts';
import { tableChecks } from '../cross-table.ts';
import type { Finding, KeptFinding, Severity } from '../finding.ts';
import type { CheckedEntity } from '../look.ts';
import { narrativeRows } from '../narrative-records.ts';
import { placeText } from '../place-text.ts';
import { recordRules } from '../record-rules.ts';
import type { RecordName, RecordRule } from '../record-spec.ts';
import { asRuleRow, FUND_ROWS } from '../records.ts';
import { tableComparer } from '../run-tables.ts';
import { exactSource } from '../table-source.ts';
import { FindingBook, type FindingChanges } from './finding-book.ts';
import type { Fix } from './fix-draft.ts';
import { placed, RowBase } from './row-base.ts';
import { ruleRunner } from './rule-runner.ts';
import { RuleState } from './rule-state.ts';
import { StaleRecords } from './stale-records.ts';
import { Waivers } from './waivers.ts';
import type { Watcher } from './watch.ts';

export interface LiveInput {
  readonly codes: CodeBook;
  /** The facts as they stand. */
  readonly facts: () => Facts;
  /** Whether the tables are compared with each other; absent = yes. */
  readonly withTables?: boolean;
  readonly unit: RowOfEntity<'unit'>;
  readonly budget: RowOfEntity<'budget'>;
  readonly ruleSets: readonly RuleSet[];
  /** Those of the program; fewer in tests. */
  readonly rules?: readonly RecordRule[];
  /** Versions count from here; absent = 0. */
  readonly firstVersion?: number;
}

/** Placed findings looked at in one step after lines have moved. */
const PLACES_AT_ONCE = 100;

export class LiveChecks {
  private readonly base: RowBase;
  private readonly facts: () => Facts;
  private readonly withTables: boolean;
  private readonly year: number;
  private readonly unitId: number;
  private readonly budgetId: number;
  private readonly findings: FindingBook;
  private readonly waivers = new Waivers();
  private readonly states: ReadonlyMap<RecordName, readonly RuleState[]>;
  private readonly stateOf = new Map<string, RuleState>();
  private readonly stale = new StaleRecords();
  private readonly watchers = new Map<string, Watcher>();
  private work: (() => void)[] = [];
  private groups: (() => void)[] = [];
  private tablesStale: boolean;
  /** The comparison of the tables that is under way. */
  private comparing: Generator<void> | null = null;
  private narrativeStale = false;
  private readonly narrativeWatcher: Watcher = {
    stale: () => {
      this.narrativeStale = true;
    },
  };
  /** Under which findings between tables are told. */
  private readonly tableKeys = new Set<string>();
  private moving: Generator<string> | null = null;

  constructor(input: LiveInput) {
    const { codes, unit, budget, ruleSets, rules = recordRules, firstVersion = 0, withTables = true } = input;
    this.facts = input.facts;
    this.withTables = withTables;
    this.year = budget.year;
    this.unitId = unit.id;
    this.budgetId = budget.id;
    this.tablesStale = true;
    this.base = new RowBase({
      codes,
      ruleSets,
      unit,
      budget,
      onStale: (set, id) => this.stale.add(set, id),
      later: (work) => this.work.push(work),
    });
    this.findings = new FindingBook({
      firstVersion,
      placeOf: (lineId) => this.placeOf(lineId),
      waivedBy: (finding, said) => this.waivers.of(finding, said),
    });
    const states = new Map<RecordName, RuleState[]>();
    rules.forEach((rule, index) => {
      this.base.sums.prepare(rule);
      const list = states.get(rule.each) ?? [];
      const state = new RuleState({
        runner: ruleRunner(rule, this.base.sets[rule.each], (spec) => this.base.sums.reader(spec, rule.each), codes),
        at: tableChecks.length + index,
        book: this.findings,
        watch: this.base.watch,
        rowOf: (id) => this.base.rowOf(rule.each, id),
        orderOf: (row) => this.base.orderOf(rule.each, row),
        later: (work) => this.groups.push(work),
      });
      list.push(state);
      states.set(rule.each, list);
      this.stateOf.set(rule.id, state);
    });
    this.states = states;
    for (const { id } of FUND_ROWS) this.stale.add('fund', id);
    this.put('unit', unit);
    this.put('budget', budget);
  }

  /** Everything has to be begun anew: something that all records depend on has changed. */
  get isOutdated(): boolean {
    return this.base.isOutdated;
  }

  /** Grows with every change of the findings. */
  get version(): number {
    return this.findings.version;
  }

  /** Records that wait to be looked at. */
  get waiting(): number {
    return this.stale.size;
  }

  put<R extends { readonly id: number }>(entity: CheckedEntity, row: R): void {
    this.base.replace(entity, row.id, asRuleRow(row));
  }

  remove(entity: CheckedEntity, id: number): void {
    this.base.replace(entity, id, null);
  }

  idsOf(entity: CheckedEntity): readonly number[] {
    return this.base.idsOf(entity);
  }

  /** Takes in why a finding is left as it is; null takes it back. */
  putWaiver(id: number, waiver: RowOfEntity<'waiver'> | null): void {
    this.findings.touch(this.waivers.replace(id, waiver));
  }

  /** What a waiver of a finding has to hold; null when the finding is gone. */
  waiverFor(
    key: string,
  ): (Pick<RowOfEntity<'waiver'>, 'ruleId' | 'at' | 'said'> & { readonly severity: Severity }) | null {
    const found = this.findings.said(key);
    if (found === null) return null;
    const { ruleId, location, severity } = found.finding;
    return { ruleId, severity, at: placeText(location), said: found.said };
  }

  /** Waivers that hold for nothing any more: the facts have changed. */
  lapsedWaivers(): readonly RowOfEntity<'waiver'>[] {
    const held = new Set(this.all().flatMap(({ waived }) => waived?.waiverId ?? []));
    return [...this.waivers.all()].filter(({ id }) => !held.has(id));
  }

  /** The facts have changed: the tables have to be compared again. */
  tablesChanged(): void {
    this.tablesStale = true;
  }

  /** Does a little of what is left to do. @returns false when nothing is left */
  step(): boolean {
    const work = this.work.pop();
    if (work !== undefined) {
      work();
      return true;
    }
    if (this.tablesStale) {
      this.tablesStale = false;
      this.narrativeStale = true;
      this.comparing = this.withTables ? this.checkTables() : null;
      return true;
    }
    if (this.comparing !== null) {
      if (this.comparing.next().done === true) this.comparing = null;
      return true;
    }
    if (this.narrativeStale) {
      this.narrativeStale = false;
      this.readNarrative();
      return true;
    }
    const id = this.stale.next();
    if (id !== null) {
      this.checkRecord(this.stale.set, id);
      return true;
    }
    const group = this.groups.pop();
    if (group !== undefined) {
      group();
      return true;
    }
    return this.renewPlaces();
  }

  all(): readonly KeptFinding[] {
    return this.findings.all();
  }

  find(key: string): KeptFinding | null {
    return this.findings.find(key);
  }

  /** The write that mends a finding; null where it offers none or is gone. */
  fixOf(key: string): Fix | null {
    const finding = this.findings.find(key);
    return finding?.fix === undefined ? null : (this.stateOf.get(finding.ruleId)?.fixOf(key) ?? null);
  }

  since(version: number | null): FindingChanges {
    return this.findings.since(version);
  }

  private checkRecord(set: RecordName, id: number): void {
    const row = this.base.rowOf(set, id) ?? null;
    const { watch } = this.base;
    const { places } = watch.observe(() => {
      for (const state of this.states.get(set) ?? []) state.check(id, row);
    });
    const key = `${set}#${id}`;
    const known = this.watchers.get(key);
    if (places === null && known === undefined) return;
    const watcher = known ?? { stale: () => this.stale.add(set, id) };
    watch.follow(watcher, places);
    if (places === null) this.watchers.delete(key);
    else this.watchers.set(key, watcher);
  }

  /** Draws the tables and compares them, one at a time: what is dropped half-way is begun anew. */
  private *checkTables(): Generator<void> {
    const drawn: TableModel[] = [];
    for (const { no } of tablesFor(this.year)) {
      drawn.push(this.facts().table(no));
      yield;
    }
    const compare = tableComparer(exactSource(drawn, this.year));
    const told = new Map<string, number>();
    for (const [at, check] of tableChecks.entries()) {
      for (const [index, finding] of compare(check).entries()) {
        const wanted = tableKey(finding);
        const times = (told.get(wanted) ?? 0) + 1;
        const key = times === 1 ? wanted : `${wanted}|${times}`;
        told.set(wanted, times).set(key, times);
        this.tableKeys.add(key);
        this.findings.put(key, { finding, order: [at, index], project: projectOfCell(finding) });
      }
      yield;
    }
    for (const key of this.tableKeys) {
      if (told.has(key)) continue;
      this.tableKeys.delete(key);
      this.findings.remove(key);
    }
  }

  /** Works the narrative out anew: its paragraphs and the figures typed in them are records of their own. */
  private readNarrative(): void {
    const { look, watch } = this.base;
    const [unit, budget] = [look.row('unit', this.unitId), look.row('budget', this.budgetId)];
    if (unit === undefined || budget === undefined) return;
    const { value, places } = watch.observe(() =>
      narrativeRows({
        facts: this.facts(),
        unit: look.row('unit', this.unitId) ?? unit,
        budget: look.row('budget', this.budgetId) ?? budget,
        projects: look.all('project'),
        procurement: look.all('procurement'),
        goalSheets: look.all('goalSheet'),
        assets: look.all('asset'),
        prior: look.all('prior'),
        narrative: look.all('narrative'),
      }),
    );
    watch.follow(this.narrativeWatcher, places);
    this.base.derive('paragraph', value.paragraphs);
    this.base.derive('typedFigure', value.typed);
  }

  private renewPlaces(): boolean {
    if (this.base.placesMoved) {
      this.base.placesMoved = false;
      this.moving = this.findings.placed();
    }
    if (this.moving === null) return false;
    for (let count = 0; count < PLACES_AT_ONCE; count += 1) {
      const { value, done } = this.moving.next();
      if (done) {
        this.moving = null;
        return true;
      }
      this.findings.renewPlace(value);
    }
    return true;
  }

  private placeOf(lineId: number): string {
    const row = this.base.rowOf('line', lineId);
    return row === undefined ? '' : this.base.places.textOf(placed(row));
  }
}

function tableKey({ ruleId, location, message }: Finding): string {
  if (location.kind !== 'cell') return `${ruleId}|${message}`;
  const { table, block, row, column } = location.cell;
  return `${ruleId}|${table}|${block}|${row}|${column}`;
}

function projectOfCell({ location }: Finding): number | null {
  const [, id] = location.kind === 'cell' ? (/^project:([0-9]+)/.exec(location.cell.row) ?? []) : [];
  return id === undefined ? null : Number.parseInt(id, 10);
}
