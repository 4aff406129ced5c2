/** A foreign workbook that lies open: what was read of it, what the user corrected, what the audit says. */
import { fail } from '../../../shared/api/failure.ts';
import type { CodeBook } from '../../../shared/codes/code-book.ts';
import { type Audit, auditOf } from '../../../shared/foreign/audit.ts';
import { type Checked, checkedTables } from '../../../shared/foreign/checked.ts';
import { type Corrections, type Recognition, recognise, setOf } from '../../../shared/foreign/recognise.ts';
import type { GridBook, GridSheet } from '../../../shared/foreign/sheet.ts';
import { foreignState } from '../../../shared/foreign/state.ts';
import type { ForeignState } from '../../../shared/foreign/state-types.ts';
import { squeeze } from '../../../shared/intake/text.ts';
import type { AmountUnit } from '../../../shared/money/parse.ts';

/** Codes in force in a fiscal year. */
type Codes = (year: number) => CodeBook;

export class OpenForeign {
  readonly fileId: string;
  readonly book: GridBook;
  private readonly codes: Codes;
  private readonly usualYear: number;
  private readonly tables = new Map<string, number | null>();
  private readonly columns = new Map<string, Map<number, string | null>>();
  private readonly money = new Map<string, AmountUnit>();
  private read: { readonly recognition: Recognition; readonly audit: Audit };

  constructor(fileId: string, book: GridBook, codes: Codes, usualYear: number) {
    this.fileId = fileId;
    this.book = book;
    this.codes = codes;
    this.usualYear = usualYear;
    this.read = this.again();
  }

  get audit(): Audit {
    return this.read.audit;
  }

  get recognition(): Recognition {
    return this.read.recognition;
  }

  /** The tables of one unit. @param unitName the unit that is wanted; the first of the workbook where it has none of the name */
  checked(unitName: string | null): Checked {
    const wanted = squeeze(unitName ?? '');
    const set = this.recognition.sets.findIndex((name) => squeeze(name) === wanted);
    return checkedTables(setOf(this.recognition, Math.max(0, set)), this.codes(this.recognition.year));
  }

  state(): ForeignState {
    return foreignState(this.fileId, this.read.recognition, this.read.audit);
  }

  /** @throws FailureError NOT_FOUND. */
  sheet(index: number): GridSheet {
    return this.book.sheets[index] ?? fail('NOT_FOUND', { what: '工作表' });
  }

  /** `undefined`: what the program thinks. */
  setTable(piece: string, no: number | null | undefined): void {
    if (no === undefined) this.tables.delete(piece);
    else this.tables.set(piece, no);
    // Columns are those of a table; of another one they say nothing.
    this.columns.delete(piece);
    this.read = this.again();
  }

  setColumn(piece: string, column: number, slot: string | null): void {
    const said = this.columns.get(piece) ?? new Map<number, string | null>();
    // A use that is given to one column is taken from another.
    if (slot !== null) for (const [other, use] of said) if (use === slot) said.delete(other);
    said.set(column, slot);
    this.columns.set(piece, said);
    this.read = this.again();
  }

  setMoney(piece: string, money: AmountUnit): void {
    this.money.set(piece, money);
    this.read = this.again();
  }

  private again(): { readonly recognition: Recognition; readonly audit: Audit } {
    const corrections: Corrections = { tables: this.tables, columns: this.columns, money: this.money };
    const recognition = recognise(this.book, corrections, { codes: this.codes, usualYear: this.usualYear });
    return { recognition, audit: auditOf(recognition, this.codes(recognition.year)) };
  }
}
