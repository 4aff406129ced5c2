/** The figures of one table, cell by cell: read, added up by what they count, and what is odd about their cells. */
import { type Fen, fen } from '../money/fen.ts';
import type { AmountUnit } from '../money/parse.ts';
import { type ReadFigure, readFigure } from './figures.ts';
import type { FoundFigure, OddCell } from './found.ts';
import { cellAt, type GridBook, type GridSheet, isColumnHidden } from './sheet.ts';

/** Decimals of figures that do not say how many they have. */
const LEAST_DECIMALS: Readonly<Record<AmountUnit, number>> = { yuan: 0, wan: 2 };

export interface FigureReading {
  readonly figures: ReadonlyMap<string, FoundFigure>;
  readonly odd: readonly OddCell[];
  /** Decimals that most of them are printed with. */
  readonly decimals: number;
}

export class SheetFigures {
  private readonly book: GridBook;
  private readonly sheet: GridSheet;
  private readonly money: AmountUnit;
  private readonly figures = new Map<string, FoundFigure>();
  private readonly odd: OddCell[] = [];
  private readonly decimals: number[] = [];
  private readonly hiddenColumns = new Map<number, boolean>();

  /** @param money what figures without a unit are in */
  constructor(book: GridBook, sheet: GridSheet, money: AmountUnit) {
    this.book = book;
    this.sheet = sheet;
    this.money = money;
  }

  read(row: number, column: number): ReadFigure {
    const cell = cellAt(this.sheet, row, column);
    return readFigure(cell, this.book.styles[cell?.style ?? 0]?.format ?? '', this.money);
  }

  /** Takes a cell in. @param key what it counts, null for nothing; figures of one key are added up: parts of one fund, a code under several units */
  take(row: number, column: number, key: string | null): void {
    const figure = this.read(row, column);
    const cell = cellAt(this.sheet, row, column);
    const note = (kind: OddCell['kind'], reason = '') => this.odd.push({ row, column, kind, reason });
    if (figure.problem !== null) note('unreadable', figure.problem);
    else if (figure.asText) note('text');
    if (cell !== undefined && this.isHidden(row, column)) note('hidden');
    if (cell !== undefined && figure.fen !== null && figure.fen !== 0) {
      this.decimals.push(figure.decimals ?? this.decimalsOf(cell.text));
    }
    if (key !== null) this.add(key, row, column, figure.fen);
  }

  reading(): FigureReading {
    return { figures: this.figures, odd: this.odd, decimals: this.usualDecimals() };
  }

  private isHidden(row: number, column: number): boolean {
    const known = this.hiddenColumns.get(column) ?? isColumnHidden(this.sheet, column);
    this.hiddenColumns.set(column, known);
    return this.sheet.hidden || this.sheet.rows[row]?.hidden === true || known;
  }

  /** A number without a format of its own shows what it has; 12.5 among figures in 万元 is 12.50. */
  private decimalsOf(text: string): number {
    return Math.max(text.split('.')[1]?.length ?? 0, LEAST_DECIMALS[this.money]);
  }

  /** The number of decimals that most figures have: a single cell that shows more says nothing about the others. */
  private usualDecimals(): number {
    const counts = new Map<number, number>();
    for (const each of this.decimals) counts.set(each, (counts.get(each) ?? 0) + 1);
    const sorted = [...counts].sort(([left, a], [right, b]) => b - a || left - right);
    return sorted[0]?.[0] ?? LEAST_DECIMALS[this.money];
  }

  private add(key: string, row: number, column: number, amount: Fen | null): void {
    const before = this.figures.get(key);
    if (before === undefined) {
      this.figures.set(key, { cells: [{ row, column }], fen: amount });
      return;
    }
    const sum = before.fen === null || amount === null ? Number.NaN : before.fen + amount;
    this.figures.set(key, {
      cells: [...before.cells, { row, column }],
      fen: Number.isSafeInteger(sum) ? fen(sum) : null,
    });
  }
}
