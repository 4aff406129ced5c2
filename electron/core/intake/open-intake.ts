/** A workbook that lies open to be looked over before it is imported. Nothing of it is in the book yet. */
import { setImmediate as turn } from 'node:timers/promises';
import { readSetting } from '../../../db/settings.ts';
import type { SheetEntity } from '../../../shared/intake/fields.ts';
import { COLUMNS_SETTING, readRememberedColumns, readUnit, UNIT_SETTING } from '../../../shared/intake/memory.ts';
import { KIND_SPECS, type SheetKind, sheetMark } from '../../../shared/intake/sheet-kinds.ts';
import type { IntakeState } from '../../../shared/intake/types.ts';
import type { CellSheet } from '../import/table-file.ts';
import { type BudgetPlace, budgetLookup, type NewSheets, rowsOfKind } from './book-rows.ts';
import { IntakePart } from './part.ts';

/** How long the reading goes on before others get a turn, in milliseconds. */
const SLICE_MS = 20;

/** Hears how far the reading is; throws to stop. */
export type Reading = (done: number, total: number) => void;

interface IntakeOrder {
  readonly fileId: string;
  readonly name: string;
  readonly place: BudgetPlace;
  readonly kind: SheetKind;
  readonly sheets: readonly CellSheet[];
  /** Of the book as it is now. */
  readonly revision: number;
}

export class OpenIntake {
  readonly fileId: string;
  readonly name: string;
  readonly place: BudgetPlace;
  readonly kind: SheetKind;
  readonly parts: readonly IntakePart[];
  /** The book's revision whose lists the cells were read by. */
  private revision: number;
  /** Goal sheets of the same file that indicators were read with. */
  private newSheets: NewSheets = [];

  constructor({ fileId, name, place, kind, sheets, revision }: IntakeOrder) {
    this.fileId = fileId;
    this.name = name;
    this.place = place;
    this.kind = kind;
    this.revision = revision;
    const { page, parts } = KIND_SPECS[kind];
    const unit = readUnit(parsed(readSetting(place.book, UNIT_SETTING)));
    const columns = readRememberedColumns(parsed(readSetting(place.book, COLUMNS_SETTING)));
    const lookup = budgetLookup(place);
    this.parts = parts.map((part) => {
      const mark = sheetMark(part.entity, place.budgetId, place.bookMark);
      return new IntakePart({ part, page, sheets, mark, unit, columns, lookup });
    });
  }

  part(entity: SheetEntity): IntakePart | null {
    return this.parts.find(({ part }) => part.entity === entity) ?? null;
  }

  /** Reads what is not read yet and compares it with the book as it is now. */
  async read(told: Reading): Promise<void> {
    const total = this.parts.reduce((sum, { sheet }) => sum + sheet.cells.length, 0);
    let before = 0;
    let newSheets: NewSheets = [];
    for (const part of this.parts) {
      // Indicators may belong to goal sheets of the same file.
      if (newSheets.length + this.newSheets.length > 0) part.sheet.setLookup(budgetLookup(this.place, newSheets));
      for (;;) {
        const until = performance.now() + SLICE_MS;
        const finished = part.sheet.work(() => performance.now() >= until);
        told(before + part.sheet.done, total);
        if (finished) break;
        await turn();
      }
      part.compare(() => rowsOfKind(this.place, this.kind, part.part.entity));
      before += part.sheet.cells.length;
      if (part.part.entity === 'goalSheet') newSheets = newSheetsOf(part);
    }
    this.newSheets = newSheets;
  }

  /** Where the book has changed since, its lists may have: everything is read again. */
  refresh(revision: number): void {
    if (revision === this.revision) return;
    this.revision = revision;
    const lookup = budgetLookup(this.place);
    for (const { sheet } of this.parts) sheet.setLookup(lookup);
  }

  state(): IntakeState {
    return { fileId: this.fileId, name: this.name, parts: this.parts.map((part) => part.state()) };
  }
}

/** Goal sheets that will be added; the first is -1, in the order they will be added. */
function newSheetsOf({ matched, outcomes }: IntakePart): NewSheets {
  return matched
    .filter((_, index) => outcomes[index]?.kind === 'added')
    .map(({ values: { projectId } }, index) => ({
      id: -1 - index,
      projectId: typeof projectId === 'number' ? projectId : null,
    }));
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
