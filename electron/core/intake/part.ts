/** One kind of record in a workbook on its way into the book: its sheet, and what became of each record. */
import { compareRecords, type ExistingRow, type Outcome } from '../../../shared/intake/compare.ts';
import type { LinePage } from '../../../shared/intake/defaults.ts';
import { PARENT_FIELD } from '../../../shared/intake/fields.ts';
import { findHeader } from '../../../shared/intake/header.ts';
import type { RememberedColumns } from '../../../shared/intake/memory.ts';
import type { IntakeRecord } from '../../../shared/intake/plan.ts';
import { IntakeSheet } from '../../../shared/intake/sheet.ts';
import { ID_HEADING, isOwnSheet, OWN_HEAD_ROW, type SheetPart } from '../../../shared/intake/sheet-kinds.ts';
import { type OutcomeShown, summarise } from '../../../shared/intake/shown.ts';
import type { IntakePartState, IntakeReport } from '../../../shared/intake/types.ts';
import type { CellLookup, Values } from '../../../shared/intake/values.ts';
import type { AmountUnit } from '../../../shared/money/parse.ts';
import type { CellSheet } from '../import/table-file.ts';

export interface PartOrder {
  readonly part: SheetPart;
  readonly page: LinePage;
  readonly sheets: readonly CellSheet[];
  /** Top left cell of a sheet whose first column holds ids of this budget. */
  readonly mark: string;
  readonly unit: AmountUnit | null;
  readonly columns: RememberedColumns;
  readonly lookup: CellLookup;
}

const NOTHING: IntakeReport = { added: 0, changed: 0, same: 0, refused: 0 };
/** A header is looked for in so many rows of each sheet of a file. */
const LOOKED_AT = 40;

export class IntakePart {
  readonly part: SheetPart;
  sheetIndex: number | null;
  sheet: IntakeSheet;
  remembered = false;
  /** The records that can be taken, in the sheet's order, and beside them what each means for the book. */
  matched: IntakeRecord[] = [];
  outcomes: readonly Outcome[] = [];
  report = NOTHING;
  private readonly order: PartOrder;
  private hasIds = false;
  /** By row, the place of its first record among those matched. */
  private firsts = new Int32Array(0);
  private before: ReadonlyMap<number, Values> = new Map();
  /** What was compared last: a sheet, and as what it was read. */
  private compared: { readonly sheet: IntakeSheet; readonly version: number } | null = null;

  constructor(order: PartOrder) {
    this.order = order;
    this.part = order.part;
    this.sheetIndex = bestSheet(order);
    this.sheet = this.makeSheet(order.lookup);
  }

  /** Reads another sheet of the file; null = none. */
  choose(index: number | null): void {
    this.sheetIndex = index !== null && this.order.sheets[index] !== undefined ? index : null;
    this.sheet = this.makeSheet(this.sheet.lookup);
  }

  /**
   * Compares what was read with the rows of the book, unless that is done already: of the same book, the same sheet read
   * as it was.
   */
  compare(rows: () => readonly ExistingRow[]): void {
    const { sheet } = this;
    const { cells, version } = sheet;
    if (this.compared?.sheet === sheet && this.compared.version === version) return;
    this.compared = { sheet, version };
    const existing = rows();
    this.matched = [];
    this.firsts = new Int32Array(cells.length).fill(-1);
    let wrong = 0;
    for (let row = 0; row < cells.length; row += 1) {
      this.firsts[row] = this.matched.length;
      for (const record of this.sheet.recordsOf(row)) {
        if (record.problems.length > 0) wrong += 1;
        else this.matched.push(record);
      }
    }
    const incoming = this.matched.map((record) => ({ id: this.idOf(record), values: record.values }));
    this.outcomes = compareRecords(this.part.entity, existing, incoming, this.fields()).map(keptInPlace);
    const changing = new Set(this.outcomes.flatMap((outcome) => (outcome.kind === 'changed' ? [outcome.id] : [])));
    this.before = new Map(existing.flatMap(({ id, values }) => (changing.has(id) ? [[id, values]] : [])));
    const counts = { added: 0, changed: 0, same: 0, refused: wrong };
    for (const { kind } of this.outcomes) counts[kind] += 1;
    this.report = counts;
  }

  /** What became of the records of a row that can be taken. */
  readonly outcomesOf = (row: number): readonly OutcomeShown[] | undefined => {
    const first = this.firsts[row] ?? -1;
    const shown: OutcomeShown[] = [];
    for (let index = first; index >= 0 && this.matched[index]?.row === row; index += 1) {
      const outcome = this.outcomes[index];
      if (outcome === undefined) continue;
      shown.push({ outcome, before: outcome.kind === 'changed' ? (this.before.get(outcome.id) ?? null) : null });
    }
    return shown;
  };

  state(): IntakePartState {
    return {
      entity: this.part.entity,
      sheets: this.order.sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
      sheet: this.sheetIndex,
      summary: summarise(this.sheet, this.outcomesOf),
      report: this.report,
      remembered: this.remembered,
    };
  }

  private makeSheet(lookup: CellLookup): IntakeSheet {
    const { order } = this;
    const found = this.sheetIndex === null ? undefined : order.sheets[this.sheetIndex];
    const cells = found?.rows ?? [];
    this.hasIds = cells[0]?.[0] === order.mark;
    const own = isOwnSheet(cells[0]?.[0]);
    const sheet = new IntakeSheet({
      entity: this.part.entity,
      cells,
      positions: this.part.fields.map((field) => ({ field })),
      page: order.page,
      lookup,
      unit: order.unit,
      ...(own ? { own: { headRow: OWN_HEAD_ROW, isRecord: (row: number) => idIn(cells[row]) !== null } } : {}),
    });
    this.remembered = sheet.recall(order.columns);
    return sheet;
  }

  /** Fields the sheet says something of; only these are compared and changed. */
  private fields(): readonly string[] {
    const { uses } = this.sheet.header;
    const fields = new Set(uses.flatMap((use) => (use === null ? [] : [use.field])));
    if (uses.some((use) => use?.fund !== undefined)) fields.add('fund');
    return [...fields];
  }

  private idOf({ row, column }: IntakeRecord): number | null {
    if (!this.hasIds || column !== null || this.sheet.header.labels[0] !== ID_HEADING) return null;
    return idIn(this.sheet.cells[row]);
  }
}

/** An indicator cannot be moved to another goal sheet by a workbook: its place there would be unknown. */
function keptInPlace(outcome: Outcome): Outcome {
  if (outcome.kind !== 'changed' || !outcome.fields.includes(PARENT_FIELD)) return outcome;
  return { kind: 'refused', reason: '不能改到另一张目标表，请在程序中移动。' };
}

/** The id in the first cell of a row of our own sheets. */
function idIn(cells: readonly string[] | undefined): number | null {
  const text = cells?.[0]?.trim() ?? '';
  return /^[1-9]\d{0,14}$/.test(text) ? Number.parseInt(text, 10) : null;
}

/** The sheet to read: the one named like the part, else the one whose header knows most columns, else the first. */
function bestSheet({ part, sheets }: PartOrder): number | null {
  const named = sheets.findIndex(({ name }) => name === part.name);
  if (named >= 0) return named;
  const scores = sheets.map(({ rows }) => {
    const { rows: heads, uses } = findHeader(part.entity, rows.slice(0, LOOKED_AT), []);
    return heads.length === 0 ? 0 : uses.filter((use) => use !== null).length;
  });
  const most = Math.max(0, ...scores);
  if (most > 0) return scores.indexOf(most);
  const filled = sheets.findIndex(({ rows }) => rows.length > 0);
  return filled < 0 ? null : filled;
}
