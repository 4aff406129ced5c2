/** Calls of the contract: writing files, choosing them, jobs. */
import { SHEET_FORMATS } from '../../document/goals/formats.ts';
import type { Section } from '../../document/model.ts';
import type { ChooserFolder, ImportReport, PrintableSheet, Written } from '../types.ts';
import { budgetId, flag, id, optionalText, read, scope, text, write } from './declare.ts';

export const fileCalls = {
  /** Writes the 13-table workbook where the user chooses. Progress by `job.progress`. */
  'export.workbook': read<Written>()({ ...scope, jobId: text('任务', 60) }),
  /** The goal sheets of a budget in the order they are printed. */
  'goalSheets.printable': read<readonly PrintableSheet[]>()({ budgetId }),
  /** One of them divided into the pages that are printed. */
  'goalSheets.preview': read<Section>()({ budgetId, sheetId: id('绩效目标表') }),
  /**
   * Writes goal sheets where the user chooses: in one file with an index, or (`each`) one file for each in a new folder.
   * `sheets` empty = all. Progress by `job.progress` counts sheets.
   */
  'export.goalSheets': read<Written>()({
    budgetId,
    sheets: { kind: 'list', label: '绩效目标表', of: id('绩效目标表') },
    format: { kind: 'enum', label: '格式', options: SHEET_FORMATS },
    each: flag('一个项目一个文件'),
    jobId: text('任务', 60),
  }),
  /** Writes the interchange JSON of the whole book, or of one budget. */
  'export.interchange': read<Written>()({ budgetId: { ...budgetId, optional: true }, jobId: text('任务', 60) }),
  /** Writes a budget's submission package: its data, everything printed of it, and a list of fingerprints, in one zip. */
  'export.package': read<Written>()({ budgetId, jobId: text('任务', 60) }),
  /**
   * Reads an interchange JSON, the data of a submission package, or (`folder`) of all packages in a folder, that the
   * user chooses; all or nothing. Budgets that the book has already are refused as ALREADY_IMPORTED, whose `at` names
   * the choice: with it as `replacing`, the same is read again, and its budgets take the place of those.
   */
  'import.interchange': write<ImportReport>()({
    jobId: text('任务', 60),
    folder: { kind: 'boolean', label: '文件夹', optional: true },
    replacing: optionalText('文件', 60),
  }),
  /** Shows a file the core wrote in the system's file manager. */
  'file.reveal': read<null>()({ id: text('文件', 60) }),
  'job.cancel': read<null>()({ jobId: text('任务', 60) }),
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
