/** Streams the rows of one worksheet. */
import { sheetDecimal } from '../../../../shared/money/sheet-number.ts';
import { type ByteListener, type Capture, readByteXml, type Tag } from './byte-xml.ts';
import { dayText, unescapeText } from './cell-text.ts';
import { UsualCell } from './usual-cell.ts';
import { UnreadableFile } from './zip.ts';

/** A cell that holds something. `number`: exact decimal text as Excel shows it; `day`: ISO text. */
export interface SheetCell {
  readonly kind: 'text' | 'number' | 'day' | 'boolean' | 'error';
  readonly text: string;
}

export interface SheetRow {
  /** From 1, as the user sees it. */
  readonly number: number;
  /** By column from 0; empty cells are absent. */
  readonly cells: readonly (SheetCell | undefined)[];
}

export interface SheetContext {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
}

const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/**
 * Yields the rows that hold cells, in file order, as many at a time as a piece of the file brings: waiting for each row
 * by itself takes a fifth of the time of a long sheet.
 * @throws UnreadableFile.
 */
export async function* streamRows(
  chunks: AsyncIterable<Uint8Array>,
  context: SheetContext,
): AsyncGenerator<readonly SheetRow[]> {
  const collector = new RowCollector(context);
  for await (const _ of readByteXml(chunks, collector)) yield collector.take();
}

/** The type of a cell; the usual ones are known without making a text of them. */
function typeOf(tag: Tag): string {
  if (tag.is('t', 's')) return 's';
  return tag.get('t') ?? 'n';
}

/** Collects rows of cells; what else a sheet says is left to those who extend it. */
export class RowCollector implements ByteListener {
  private readonly context: SheetContext;
  private finished: SheetRow[] = [];
  /** From 1. */
  protected rowNumber = 0;
  private cells: (SheetCell | undefined)[] = [];
  /** From 0. */
  protected column = -1;
  private type = 'n';
  /** Its place among the styles of cells. */
  protected style = 0;
  private value = '';
  capturing: Capture = 'nothing';
  private shared = -1;
  private phonetic = false;
  /** By place in the table of strings: the same texts come again and again. */
  private readonly sharedCells: SheetCell[] = [];
  private readonly usual = new UsualCell();

  constructor(context: SheetContext) {
    this.context = context;
  }

  take(): readonly SheetRow[] {
    const rows = this.finished;
    this.finished = [];
    return rows;
  }

  open(name: string, tag: Tag): void {
    if (name === 'c') {
      // Some writers leave the address out: the cell then follows the one before it.
      this.column = tag.columnOf('r') ?? this.column + 1;
      if (this.column < 0 || this.column >= MOST_COLUMNS) throw new UnreadableFile('单元格地址有误');
      this.type = typeOf(tag);
      this.style = tag.integerOf('s') ?? 0;
      this.shared = -1;
      this.value = '';
      this.cellBegins();
    } else if (name === 'v') {
      this.capturing = this.type === 's' ? 'index' : 'text';
    } else if (name === 't') {
      if (!this.phonetic) this.capturing = 'text';
    } else if (name === 'row') {
      this.rowNumber = tag.integerOf('r') ?? this.rowNumber + 1;
      if (!(this.rowNumber >= 1 && this.rowNumber <= MOST_ROWS)) throw new UnreadableFile('行号有误');
      this.cells = [];
      this.column = -1;
      this.rowBegins(tag);
    } else if (name === 'rPh') {
      this.phonetic = true;
    } else this.otherBegins(name, tag);
  }

  takeWhole(bytes: Buffer, less: number): number {
    const { usual } = this;
    const end = usual.read(bytes, less);
    if (end === 0 || usual.column >= MOST_COLUMNS) return 0;
    this.column = usual.column;
    this.style = usual.style;
    this.shared = usual.shared;
    this.capturing = 'nothing';
    this.cellBegins();
    const isShared = usual.shared >= 0;
    this.cellEnds(isShared ? this.sharedCell() : this.number(bytes.toString('latin1', usual.from, usual.to)));
    return end;
  }

  text(text: string): void {
    this.value = this.value === '' ? text : this.value + text;
  }

  index(value: number): void {
    this.shared = value;
  }

  close(name: string): void {
    if (name === 'c') {
      this.cellEnds(this.cell());
    } else if (name === 'v' || name === 't') {
      this.capturing = 'nothing';
    } else if (name === 'row') {
      this.rowEnds();
      this.cells = [];
    } else if (name === 'rPh') {
      this.phonetic = false;
    }
  }

  protected cellBegins(): void {
    // Only the value counts here.
  }

  /** `null`: the cell holds nothing. */
  protected cellEnds(cell: SheetCell | null): void {
    if (cell !== null) this.cells[this.column] = cell;
  }

  protected rowBegins(_tag: Tag): void {
    // Only the cells count here.
  }

  protected rowEnds(): void {
    if (this.cells.length > 0) this.finished.push({ number: this.rowNumber, cells: this.cells });
  }

  protected otherBegins(_name: string, _tag: Tag): void {
    // Widths, merges and formulas say nothing about values.
  }

  private cell(): SheetCell | null {
    const { value } = this;
    switch (this.type) {
      case 's':
        return this.sharedCell();
      case 'str':
      case 'inlineStr':
        return value === '' ? null : { kind: 'text', text: unescapeText(value) };
      case 'b':
        return { kind: 'boolean', text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { kind: 'error', text: value };
      case 'd':
        return { kind: 'day', text: value.replace('T', ' ').replace(/ 00:00:00(?:\.0+)?Z?$/, '') };
      default:
        return value === '' ? null : this.number(value.trim());
    }
  }

  private sharedCell(): SheetCell | null {
    const known = this.sharedCells[this.shared];
    if (known !== undefined) return known;
    const text = this.context.strings[this.shared];
    if (text === undefined) throw new UnreadableFile('文字表已损坏');
    if (text === '') return null;
    const cell = { kind: 'text', text } as const;
    this.sharedCells[this.shared] = cell;
    return cell;
  }

  private number(stored: string): SheetCell {
    if (this.context.dateStyles[this.style]) {
      const day = dayText(stored, this.context.date1904);
      if (day !== null) return { kind: 'day', text: day };
    }
    const text = sheetDecimal(stored);
    if (text === null) throw new UnreadableFile('数字有误');
    return { kind: 'number', text };
  }
}
