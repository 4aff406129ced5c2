/** Joins the sources of the invented department into one interchange document of three budgets. */
import { readJson } from '../source.ts';
import { inventedUnits, type SourceRow, sourcePath, unitPart } from './book.ts';

function budgetOf(unit: string): unknown {
  return {
    ...readJson<SourceRow>(sourcePath(`${unit}/budget.json`)),
    projects: unitPart(unit, 'projects'),
    lines: unitPart(unit, 'lines'),
    procurement: unitPart(unit, 'procurement'),
    goalSheets: unitPart(unit, 'goal-sheets'),
    assets: unitPart(unit, 'assets'),
    prior: unitPart(unit, 'prior'),
    narrative: unitPart(unit, 'narrative'),
  };
}

/** The invented book in the interchange format. */
export function inventedDocument(): unknown {
  const units = inventedUnits();
  return {
    format: 'yusuan-interchange',
    version: 1,
    units,
    codes: readJson(sourcePath('codes.json')),
    budgets: units.map((unit) => budgetOf(String(unit.key))),
  };
}
