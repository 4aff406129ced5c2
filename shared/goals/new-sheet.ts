/** What a goal sheet begins with: everything that the book knows already. */

import { goalSheet } from '../entities/goal-sheet.ts';
import type { RowOfEntity } from '../entities/index.ts';
import type { Fresh } from '../projects/copy.ts';
import type { FormFamily } from './form-spec.ts';
import { layoutOf } from './forms.ts';
import { type FundAmount, fundingOf, moneyAcross, moneyFromLines } from './funding.ts';

export interface NewSheetOf {
  readonly unit: RowOfEntity<'unit'>;
  readonly budget: RowOfEntity<'budget'>;
  /** The unit's supervising department; null when it has none in the book. */
  readonly superior: RowOfEntity<'unit'> | null;
  /** Null for the unit's overall sheet. */
  readonly project: RowOfEntity<'project'> | null;
  /** Expenditure by fund, of the project or of the whole budget. */
  readonly lines: readonly FundAmount[];
  readonly form: FormFamily;
}

/** The fields of a new sheet. Money of the whole period is that of the year only where the project ends with it. */
export function newSheet({
  unit,
  budget,
  superior,
  project,
  lines,
  form,
}: NewSheetOf): Fresh<RowOfEntity<'goalSheet'>> {
  const chief = superior ?? unit;
  const years = project === null ? 1 : yearsOf(project);
  const projectId = project?.id ?? null;
  const block = fundingOf(layoutOf(form, { projectId }));
  const annual = block === null ? {} : moneyFromLines(block, 'annual', unit.level, lines, {});
  const whole = block === null || years !== 1 ? {} : moneyAcross(block, 'annual', 'implementation', annual);
  // Every field of the entity; the two that must be filled follow.
  const empty = Object.fromEntries(Object.keys(goalSheet.fields).map((name) => [name, null])) as unknown as Fresh<
    RowOfEntity<'goalSheet'>
  >;
  return {
    ...empty,
    projectId,
    form: form.id,
    supervisorCode: chief.code,
    supervisor: chief.name,
    implementer: unit.name,
    attribute: project === null ? '整体绩效目标' : attributeOf(project, years),
    term: years === null ? null : `${years}年`,
    responsible: budget.responsible,
    handler: budget.accountant,
    phone: budget.phone,
    ...annual,
    ...whole,
  };
}

/** How many calendar years a project touches; null when its end is open. */
function yearsOf({ startsOn, endsOn, continues }: RowOfEntity<'project'>): number | null {
  if (startsOn !== null && endsOn !== null) {
    return Number.parseInt(endsOn.slice(0, 4), 10) - Number.parseInt(startsOn.slice(0, 4), 10) + 1;
  }
  return continues ? null : 1;
}

function attributeOf({ continues }: RowOfEntity<'project'>, years: number | null): string {
  if (continues) return '延续性项目';
  return years === 1 ? '一次性项目(1年结束)' : '延续性项目';
}
