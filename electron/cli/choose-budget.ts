/** Picks one of a book's budgets by what the command says. */
import type { CallFunction } from '../../shared/api/client.ts';
import type { PackedRows } from '../../shared/api/types.ts';
import { labelOf, STAGES } from '../../shared/entities/vocabulary.ts';
import { type Selection, UsageError } from './arguments.ts';

export interface ChosenBudget {
  readonly id: number;
  readonly unitCode: string;
  readonly unitName: string;
  readonly year: number;
  readonly stage: string;
  /** `环卫中心 2025年 批复` */
  readonly words: string;
}

export interface Choice {
  readonly budget: ChosenBudget;
  /** How many the book has besides it that the command did not rule out. */
  readonly others: number;
}

/**
 * The budget that the selection names; of several the newest year, then the latest stage, then the first unit.
 * @param departments true: units that are above others come first
 * @throws UsageError when none fits, with what there is
 */
export async function chooseBudget(call: CallFunction, select: Selection, departments = false): Promise<Choice> {
  const units = records(await call('unit.list', { parentId: null }));
  const all = records(await call('budget.list', { parentId: null })).map((row): ChosenBudget => {
    const unit = units.find((each) => each.id === row.unitId);
    const [unitCode, unitName, stage] = [String(unit?.code), String(unit?.name), String(row.stage)];
    // Ids and years of stored rows are whole numbers.
    const [id, year] = [row.id as number, row.year as number];
    return { id, unitCode, unitName, year, stage, words: `${unitName} ${year}年 ${labelOf(STAGES, stage)}` };
  });
  const above = new Set(units.map(({ superiorId }) => superiorId));
  const isDepartment = ({ unitCode }: ChosenBudget) =>
    units.some((each) => each.code === unitCode && above.has(each.id));
  const named = all.filter(
    (each) =>
      (select.budget ?? each.id) === each.id &&
      (select.unit ?? each.unitCode) === each.unitCode &&
      (select.year ?? each.year) === each.year &&
      (select.stage ?? each.stage) === each.stage,
  );
  const fitting = departments && named.some(isDepartment) ? named.filter(isDepartment) : named;
  const rank = (each: ChosenBudget) => each.year * 10 + STAGES.findIndex(({ value }) => value === each.stage);
  const [budget] = [...fitting].sort((a, b) => rank(b) - rank(a));
  if (budget !== undefined) return { budget, others: fitting.length - 1 };
  if (all.length === 0) throw new UsageError('账套中还没有单位预算。');
  const known = all.map((each) => `  --budget ${each.id}  --unit ${each.unitCode}  ${each.words}`).join('\n');
  throw new UsageError(`账套中没有这样的单位预算。现有：\n${known}`);
}

function records({ fields, columns, count }: PackedRows): Readonly<Record<string, unknown>>[] {
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(fields.map((field, index) => [field, columns[index]?.[row]])),
  );
}
