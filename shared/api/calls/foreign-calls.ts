/** Calls of the contract: published workbooks of other origin, audited without being imported. */
import { STAGES } from '../../entities/vocabulary.ts';
import type {
  ForeignPrior,
  ForeignPriorTaken,
  ForeignRows,
  ForeignSheet,
  ForeignState,
} from '../../foreign/state-types.ts';
import { AMOUNT_UNITS } from '../../intake/sheet-kinds.ts';
import type { Field } from '../../shape/shape.ts';
import type { BookState, Written } from '../types.ts';
import { budgetId, flag, id, optionalText, read, text, write } from './declare.ts';

const fileId = text('文件', 60);
const piece = text('表', 60);
const place = (label: string) => ({ kind: 'integer', label, min: 0, max: 2_000_000 }) as const satisfies Field;
const measures = { kind: 'list', label: '取用的指标', of: text('指标', 60) } as const;
const year = { kind: 'integer', label: '预算年度', min: 2015, max: 2100 } as const satisfies Field;

export const foreignCalls = {
  /** Reads a workbook the user chooses, recognises its tables and audits them. Needs no book. */
  'foreign.open': read<ForeignState>()({ jobId: text('任务', 60) }),
  'foreign.sheet': read<ForeignSheet>()({ fileId, sheet: place('工作表') }),
  'foreign.rows': read<ForeignRows>()({
    fileId,
    sheet: place('工作表'),
    from: place('起始行'),
    count: { kind: 'integer', label: '行数', min: 1, max: 1_000 },
  }),
  /** Says which table a piece is (`no: null`: none of them); `auto`: what the program thinks. */
  'foreign.table': read<ForeignState>()({
    fileId,
    piece,
    no: { kind: 'integer', label: '表号', min: 1, max: 13, optional: true },
    auto: flag('自动识别'),
  }),
  /** Says what a column of a piece is used for; null: for nothing. */
  'foreign.column': read<ForeignState>()({ fileId, piece, column: place('列'), slot: optionalText('用途', 40) }),
  /** Says what the figures of a piece are in. */
  'foreign.money': read<ForeignState>()({
    fileId,
    piece,
    money: { kind: 'enum', label: '金额单位', options: AMOUNT_UNITS },
  }),
  /** Writes the findings as a workbook where the user chooses. */
  'foreign.export': read<Written>()({ fileId, jobId: text('任务', 60) }),
  /** The prior-year figures in the workbook, beside those that a budget of the open book has. */
  'foreign.prior': read<ForeignPrior>()({ fileId, budgetId: { ...budgetId, optional: true } }),
  /** Takes prior-year figures into a budget, or into a new one of a unit; one step that can be undone. */
  'foreign.takePrior': write<ForeignPriorTaken>()({
    fileId,
    budgetId: { ...budgetId, optional: true },
    /** For a new budget, instead of `budgetId`. */
    unitId: { ...id('单位'), optional: true },
    year: { ...year, optional: true },
    stage: { kind: 'enum', label: '编报阶段', options: STAGES, optional: true },
    measures,
  }),
  /** Creates a book with one unit and one draft budget that has the prior-year figures, where the user chooses. */
  'foreign.startBook': write<BookState>()({
    fileId,
    unitCode: text('单位编码', 30),
    unitName: text('单位名称', 100),
    level: text('单位级次', 20),
    unitKind: text('单位性质', 20),
    year,
    measures,
  }),
  'foreign.close': read<null>()({ fileId }),
} as const;
