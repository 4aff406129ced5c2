/** The second half of reading: keys are unique where they are looked up, references find a record, units form a tree. */
import type { EntityName } from '../entities/index.ts';
import type { InterchangeDocument } from './document.ts';
import { planOf } from './layout.ts';
import type { InterchangeProblem } from './read.ts';

type AnyRecord = Readonly<Record<string, unknown>>;
type Keys = ReadonlySet<unknown>;

/** @returns problems with their places, in document order */
export function linkProblems(document: InterchangeDocument): readonly InterchangeProblem[] {
  const problems: InterchangeProblem[] = [];
  const units = keysOf(document.units, 'units', problems);
  checkReferences('unit', document.units, 'units', { unit: units }, problems);
  checkReferences('budget', document.budgets, 'budgets', { unit: units }, problems);
  problems.push(...superiorCycles(document), ...repeatedBudgets(document));
  document.budgets.forEach((budget, index) => {
    const place = `budgets[${index}]`;
    const targets = {
      project: keysOf(budget.projects, `${place}.projects`, problems),
      line: keysOf(budget.lines, `${place}.lines`, problems),
    };
    checkReferences('line', budget.lines, `${place}.lines`, targets, problems);
    checkReferences('procurement', budget.procurement, `${place}.procurement`, targets, problems);
    checkReferences('goalSheet', budget.goalSheets, `${place}.goalSheets`, targets, problems);
  });
  return problems;
}

function keysOf(
  records: readonly { readonly key: string | null }[],
  place: string,
  problems: InterchangeProblem[],
): Keys {
  const keys = new Set<string>();
  records.forEach(({ key }, index) => {
    if (key === null) return;
    if (keys.has(key)) problems.push({ place: `${place}[${index}].key`, reason: `key“${key}”在前面已经用过。` });
    keys.add(key);
  });
  return keys;
}

function checkReferences(
  entity: EntityName,
  records: readonly AnyRecord[],
  place: string,
  targets: Partial<Readonly<Record<EntityName, Keys>>>,
  problems: InterchangeProblem[],
): void {
  const references = planOf(entity).flatMap(({ inDocument, field, target }) =>
    target === null ? [] : [{ name: inDocument, label: field.label, keys: targets[target] }],
  );
  records.forEach((record, index) => {
    for (const { name, label, keys } of references) {
      const key = record[name];
      if (key === null || keys?.has(key)) continue;
      const reason = `“${label}”写的 key“${String(key)}”在本文件中找不到。`;
      problems.push({ place: `${place}[${index}].${name}`, reason });
    }
  });
}

/** A unit above itself would make consolidation endless. */
function superiorCycles(document: InterchangeDocument): readonly InterchangeProblem[] {
  const superiors = new Map(
    document.units.flatMap(({ key, superior }) => (key === null ? [] : [[key, superior] as const])),
  );
  return document.units.flatMap((unit, index) => {
    const passed = new Set<string | null>();
    let above = unit.superior;
    while (above !== null && !passed.has(above)) {
      passed.add(above);
      above = superiors.get(above) ?? null;
    }
    const inCycle = unit.key !== null && passed.has(unit.key);
    return inCycle ? [{ place: `units[${index}].superior`, reason: `单位“${unit.name}”成了自己的上级。` }] : [];
  });
}

function repeatedBudgets(document: InterchangeDocument): readonly InterchangeProblem[] {
  const seen = new Set<string>();
  return document.budgets.flatMap(({ unit, year, stage }, index) => {
    const identity = JSON.stringify([unit, year, stage]);
    const repeated = seen.has(identity);
    seen.add(identity);
    return repeated ? [{ place: `budgets[${index}]`, reason: '同一单位、年度、阶段的预算在前面已经有了。' }] : [];
  });
}
