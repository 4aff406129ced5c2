/** The rows of a budget with everything that is looked up in them: indexes, sums, values worked out from several rows. */
import type { CodeBook } from '../../codes/code-book.ts';
import type { RowOfEntity } from '../../entities/index.ts';
import type { RuleSet } from '../../procurement/spec.ts';
import type { CheckedEntity, FewEntity, Look } from '../look.ts';
import type { RecordName, Scalar } from '../record-spec.ts';
import { asRuleRow, FUND_ROWS, type RecordSets, type RuleRow, recordSets } from '../records.ts';
import { LinePlaces, type PlacedLine } from './line-places.ts';
import { Memo } from './memo.ts';
import { type DerivedName, placeOf, RowIndex, RowTable, type RowTables } from './row-table.ts';
import { Sums } from './sums.ts';
import { Watch } from './watch.ts';

export interface BaseParts {
  readonly codes: CodeBook;
  readonly ruleSets: readonly RuleSet[];
  readonly unit: RowOfEntity<'unit'>;
  readonly budget: RowOfEntity<'budget'>;
  /** Told of a record that has to be looked at again. */
  readonly onStale: (set: RecordName, id: number) => void;
  /** Asks for work to be done before records are looked at. */
  readonly later: (work: () => void) => void;
}

export class RowBase {
  readonly watch = new Watch();
  readonly places = new LinePlaces();
  readonly look: Look;
  readonly sets: RecordSets;
  readonly sums: Sums;
  /** A field of unit or budget that something depends on has changed: everything has to be looked at anew. */
  isOutdated = false;
  /** Whether lines may stand at other places than before. */
  placesMoved = false;
  private readonly parts: BaseParts;
  private readonly tables: RowTables;
  /**
   * Fields of unit and budget that something has looked at, as `unit.kind`. Lists of codes and rule sets are chosen by
   * region and year before anything is looked at.
   */
  private readonly contextSeen = new Set(['unit.region', 'budget.year']);
  private made = 0;

  constructor(parts: BaseParts) {
    this.parts = parts;
    this.tables = {
      line: new RowTable(),
      project: new RowTable(),
      procurement: new RowTable(),
      goalSheet: new RowTable(),
      indicator: new RowTable(),
      asset: new RowTable(),
      prior: new RowTable(),
      narrative: new RowTable(),
      paragraph: new RowTable(),
      typedFigure: new RowTable(),
      budget: new RowTable(),
      unit: new RowTable(),
    };
    this.look = this.makeLook();
    this.sets = recordSets(this.look);
    const { tables, sets, watch } = this;
    this.sums = new Sums({ tables, sets, watch, onStale: parts.onStale, later: parts.later });
  }

  rowOf(set: RecordName, id: number): RuleRow | undefined {
    return set === 'fund' ? FUND_ROWS[id - 1] : this.tables[set].rows.get(id);
  }

  idsOf(set: CheckedEntity): readonly number[] {
    return [...this.tables[set].rows.keys()];
  }

  /** Where a record stands in the book. Indicators stand where their sheet does. */
  orderOf(set: RecordName, row: RuleRow): readonly number[] {
    const own = [placeOf(row), row.id];
    if (set !== 'indicator' || typeof row.parentId !== 'number') return own;
    this.watch.see(`goalSheet#${row.parentId}`);
    const sheet = this.tables.goalSheet.rows.get(row.parentId);
    return [sheet === undefined ? 0 : placeOf(sheet), row.parentId, ...own];
  }

  /** Puts a row in the place of the one of its id; null takes it out. */
  replace(entity: CheckedEntity, id: number, row: RuleRow | null): void {
    const table = this.tables[entity];
    const before = table.rows.get(id) ?? null;
    if (before === row || (before !== null && row !== null && isEqual(before, row))) return;
    if (entity === 'unit' || entity === 'budget') this.compareContext(entity, before, row);
    const shares = before === null ? [] : this.sums.sharesOf(entity, before);
    table.replace(id, before, row);
    if (entity === 'line' && this.places.replace(before && placed(before), row && placed(row))) this.placesMoved = true;
    this.watch.changed(`${entity}#${id}`);
    this.watch.changed(`${entity}*`);
    this.sums.replace(entity, id, row, shares);
    this.parts.onStale(entity, id);
  }

  /** Puts rows that were worked out in the place of those before. */
  derive(name: DerivedName, rows: readonly RuleRow[]): void {
    const table = this.tables[name];
    const next = new Map(rows.map((row) => [row.id, row]));
    for (const id of new Set([...table.rows.keys(), ...next.keys()])) {
      const [before, after] = [table.rows.get(id) ?? null, next.get(id) ?? null];
      if (before !== null && after !== null && isEqual(before, after)) continue;
      table.replace(id, before, after);
      this.parts.onStale(name, id);
    }
  }

  private compareContext(entity: 'unit' | 'budget', before: RuleRow | null, after: RuleRow | null): void {
    const given = before ?? asRuleRow(this.parts[entity]);
    for (const seen of this.contextSeen) {
      const [of, field = ''] = seen.split('.');
      if (of === entity && given[field] !== after?.[field]) this.isOutdated = true;
    }
  }

  private makeLook(): Look {
    const { parts, watch } = this;
    const rowOf = (entity: CheckedEntity, id: number) => this.tables[entity].rows.get(id);
    const context = (entity: 'unit' | 'budget', field: string) => {
      this.contextSeen.add(`${entity}.${field}`);
      return (rowOf(entity, parts[entity].id) ?? asRuleRow(parts[entity]))[field] ?? null;
    };
    const untyped: UntypedLook = {
      codes: parts.codes,
      ruleSets: parts.ruleSets,
      unit: (field) => context('unit', field),
      budget: (field) => context('budget', field),
      row: (entity, id) => {
        if (id === null) return undefined;
        watch.see(`${entity}#${id}`);
        return rowOf(entity, id);
      },
      all: (entity) => {
        watch.see(`${entity}*`);
        return this.tables[entity].inOrder();
      },
      index: (entity, keyOf) => {
        this.made += 1;
        const name = `index ${this.made}`;
        const index = new RowIndex(keyOf);
        index.onKey = (key) => watch.changed(`${name}|${String(key)}`);
        this.tables[entity].addIndex(index);
        return (key) => {
          watch.see(`${name}|${String(key)}`);
          return this.tables[entity].at(index, key);
        };
      },
      memo: (compute) => {
        this.made += 1;
        const memo = new Memo(watch, `memo ${this.made}`, compute, parts.later);
        return (key) => memo.read(key);
      },
    };
    // Tables hold rows of their own entity; `Look` gives them back the types that their field lists declare.
    return untyped as unknown as Look;
  }
}

/** `Look` as it is made: rows by the names of their fields. */
interface UntypedLook {
  readonly codes: CodeBook;
  readonly ruleSets: readonly RuleSet[];
  readonly unit: (field: string) => Scalar;
  readonly budget: (field: string) => Scalar;
  readonly row: (entity: CheckedEntity, id: number | null) => RuleRow | undefined;
  readonly all: (entity: FewEntity) => readonly RuleRow[];
  readonly index: (
    entity: CheckedEntity,
    keyOf: (row: RuleRow) => Scalar | readonly Scalar[],
  ) => (key: Scalar) => readonly RuleRow[];
  readonly memo: (compute: (key: Scalar) => unknown) => (key: Scalar) => unknown;
}

/** Rows that are worked out may lack fields that they had before. */
function isEqual(one: RuleRow, other: RuleRow): boolean {
  for (const name in other) if (one[name] !== other[name]) return false;
  for (const name in one) if (!(name in other)) return false;
  return true;
}

/** A line as its place is looked up. */
export function placed(row: RuleRow): PlacedLine {
  return { id: row.id, position: placeOf(row), side: row.side ?? null };
}
