import { createCodeBook } from '../codes/index.ts';
import { createFacts } from '../facts/facts.ts';
import { documentToRows, readInterchange } from '../interchange/index.ts';
import { firstDayOf, setsInForce } from '../procurement/in-force.ts';
import { SHIPPED_RULE_SETS } from '../procurement/rule-sets/index.ts';
import type { CheckInput } from './input.ts';

/** The budgets of an interchange document as the core gathers them. */
export function inputsOf(document: unknown): readonly CheckInput[] {
  const read = readInterchange(document);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const rows = documentToRows(read.document);
  const stored = <R extends object>(list: readonly R[]) => list.map((row) => ({ ...row, revision: 1 }));
  return stored(rows.budget).map((budget) => {
    const own = <R extends { readonly parentId: number | null }>(list: readonly R[]) =>
      stored(list.filter(({ parentId }) => parentId === budget.id));
    const unit = stored(rows.unit).find(({ id }) => id === budget.unitId);
    if (unit === undefined) throw new Error('no unit');
    const lines = own(rows.line);
    const projects = own(rows.project);
    const goalSheets = own(rows.goalSheet);
    const sheetIds = new Set(goalSheets.map(({ id }) => id));
    const facts = createFacts({
      year: budget.year,
      unitName: unit.name,
      units: [unit],
      projects: projects.map(({ id, name: of, confidential }) => ({ id, unitId: unit.id, name: of, confidential })),
      codes: createCodeBook(budget.year, rows.code),
    });
    facts.load(lines.map((line) => ({ ...line, unitId: unit.id })));
    return {
      facts,
      unit,
      budget,
      lines,
      projects,
      procurement: own(rows.procurement),
      goalSheets,
      indicators: stored(rows.indicator.filter(({ parentId }) => parentId !== null && sheetIds.has(parentId))),
      assets: own(rows.asset),
      prior: own(rows.prior),
      narrative: own(rows.narrative),
      ruleSets: setsInForce(SHIPPED_RULE_SETS, unit.region, firstDayOf(budget)),
    };
  });
}
