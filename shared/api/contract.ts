/**
 * Every call between the window (or the CLI, or a test) and the core, declared once.
 * From this list follow: input checks at run time, `Handlers`, `Client` and what counts as a write.
 */
import type { CarryPreview, CarryResult, PriorFilled } from '../carry-forward/types.ts';
import type { Finding } from '../checks/finding.ts';
import type { DraftOfEntity, EntityName } from '../entities/index.ts';
import { CATALOGUES } from '../entities/user-code.ts';
import { STAGES } from '../entities/vocabulary.ts';
import { AMOUNT_UNITS, SHEET_KINDS, SHEET_PARTS } from '../intake/sheet-kinds.ts';
import type { ShownRow } from '../intake/shown.ts';
import type { IntakeApplied, IntakeState } from '../intake/types.ts';
import type { ProcurementExplained } from '../procurement/explain.ts';
import type { ProjectMade, ProjectMerged, ProjectOverview } from '../projects/types.ts';
import type { Field } from '../shape/shape.ts';
import type { TableModel } from '../tables/model.ts';
import type { InputFields, InputRow, RecordsField } from './input.ts';
import type {
  Applied,
  BookState,
  CellLines,
  ChooserFolder,
  CodeEntry,
  HistoryEntry,
  HistoryState,
  ImportReport,
  Overview,
  PackedRows,
  RecentBook,
  RestoredRow,
  TablesAnswer,
  Totals,
  Written,
} from './types.ts';

declare const returned: unique symbol;

export interface Call<I extends InputFields, O> {
  readonly input: I;
  /** A write runs in one transaction with one journal row, and needs a writable book. */
  readonly writes: boolean;
  readonly [returned]?: O;
}

/** Declares a call that reads. */
const read =
  <O>() =>
  <const I extends InputFields>(input: I): Call<I, O> => ({ input, writes: false });
/** Declares a call that changes the book. */
const write =
  <O>() =>
  <const I extends InputFields>(input: I): Call<I, O> => ({ input, writes: true });

const id = (label: string) => ({ kind: 'integer', label, min: 1, max: Number.MAX_SAFE_INTEGER }) as const;
const text = (label: string, maxLength = 200) => ({ kind: 'text', label, maxLength }) as const;
const optionalText = (label: string, maxLength = 200) => ({ kind: 'text', label, maxLength, optional: true }) as const;
const budgetId = { kind: 'integer', label: '单位预算', min: 1, max: Number.MAX_SAFE_INTEGER } as const satisfies Field;
const flag = (label: string) => ({ kind: 'boolean', label }) as const;
const revision = { kind: 'integer', label: '版本', min: 0, max: Number.MAX_SAFE_INTEGER } as const satisfies Field;
/** Rows a call changes, at the revisions the user saw: one that was changed since is a conflict. */
const seenRows = (label: string) =>
  ({ kind: 'records', label, of: { id: id('编号'), revision } }) as const satisfies RecordsField;
const tableNo = { kind: 'integer', label: '表号', min: 1, max: 13 } as const satisfies Field;

const sheetKind = { kind: 'enum', label: '表格种类', options: SHEET_KINDS } as const satisfies Field;
const sheetPart = { kind: 'enum', label: '记录种类', options: SHEET_PARTS } as const satisfies Field;
const sourcePlace = { kind: 'integer', label: '行列', min: 0, max: 2_000_000 } as const satisfies Field;
const fileId = text('导入文件', 60);

/** Calls with a fixed input. The per-entity calls `<entity>.list` and `<entity>.apply` are added by type below. */
export const api = {
  /** Creates a book where the user chooses and opens it, with one unit and one draft budget. */
  'book.create': write<BookState>()({
    unitCode: text('单位编码', 30),
    unitName: text('单位名称', 100),
    level: text('单位级次', 20),
    unitKind: text('单位性质', 20),
    year: { kind: 'integer', label: '预算年度', min: 2015, max: 2100 },
  }),
  /** Opens the book the user chooses; `recentId` opens one of `book.recent` without asking. */
  'book.open': read<BookState>()({ recentId: optionalText('最近账套') }),
  /** Copies the sample book to where the user's books are kept and opens the copy. */
  'book.openSample': read<BookState>()({ which: text('示例', 40) }),
  'book.state': read<BookState | null>()({}),
  'book.recent': read<readonly RecentBook[]>()({}),
  'book.close': read<null>()({}),

  /** Creates a budget for a unit and year in draft. */
  'budget.create': write<{ readonly budgetId: number; readonly state: BookState }>()({
    unitId: id('单位'),
    year: { kind: 'integer', label: '预算年度', min: 2015, max: 2100 },
    stage: text('编报阶段', 20),
  }),

  /** Each project of a budget with its amounts, what it has and what it lacks, in book order. */
  'project.overview': read<readonly ProjectOverview[]>()({ budgetId }),
  /** Copies a project; the copy stands below it. The flags say what goes along. */
  'project.duplicate': write<ProjectMade>()({
    projectId: id('项目'),
    name: text('新项目名称'),
    lines: flag('预算明细'),
    goalSheet: flag('绩效目标表'),
    procurement: flag('采购明细'),
  }),
  /**
   * Makes several projects one: lines and procurement move to `intoId`, the others are removed. One goal sheet stays
   * (`goalSheetOf`: of which project; null = of `intoId`, else of the first that has one) with the sums of all.
   */
  'project.merge': write<ProjectMerged>()({
    intoId: id('保留的项目'),
    projects: seenRows('要合并的项目'),
    goalSheetOf: { ...id('绩效目标表取自'), optional: true },
    indicators: flag('并入其他目标表的指标'),
  }),
  /** Moves lines of a project, or a part of a line's amount, into a new project below it. */
  'project.split': write<ProjectMade>()({
    projectId: id('项目'),
    revision,
    name: text('新项目名称'),
    lines: {
      kind: 'records',
      label: '拆出的明细',
      of: { id: id('预算明细'), revision, amount: { kind: 'fen', label: '拆出金额', optional: true } },
    },
    goalSheet: flag('复制绩效目标表'),
  }),
  'project.moveLines': write<ProjectMade>()({ projectId: id('移到的项目'), lines: seenRows('预算明细') }),

  /** What could go along from a budget to the next year, each with a default choice and its reason. */
  'carry.preview': read<CarryPreview>()({ budgetId }),
  /** Creates next year's draft budget from the chosen items of `carry.preview` and the carryover amounts of lines. */
  'carry.apply': write<CarryResult>()({
    budgetId,
    stage: { kind: 'enum', label: '编报阶段', options: STAGES },
    items: { kind: 'list', label: '带入的内容', of: text('带入的内容', 60) },
    carryovers: {
      kind: 'records',
      label: '结转金额',
      of: { lineId: id('预算明细'), revision, amount: { kind: 'fen', label: '结转金额' } },
    },
  }),
  /** Fills the prior-year figures from last year's budget (`fromBudgetId: null`: the latest stage) of the same unit. */
  'prior.fill': write<PriorFilled>()({
    budgetId,
    fromBudgetId: { ...budgetId, optional: true },
    overwrite: flag('覆盖已有的上年数'),
  }),

  'totals.get': read<Totals>()({ budgetId }),
  'overview.get': read<Overview>()({ budgetId }),
  'table.get': read<TableModel>()({ budgetId, no: tableNo }),
  /** All 13 tables at once, for exports and the CLI. */
  'table.all': read<TablesAnswer>()({ budgetId }),
  /** The lines a cell sums; `block`, `row` and `column` are those of its CellRef. At most 5,000 lines are returned; `count` is exact. */
  'table.cellLines': read<CellLines>()({
    budgetId,
    no: tableNo,
    block: { kind: 'integer', label: '表侧', min: 0, max: 1 },
    row: text('行', 60),
    column: { kind: 'integer', label: '列', min: 0, max: 60 },
  }),
  'check.run': read<readonly Finding[]>()({ budgetId }),
  /** Which procurement rule sets apply to the budget and why, and what they say of each purchase. */
  'procurement.explain': read<ProcurementExplained>()({ budgetId }),
  /**
   * Adds the rule set file the user chooses (docs/procurement-rules.md) to the book; one of the same id is replaced.
   * A setting of the book, not journaled: ask `procurement.explain` and `check.run` anew afterwards.
   */
  'procurement.addRuleSet': read<{ readonly id: string; readonly number: string; readonly replaced: boolean }>()({}),
  /** Takes a rule set that was added out of the book; shipped ones stay. */
  'procurement.removeRuleSet': read<null>()({ id: text('规则', 60) }),

  /** All codes of a catalogue in force in a year, the user's own among them, in code order. */
  'codes.list': read<readonly CodeEntry[]>()({
    catalogue: { kind: 'enum', label: '科目体系', options: CATALOGUES },
    year: { kind: 'integer', label: '年度', min: 2015, max: 2100 },
  }),
  /** Imports a code list (tsv/csv/xlsx: 编码, 名称, optional mapping) the user chooses. */
  'codes.import': write<{ readonly added: number; readonly same: number; readonly state: BookState }>()({
    catalogue: { kind: 'enum', label: '科目体系', options: CATALOGUES },
    fromYear: { kind: 'integer', label: '起用年度', min: 2015, max: 2100 },
  }),

  /** Writes the 13-table workbook where the user chooses. Progress by `job.progress`. */
  'export.workbook': read<Written>()({ budgetId, jobId: text('任务', 60) }),
  /** Writes the interchange JSON of the whole book, or of one budget. */
  'export.interchange': read<Written>()({ budgetId: { ...budgetId, optional: true }, jobId: text('任务', 60) }),
  /** Reads an interchange JSON the user chooses; all or nothing. */
  'import.interchange': write<ImportReport>()({ jobId: text('任务', 60) }),
  /** Shows a file the core wrote in the system's file manager. */
  'file.reveal': read<null>()({ id: text('文件', 60) }),
  'job.cancel': read<null>()({ jobId: text('任务', 60) }),

  /** Writes a workbook for filling in rows of one kind: lists to choose from, notes, an example row. Amounts in 元. */
  'template.export': read<Written>()({ budgetId, kind: sheetKind, jobId: text('任务', 60) }),
  /** Writes the rows of one kind in the shape of its template, so that importing them again changes nothing. */
  'grid.export': read<Written>()({ budgetId, kind: sheetKind, jobId: text('任务', 60) }),
  /** Reads a workbook or text file the user chooses and compares it with the book. Nothing is changed yet. */
  'intake.open': read<IntakeState>()({ budgetId, kind: sheetKind, jobId: text('任务', 60) }),
  /** Reads the open file anew, otherwise: null, or an empty list, leaves a choice as it was. */
  'intake.preview': read<IntakeState>()({
    fileId,
    part: { ...sheetPart, optional: true },
    sheet: { kind: 'integer', label: '工作表', min: 0, max: 10_000, optional: true },
    unit: { kind: 'enum', label: '金额单位', options: AMOUNT_UNITS, optional: true },
    /** By source column, as `textOfUse` writes them; a blank for a column that is not used. */
    uses: { kind: 'list', label: '各列用途', of: optionalText('用途', 60) },
    /** What all records take for a field without a column, as it would be typed. */
    fills: { kind: 'records', label: '统一填写', of: { field: text('字段', 40), text: text('内容', 300) } },
    jobId: optionalText('任务', 60),
  }),
  /** Takes rows of the open file, from 0, or leaves them out. */
  'intake.tick': read<IntakeState>()({
    fileId,
    part: sheetPart,
    rows: { kind: 'list', label: '行', of: sourcePlace },
    on: flag('导入'),
  }),
  /** Puts another text into a cell of what was read; `alike`: also into cells that hold the same and cannot be read. */
  'intake.mend': read<IntakeState>()({
    fileId,
    part: sheetPart,
    row: sourcePlace,
    column: sourcePlace,
    text: optionalText('内容', 20000),
    alike: flag('相同内容一起改'),
  }),
  'intake.rows': read<readonly ShownRow[]>()({
    fileId,
    part: sheetPart,
    rows: { kind: 'list', label: '行', of: sourcePlace },
  }),
  /** Takes the open file into the book in one change, after a backup. `skipBad: false`: all rows or none. */
  'intake.apply': write<IntakeApplied>()({ fileId, skipBad: flag('跳过有问题的行'), jobId: text('任务', 60) }),
  'intake.close': read<null>()({ fileId }),

  'history.undo': write<BookState>()({}),
  'history.redo': write<BookState>()({}),
  /** Newest first; `before` continues a list. With `entity`, and `rowId`, only what touched such records, or that one. */
  'history.list': read<readonly HistoryEntry[]>()({
    before: { ...id('之前'), optional: true },
    limit: { kind: 'integer', label: '条数', min: 1, max: 500 },
    entity: optionalText('记录种类', 30),
    rowId: { ...id('记录'), optional: true },
  }),
  'history.state': read<HistoryState>()({}),
  /** Undoes (or redoes) so that this entry is the last one done; null = before the first. What is undone can be redone. */
  'history.goBackTo': write<BookState>()({ entryId: { ...id('历史记录'), optional: true } }),
  /** Brings one record, and nothing else, to how it was before or after an entry; a new change that can be undone. */
  'history.restoreRow': write<RestoredRow>()({
    entity: text('记录种类', 30),
    rowId: id('记录'),
    entryId: id('历史记录'),
    side: {
      kind: 'enum',
      label: '时点',
      options: [
        { value: 'before', label: '这一步之前' },
        { value: 'after', label: '这一步之后' },
      ],
    },
    /** Of the record as the user sees it; null when it is gone. */
    revision: { ...revision, optional: true },
  }),

  'settings.get': read<string | null>()({ key: text('设置项', 80) }),
  /** Settings are preferences of the window (widths, last budget, unit of display); not journaled. */
  'settings.set': read<null>()({ key: text('设置项', 80), value: text('值', 20000) }),

  /** Folder shown by the in-window chooser; `folderId: null` = where it was last. */
  'choose.list': read<ChooserFolder>()({ askId: text('询问', 60), folderId: optionalText('文件夹', 60) }),
  /** Answers `choose.asked`; both null = cancelled. `name` is a file name without path. */
  'choose.answer': read<null>()({
    askId: text('询问', 60),
    folderId: optionalText('文件夹', 60),
    entryId: optionalText('文件', 60),
    name: optionalText('文件名', 200),
  }),
} as const;

type FixedApi = typeof api;
type InputOf<C> = C extends Call<infer I, unknown> ? InputRow<I> : never;
type OutputOf<C> = C extends { readonly [returned]?: infer O } ? Exclude<O, undefined> : never;

/** `parentId`: the budget's or goal sheet's id; null for book-wide entities. `null` also lists all of a book. */
type EntityCalls = {
  readonly [N in EntityName as `${N}.list`]: {
    readonly input: { readonly parentId: number | null };
    readonly output: PackedRows;
  };
} & {
  readonly [N in EntityName as `${N}.apply`]: {
    readonly input: {
      readonly parentId: number | null;
      /** Label of the step in history, e.g. `粘贴 30 行`. */
      readonly label: string;
      readonly save: readonly DraftOfEntity<N>[];
      readonly remove: readonly number[];
    };
    readonly output: Applied<N>;
  };
};

type FixedCalls = {
  readonly [N in keyof FixedApi]: { readonly input: InputOf<FixedApi[N]>; readonly output: OutputOf<FixedApi[N]> };
};
export type Calls = FixedCalls & EntityCalls;
export type CallName = keyof Calls;
export type In<N extends CallName> = Calls[N]['input'];
export type Out<N extends CallName> = Calls[N]['output'];
