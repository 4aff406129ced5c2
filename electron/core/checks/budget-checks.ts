/** The checks of one budget of the open book: its rows are read a page at a time, then led along by what changes touch. */
import type { Book, Touched } from '../../../db/book.ts';
import { findRow, listRows, type RowPlace, rowsBehind } from '../../../db/read.ts';
import { fail } from '../../../shared/api/failure.ts';
import { LiveChecks } from '../../../shared/checks/live/live-checks.ts';
import type { CheckedEntity } from '../../../shared/checks/look.ts';
import type { FactsCache } from '../facts-cache.ts';
import { ruleSetsFor } from '../rule-sets.ts';

/** Rows read in one step: about a millisecond. */
const PAGE = 100;

/** Entities whose rows belong to the budget itself. */
const OWN: readonly Exclude<CheckedEntity, 'unit' | 'budget' | 'indicator'>[] = [
  'project',
  'procurement',
  'goalSheet',
  'asset',
  'prior',
  'narrative',
  'line',
];
/** What shows in the tables. */
const IN_TABLES = ['line', 'project', 'unit', 'budget'] as const;

export interface BudgetChecksParts {
  readonly book: Book;
  readonly budgetId: number;
  readonly cache: () => FactsCache;
  readonly firstVersion: number;
}

export class BudgetChecks {
  readonly budgetId: number;
  /** Lines to read and to look at: by far the most of a large book. */
  readonly total: number;
  readonly live: LiveChecks;
  private readonly book: Book;
  private readonly loading: Generator<void>;
  private isLoaded = false;
  private readonly touched = new Map<CheckedEntity | 'waiver', Set<number>>();

  /** @throws FailureError NOT_FOUND */
  constructor({ book, budgetId, cache, firstVersion }: BudgetChecksParts) {
    const budget = findRow(book, 'budget', budgetId) ?? fail('NOT_FOUND', { what: '单位预算' });
    const unit = findRow(book, 'unit', budget.unitId) ?? fail('NOT_FOUND', { what: '单位' });
    this.book = book;
    this.budgetId = budgetId;
    this.total = cache().facts(budgetId).count;
    this.live = new LiveChecks({
      codes: cache().codes(budget.year),
      facts: () => cache().facts(budgetId),
      unit,
      budget,
      ruleSets: ruleSetsFor(book, unit, budget),
      firstVersion,
    });
    this.loading = this.load();
  }

  /** Lines that have been read and looked at. */
  get done(): number {
    return this.isLoaded ? Math.max(0, this.total - this.live.waiting) : 0;
  }

  /** Does a little of what is left to do. @returns false when nothing is left */
  step(): boolean {
    if (!this.isLoaded) {
      this.isLoaded = this.loading.next().done === true;
      return true;
    }
    return this.takeTouched() || this.live.step();
  }

  /** Hears what a change touched. @returns false when it is less to begin anew */
  follow(touched: Touched): boolean {
    if (touched.has('code')) return false;
    if (touched.has('budget') && findRow(this.book, 'budget', this.budgetId) === null) return false;
    for (const [entity, ids] of touched) {
      if (entity !== 'waiver' && !isChecked(entity)) continue;
      if (ids === null) return false;
      const known = this.touched.get(entity);
      if (known === undefined) this.touched.set(entity, new Set(ids));
      else for (const id of ids) known.add(id);
    }
    if (IN_TABLES.some((entity) => touched.has(entity))) this.live.tablesChanged();
    return true;
  }

  private *load(): Generator<void> {
    for (const waiver of listRows(this.book, 'waiver', this.budgetId)) this.live.putWaiver(waiver.id, waiver);
    for (const entity of OWN) {
      let place: RowPlace | null = null;
      for (;;) {
        const page: readonly RowPlace[] = rowsBehind(this.book, entity, this.budgetId, place, PAGE);
        for (const row of page) this.live.put(entity, row);
        yield;
        if (page.length < PAGE) break;
        place = page.at(-1) ?? null;
      }
    }
    for (const sheetId of this.live.idsOf('goalSheet')) {
      for (const row of listRows(this.book, 'indicator', sheetId)) this.live.put('indicator', row);
      yield;
    }
  }

  /** Reads one touched row anew. */
  private takeTouched(): boolean {
    for (const [entity, ids] of this.touched) {
      for (const id of ids) {
        ids.delete(id);
        this.read(entity, id);
        return true;
      }
      this.touched.delete(entity);
    }
    return false;
  }

  private read(entity: CheckedEntity | 'waiver', id: number): void {
    if (entity === 'waiver') {
      const waiver = findRow(this.book, 'waiver', id);
      this.live.putWaiver(id, waiver?.parentId === this.budgetId ? waiver : null);
      return;
    }
    const row = findRow(this.book, entity, id);
    if (row !== null && this.isOwn(entity, row)) this.live.put(entity, row);
    else this.live.remove(entity, id);
  }

  private isOwn(entity: CheckedEntity, row: { readonly id: number; readonly parentId: number | null }): boolean {
    if (entity === 'budget') return row.id === this.budgetId;
    if (entity === 'unit') return this.live.idsOf('unit').includes(row.id);
    if (entity !== 'indicator') return row.parentId === this.budgetId;
    return row.parentId !== null && findRow(this.book, 'goalSheet', row.parentId)?.parentId === this.budgetId;
  }
}

const CHECKED: Readonly<Record<CheckedEntity, true>> = {
  line: true,
  project: true,
  procurement: true,
  goalSheet: true,
  indicator: true,
  asset: true,
  prior: true,
  narrative: true,
  budget: true,
  unit: true,
};

function isChecked(entity: string): entity is CheckedEntity {
  return Object.hasOwn(CHECKED, entity);
}
