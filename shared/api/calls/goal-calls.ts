/** Calls of the contract: goal sheets as wholes, and the indicator library. */
import { GOAL_FORMS } from '../../entities/vocabulary.ts';
import type { Library } from '../../goals/library.ts';
import type { GoalSheetOverview } from '../../goals/overview.ts';
import { REUSE_PARTS } from '../../goals/reuse.ts';
import type { GoalChanged, GoalSource, GoalsMade } from '../types.ts';
import { budgetId, flag, id, read, revision, write } from './declare.ts';

const form = { kind: 'enum', label: '表式', options: GOAL_FORMS } as const;
const sheetId = id('绩效目标表');

export const goalCalls = {
  /** The unit's overall sheet and one per project in book order, each with its money by the lines, findings and state. */
  'goal.overview': read<readonly GoalSheetOverview[]>()({ budgetId }),
  /** Makes the sheets of projects that have none, filled with what the book knows; `overall` the unit's own, too. */
  'goal.make': write<GoalsMade>()({
    budgetId,
    form,
    projectIds: { kind: 'list', label: '项目', of: id('项目') },
    overall: flag('整体绩效目标表'),
  }),
  /**
   * Copies 实施期 to 年度: the indicators named, or all of them, and the overall goal. What stands beside a copied
   * indicator is replaced, see `planCopy`.
   */
  'goal.copyToAnnual': write<GoalChanged>()({
    sheetId,
    indicators: { kind: 'list', label: '指标', of: id('指标') },
    all: flag('全部指标'),
    goal: flag('总体目标'),
  }),
  /** Sheets of the book that parts could be taken from, likely ones first. */
  'goal.sources': read<readonly GoalSource[]>()({ sheetId }),
  /** Takes parts of another sheet over. `replace`: the indicators of the periods taken are removed first. */
  'goal.reuse': write<GoalChanged>()({
    sheetId,
    revision,
    fromSheetId: id('取自的绩效目标表'),
    parts: { kind: 'list', label: '内容', of: { kind: 'enum', label: '内容', options: REUSE_PARTS } },
    replace: flag('替换已有指标'),
    moveYears: flag('年份顺延'),
  }),
  /** Brings sheets to another form: every indicator goes where that form has its second level. */
  'goal.changeForm': write<GoalChanged>()({
    sheets: { kind: 'list', label: '绩效目标表', of: sheetId },
    form,
  }),
  /** What stood under each second level in all budgets of the book, most used first. */
  'goal.library': read<Library>()({}),
  /** The goal sheet of an indicator; null when it is gone. */
  'goal.sheetOf': read<number | null>()({ indicatorId: id('指标') }),
} as const;
