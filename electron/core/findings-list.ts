/** The findings about a budget as a list to print. */
import { listRows } from '../../db/read.ts';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { type FindingsList, findingsList } from '../../shared/checks/findings-list.ts';
import { labelOf, STAGES } from '../../shared/entities/vocabulary.ts';
import type { Context } from './context.ts';
import { ownersOf } from './owners.ts';

/** @param findings those to be listed, of this budget. @throws FailureError NOT_FOUND */
export function listedFindings(budgetId: number, ctx: Context, findings: readonly KeptFinding[]): FindingsList {
  const { unit, budget } = ownersOf(budgetId, ctx);
  const projects = new Map(listRows(ctx.book(), 'project', budgetId).map(({ id, name }) => [id, name]));
  return findingsList(findings, {
    unitName: unit.name,
    year: budget.year,
    stage: labelOf(STAGES, budget.stage),
    day: ctx.port.now().toISOString().slice(0, 10),
    projectName: (id) => projects.get(id) ?? null,
  });
}
