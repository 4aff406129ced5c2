/** Calls of the contract: carrying a budget forward. */
import type { CarryPreview, CarryResult, PriorFilled } from '../../carry-forward/types.ts';
import { STAGES } from '../../entities/vocabulary.ts';
import { budgetId, flag, id, read, revision, text, write } from './declare.ts';

export const carryCalls = {
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
} as const;
