/** Plain values that calls of the contract return. */
import type { FindingCounts } from '../checks/open-findings.ts';
import type { EntityName, RowOfEntity } from '../entities/index.ts';
import type { Fen } from '../money/fen.ts';
import type { TableModel } from '../tables/model.ts';

/** The open book as the window sees it. `name` is the file name; paths never reach the window. */
export interface BookState {
  /** Counts up whenever a book is opened: with another number, nothing known of the book before holds. */
  readonly opening: number;
  readonly name: string;
  readonly folder: string;
  readonly readOnly: boolean;
  /** Whether the file is encrypted with a password. */
  readonly sealed: boolean;
  /** Why the book is read-only: a whole Chinese sentence, else null. */
  readonly readOnlyReason: string | null;
  /** Counts up with every committed change. */
  readonly revision: number;
  /** Label of what would be undone or redone, else null. */
  readonly undo: string | null;
  readonly redo: string | null;
}

export interface RecentBook {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly openedAt: string;
  readonly missing: boolean;
}

/** Rows column by column: 100,000 rows cross the boundary several times faster than as records. */
export interface PackedRows {
  readonly fields: readonly string[];
  readonly columns: readonly (readonly unknown[])[];
  readonly count: number;
}

/** What a save gives a row; its fields stand as they were sent. */
export interface Placed {
  readonly id: number;
  readonly revision: number;
  readonly position: number;
}

export interface Applied {
  /** The saved rows, in the order they were sent. Their fields are not sent back: of a pasted block that took longest. */
  readonly rows: readonly Placed[];
  readonly removed: readonly number[];
  readonly state: BookState;
}

/** Where a block of new rows stands that come last: their ids follow one another, their positions at one distance. */
export interface PlacedBlock {
  readonly first: Placed;
  readonly distance: number;
}

/** A block that lies ready, and where its rows will stand if no other row comes last before them. */
export interface PreparedBlock extends PlacedBlock {
  /** What `rows.applyPrepared` takes. */
  readonly prepared: number;
}

/** A block that has been stored. */
export interface AppliedBlock extends PlacedBlock {
  readonly state: BookState;
}

export interface Totals {
  readonly income: Fen;
  readonly incomeCurrent: Fen;
  readonly incomeCarryover: Fen;
  readonly expenditure: Fen;
  readonly expenditureBasic: Fen;
  readonly expenditureProject: Fen;
  readonly yearEndCarryover: Fen;
  /** income − expenditure − yearEndCarryover; zero = 收支平衡. */
  readonly difference: Fen;
  readonly lines: number;
}

/** What a budget's tables will be. */
export interface Foreseen {
  /** The book's revision of which this holds: taken as the very next change, the rows make it true. */
  readonly revision: number;
  readonly totals: Totals;
  /** Those asked for, in that order. */
  readonly tables: readonly TableModel[];
}

export interface NamedAmount {
  readonly key: string;
  readonly label: string;
  readonly amount: Fen;
}

export interface YearComparison {
  readonly measure: string;
  readonly label: string;
  readonly current: Fen;
  readonly prior: Fen | null;
  /** Exact difference text in 万元, e.g. `1,742.02`; null without a prior figure. */
  readonly change: string | null;
  /** Percent text such as `16.42%`; null when there is no base. */
  readonly rate: string | null;
  readonly direction: '增长' | '下降' | '持平' | '上年无此项' | null;
}

export interface Overview {
  readonly totals: Totals;
  readonly incomeByFund: readonly NamedAmount[];
  readonly expenditureByClass: readonly NamedAmount[];
  readonly expenditureByNature: readonly NamedAmount[];
  readonly yearOnYear: readonly YearComparison[];
  readonly findings: FindingCounts;
  readonly projects: number;
  readonly goalSheets: number;
  readonly procurement: Fen;
}

export interface CodeEntry {
  readonly code: string;
  readonly name: string;
  /** Names from the top level down to this code, e.g. `节能环保支出 / 污染防治 / 大气`. */
  readonly path: string;
  /** `O` seen in a real document, `K` general knowledge to be verified, `U` added by the user. */
  readonly mark: string;
  readonly gov?: { readonly administrative: string; readonly institution: string };
  /** Pinyin initials of the name, where the list brings them. */
  readonly initials?: string;
}

/** The lines behind a table cell, newest facts, budget by budget in book order. */
export interface CellLines {
  readonly lines: readonly RowOfEntity<'line'>[];
  readonly total: Fen;
  readonly count: number;
  /** The budgets they are of, each with its part; of a consolidation several. */
  readonly from: readonly CellPart[];
}

export interface CellPart {
  readonly budgetId: number;
  readonly unitName: string;
  readonly total: Fen;
  readonly count: number;
}

/** A file the core has written. `id` is what `file.reveal` takes. */
export interface Written {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
  /** Where several were written into a new folder: how many; `name` is the folder's then. */
  readonly files?: number;
}

/** A goal sheet as it is listed for printing. */
export interface PrintableSheet {
  readonly id: number;
  /** 编号, e.g. `044-2025-003`. */
  readonly number: string;
  /** Name of the project or unit. */
  readonly subject: string;
  readonly isProject: boolean;
  readonly annualTotal: Fen | null;
}

export interface ImportReport {
  readonly budgets: number;
  readonly lines: number;
  readonly projects: number;
  readonly procurement: number;
  readonly goalSheets: number;
  readonly indicators: number;
  readonly state: BookState;
}

export interface TablesAnswer {
  readonly revision: number;
  readonly tables: readonly TableModel[];
}

/** An entry of the folder shown by the in-window file chooser; ids are opaque, paths never cross. */
export interface ChooserEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: 'folder' | 'file';
  readonly modifiedAt: string;
  readonly bytes: number;
}

export interface ChooserFolder {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly entries: readonly ChooserEntry[];
}

export interface HistoryEntry {
  readonly id: number;
  readonly at: string;
  readonly by: string;
  readonly label: string;
  readonly undone: boolean;
  /** Number of records touched; null when the entry is too large to look into for a list. */
  readonly rows: number | null;
  /** At most twenty of them. */
  readonly changes: readonly HistoryChange[];
}

/** How far the book can go back and forth, and what stands at the next steps. */
export interface HistoryState {
  /** Steps that can be undone, redone. */
  readonly undo: number;
  readonly redo: number;
  /** The last entry that is done and the first that is undone; null where there is none. */
  readonly doneId: number | null;
  readonly undoneId: number | null;
}

export interface RestoredRow {
  /** The record's id; another than asked for when its old id has meanwhile been given to another record. Null when it was removed. */
  readonly rowId: number | null;
  readonly state: BookState;
}

export interface HistoryChange {
  readonly entity: EntityName;
  /** Chinese name of the record's kind, e.g. `项目`. */
  readonly label: string;
  readonly rowId: number;
  /** The record by its name, e.g. `环卫作业`; empty where nothing of it is known any more. */
  readonly name: string;
  readonly kind: 'insert' | 'update' | 'remove';
  /** Field label, old text, new text; empty for inserts and removals of whole blocks. */
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}

/** Goal sheets just made, in the order asked for; the overall one last. */
export interface GoalsMade {
  readonly sheetIds: readonly number[];
  readonly state: BookState;
}

export interface GoalChanged {
  /** Indicators added, changed and removed. */
  readonly indicators: number;
  readonly state: BookState;
}

/** A goal sheet that parts can be taken from. */
export interface GoalSource {
  readonly sheetId: number;
  readonly year: number;
  readonly unitName: string;
  /** Project on the sheet; for an overall sheet the unit. */
  readonly name: string;
  /** Its form by name. */
  readonly form: string;
  readonly indicators: { readonly implementation: number; readonly annual: number };
  /** `same`: the same project (or overall sheet) in another budget; `alike`: one of the same name; null for any other. */
  readonly likeness: 'same' | 'alike' | null;
}
