/** What is to be said of a consolidation: units that are not in it, and the cross-checks between its tables. */
import { BASIS } from '../checks/basis.ts';
import { tableChecks } from '../checks/cross-table.ts';
import { type Finding, SEVERITY_ORDER } from '../checks/finding.ts';
import { runTableChecks } from '../checks/run-tables.ts';
import { exactSource } from '../checks/table-source.ts';
import { labelOf, STAGES } from '../entities/vocabulary.ts';
import type { TableFacts } from '../facts/cube.ts';
import type { Member } from './members.ts';

/** @returns the gravest first; the tables' own are those of any set of 13 tables */
export function consolidationFindings(
  members: readonly Member[],
  { year, stage }: { readonly year: number; readonly stage: string },
  facts: TableFacts,
): readonly Finding[] {
  const ofUnits = members.flatMap(({ unit, depth, budget, stages }): readonly Finding[] => {
    const location = { kind: 'row', entity: 'unit', id: unit.id, field: null } as const;
    const basis = BASIS.departmentBudget;
    if (budget === null) {
      const others = stages.length === 0 ? '这一年也没有别的阶段' : `只有${stages.join('、')}`;
      const message = `“${unit.name}”没有${year}年（${labelOf(STAGES, stage)}）预算，没有汇总在内；${others}。`;
      return [{ ruleId: 'consolidation-missing', severity: 'warning', message, basis, location }];
    }
    if (depth === 0 || budget.status !== 'draft') return [];
    const message = `“${unit.name}”的预算还在编制中，已按现有数字汇总，可能还会变。`;
    return [{ ruleId: 'consolidation-draft', severity: 'advice', message, basis, location }];
  });
  const ofTables = runTableChecks(tableChecks, exactSource(facts.tables(), facts.context.year));
  return [...ofUnits, ...ofTables].sort(
    (left, right) => SEVERITY_ORDER[left.severity] - SEVERITY_ORDER[right.severity],
  );
}
