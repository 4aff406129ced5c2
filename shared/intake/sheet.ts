/**
 * A block on its way into the book: its cells, what its columns are used for, which rows are taken, what was mended.
 * Rows are read piece by piece, so that neither the window nor the core ever stands still over a long sheet.
 */
import type { EntityName } from '../entities/index.ts';
import type { AmountUnit } from '../money/parse.ts';
import { type LinePage, startFills } from './defaults.ts';
import { sheetFields } from './fields.ts';
import { type Cells, type Header, headerAt, type Uses } from './header.ts';
import { type RememberedColumns, recallUses } from './memory.ts';
import { type IntakeRecord, outline, type ReadRow, rowReader } from './plan.ts';
import { cellReader } from './read-cell.ts';
import { type RowKind, rowKinds } from './row-kind.ts';
import { isBlank } from './text.ts';
import type { CellLookup, CellValue, Values } from './values.ts';

export interface IntakeOrder {
  readonly entity: EntityName;
  readonly cells: Cells;
  /** What the columns hold when the block has no header. */
  readonly positions: Uses;
  readonly page: LinePage;
  readonly lookup: CellLookup;
  /** The unit last chosen; what the block itself says goes before it. */
  readonly unit: AmountUnit | null;
  /** A sheet of our own making: where its header stands, and which rows are records whatever they look like. */
  readonly own?: { readonly headRow: number; readonly isRecord: (row: number) => boolean };
}

export interface IntakeCounts {
  /** Records that can be taken as they are. */
  readonly good: number;
  /** Records with something to mend. */
  readonly bad: number;
  /** Cells to mend. */
  readonly problems: number;
  /** Filled rows that are left out. */
  readonly skipped: number;
  /** Sum of the amounts of good records in 分; null beyond what is exact or without amounts. */
  readonly amount: number | null;
}

const NOTHING_COUNTED: IntakeCounts = { good: 0, bad: 0, problems: 0, skipped: 0, amount: 0 };
const ONE_SKIPPED: IntakeCounts = { ...NOTHING_COUNTED, skipped: 1 };
const NO_RECORDS: readonly IntakeRecord[] = [];

export class IntakeSheet {
  readonly entity: EntityName;
  readonly cells: Cells;
  header: Header;
  kinds: RowKind[];
  fills: Values;
  /** Null while nobody has said what the amounts are in. */
  unit: AmountUnit | null;
  lookup: CellLookup;
  /** Changes with everything that changes what will be taken. */
  version = 0;
  private readonly isRecord: (row: number) => boolean;
  private readonly ticks = new Map<number, boolean>();
  private readonly mends = new Map<number, Map<number, string>>();
  private records: (readonly IntakeRecord[] | undefined)[] = [];
  /** Columns of which a blank cell takes the text above it. */
  private filledDown: readonly number[] = [];
  /** By such a column, the row whose text each row read so far takes; -1 where there is none above. */
  private sources = new Map<number, Int32Array>();
  private reading: ReadRow;
  private read = 0;
  /** Rows before this one have been read with the lists as they are now. */
  private fresh = 0;
  private sum = NOTHING_COUNTED;

  constructor(order: IntakeOrder) {
    const { header, kinds } = outline(order.entity, order.cells, order.positions, order.own?.headRow);
    this.entity = order.entity;
    this.cells = order.cells;
    this.header = header;
    this.isRecord = order.own?.isRecord ?? (() => false);
    this.kinds = this.withRecords(kinds);
    this.fills = startFills(order.entity, order.page);
    this.unit = header.unit ?? order.unit;
    this.lookup = order.lookup;
    this.reading = this.makeReading();
  }

  /** Whether what is pasted depends on the unit: there is an amount column whose heading names none. */
  get needsUnit(): boolean {
    const fields = sheetFields(this.entity);
    return this.header.uses.some(
      (use, column) =>
        use !== null && fields[use.field]?.kind === 'fen' && (this.header.units[column] ?? null) === null,
    );
  }

  /** Uses the columns otherwise; rows are told apart anew. */
  setUses(uses: Uses): void {
    this.header = { ...this.header, uses };
    this.kinds = this.withRecords(rowKinds(this.cells, this.header));
    this.restart();
  }

  /** Uses the columns as they were used the last time. Answers whether anything is remembered of such a sheet. */
  recall(columns: RememberedColumns): boolean {
    const found = recallUses(columns, this.entity, this.header, this.cells);
    if (found === null || this.header.own) return false;
    if (found.headRow !== null) this.header = headerAt(this.cells, found.headRow, found.uses, this.header.unit);
    this.setUses(found.uses);
    return true;
  }

  setUnit(unit: AmountUnit): void {
    this.unit = unit;
    this.restart();
  }

  /**
   * The lists have changed, e.g. because projects were made. Rows keep what was read of them until they are read again:
   * whoever is mending one of them must not lose it from under the hands.
   */
  setLookup(lookup: CellLookup): void {
    this.lookup = lookup;
    this.reading = this.makeReading();
    this.fresh = 0;
  }

  /** Sets what all records take for a field without a column. */
  setFill(field: string, value: CellValue): void {
    this.fills = { ...this.fills, [field]: value };
    this.restart();
  }

  /** Takes a row or leaves it out, against what was guessed. */
  tick(row: number, on: boolean): void {
    this.readAgain(row, null, () => this.ticks.set(row, on));
  }

  taken(row: number): boolean {
    return this.ticks.get(row) ?? this.kinds[row] === 'record';
  }

  /** Puts another text into a cell. Cells below that are filled down from it follow. */
  mend(row: number, column: number, text: string): void {
    this.readAgain(row, column, () => {
      const own = this.mends.get(row) ?? new Map<number, string>();
      own.set(column, text);
      this.mends.set(row, own);
    });
  }

  /** Puts another text into a cell and into all cells of its column that cannot be read and hold the same. */
  mendAlike(row: number, column: number, text: string): number {
    const wrong = this.text(row, column);
    const alike = this.badRows().filter(
      (each) =>
        this.text(each, column) === wrong &&
        this.recordsOf(each).some(({ problems }) => problems.some((problem) => problem.column === column)),
    );
    for (const each of alike) this.mend(each, column, text);
    return alike.length;
  }

  /** The text of a cell as it stands, mended or as it came. */
  text(row: number, column: number): string {
    return this.mends.get(row)?.get(column) ?? this.cells[row]?.[column] ?? '';
  }

  isMended(row: number, column: number): boolean {
    return this.mends.get(row)?.has(column) ?? false;
  }

  /** The text a cell is read by: of a merged column, a blank takes the one above. */
  effectiveText(row: number, column: number): string {
    const own = this.text(row, column);
    if (!isBlank(own)) return own;
    const source = this.sources.get(column)?.[row] ?? -1;
    return source < 0 ? own : this.text(source, column);
  }

  /** Records of a row; empty for rows left out and rows not read yet. */
  recordsOf(row: number): readonly IntakeRecord[] {
    return this.records[row] ?? NO_RECORDS;
  }

  /** Rows read so far. */
  get done(): number {
    return this.read;
  }

  get finished(): boolean {
    return this.read >= this.cells.length;
  }

  get counts(): IntakeCounts {
    return this.sum;
  }

  /** Reads on until `enough` says so, asked every few rows. Answers whether everything is read. */
  work(enough: () => boolean = () => false): boolean {
    const from = this.fresh;
    while (this.fresh < this.cells.length) {
      const row = this.fresh;
      if (row < this.read) this.count(row, -1);
      this.readRow(row);
      this.count(row, 1);
      this.fresh += 1;
      this.read = Math.max(this.read, this.fresh);
      if (this.fresh % 32 === 0 && enough()) break;
    }
    if (this.fresh > from) this.version += 1;
    return this.fresh >= this.cells.length;
  }

  /** Rows with something to mend, in order. */
  badRows(): readonly number[] {
    return this.records.flatMap((list, row) => (list?.some(({ problems }) => problems.length > 0) ? [row] : []));
  }

  private withRecords(kinds: readonly RowKind[]): RowKind[] {
    return kinds.map((kind, row) => (this.isRecord(row) ? 'record' : kind));
  }

  private makeReading(): ReadRow {
    const { uses, unit: stated } = this.header;
    this.filledDown = uses.flatMap((use, column) => (use?.fillDown === true ? [column] : []));
    // Whoever chooses another unit than the headings name means just those columns.
    const units = this.header.units.map((each) => (each === stated && this.unit !== stated ? null : each));
    const read = cellReader(this.lookup);
    return rowReader({ entity: this.entity, uses, units, unit: this.unit ?? 'yuan', fills: this.fills, read });
  }

  private restart(): void {
    this.reading = this.makeReading();
    this.records = [];
    this.sources = new Map();
    this.read = 0;
    this.fresh = 0;
    this.sum = NOTHING_COUNTED;
    this.version += 1;
  }

  private readRow(row: number): void {
    for (const column of this.filledDown) this.findSource(row, column);
    this.records[row] = this.taken(row) ? this.reading(this.textsOf(row), row) : NO_RECORDS;
  }

  /** The texts of a row as they are read; nearly always as they came. */
  private textsOf(row: number): readonly string[] {
    const cells = this.cells[row] ?? [];
    const asItCame = !this.mends.has(row) && !this.filledDown.some((column) => isBlank(cells[column] ?? ''));
    return asItCame ? cells : this.header.uses.map((_, column) => this.effectiveText(row, column));
  }

  private findSource(row: number, column: number): void {
    const sources = this.sources.get(column) ?? new Int32Array(this.cells.length).fill(-1);
    this.sources.set(column, sources);
    const filled = this.taken(row) && !isBlank(this.text(row, column));
    sources[row] = filled ? row : row > 0 ? (sources[row - 1] ?? -1) : -1;
  }

  /** Changes something about a row and reads it again, with the rows below that take texts from it. */
  private readAgain(row: number, column: number | null, change: () => void): void {
    const last = this.lastFollower(row, column);
    for (let each = row; each <= last; each++) this.count(each, -1);
    change();
    for (let each = row; each <= last; each++) {
      this.readRow(each);
      this.count(each, 1);
    }
    this.version += 1;
  }

  /** The last row that takes a text from a row; `row - 1` when the row itself has not been read yet. */
  private lastFollower(row: number, column: number | null): number {
    const columns = column === null ? this.filledDown : this.filledDown.filter((each) => each === column);
    let last = row < this.read ? row : row - 1;
    const follows = (each: number) => columns.some((at) => !this.taken(each) || isBlank(this.text(each, at)));
    while (last >= row && last + 1 < this.read && follows(last + 1)) last += 1;
    return last;
  }

  private count(row: number, by: 1 | -1): void {
    const { good, bad, problems, skipped, amount } = this.tally(row);
    const sum = (this.sum.amount ?? Number.NaN) + by * (amount ?? 0);
    this.sum = {
      good: this.sum.good + by * good,
      bad: this.sum.bad + by * bad,
      problems: this.sum.problems + by * problems,
      skipped: this.sum.skipped + by * skipped,
      amount: Number.isSafeInteger(sum) ? sum : null,
    };
  }

  private tally(row: number): IntakeCounts {
    const kind = this.kinds[row];
    if (!this.taken(row)) return kind === 'blank' || kind === 'header' ? NOTHING_COUNTED : ONE_SKIPPED;
    let good = 0;
    let amount = 0;
    const records = this.recordsOf(row);
    for (const { problems, values } of records) {
      if (problems.length > 0) continue;
      good += 1;
      if (typeof values.amount === 'number') amount += values.amount;
    }
    const bad = records.length - good;
    return { good, bad, problems: bad === 0 ? 0 : wrongCells(records), skipped: 0, amount };
  }
}

/** Cells to mend; one that several records of a wide row share counts once. */
function wrongCells(records: readonly IntakeRecord[]): number {
  return new Set(records.flatMap(({ problems }) => problems.map(({ column, field }) => `${column} ${field}`))).size;
}
