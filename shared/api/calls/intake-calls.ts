/** Calls of the contract: templates and imports of rows. */
import { AMOUNT_UNITS, SHEET_KINDS, SHEET_PARTS } from '../../intake/sheet-kinds.ts';
import type { ShownRow } from '../../intake/shown.ts';
import type { IntakeApplied, IntakeState } from '../../intake/types.ts';
import type { Field } from '../../shape/shape.ts';
import type { Written } from '../types.ts';
import { budgetId, flag, optionalText, read, text, write } from './declare.ts';

const sheetKind = { kind: 'enum', label: '表格种类', options: SHEET_KINDS } as const satisfies Field;
const sheetPart = { kind: 'enum', label: '记录种类', options: SHEET_PARTS } as const satisfies Field;
const sourcePlace = { kind: 'integer', label: '行列', min: 0, max: 2_000_000 } as const satisfies Field;
const fileId = text('导入文件', 60);

export const intakeCalls = {
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
} as const;
