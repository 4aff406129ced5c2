/** The goal sheets of a book that one of them can take parts from. */
import type { Book } from '../../db/book.ts';
import { listRows } from '../../db/read.ts';
import type { GoalSource } from '../../shared/api/types.ts';
import type { RowOfEntity } from '../../shared/entities/index.ts';
import { formOf } from '../../shared/goals/forms.ts';

type Sheet = RowOfEntity<'goalSheet'>;

/** The same project of another budget first, then those of the same name, then the newest year; in book order. */
export function goalSources(book: Book, to: Sheet): readonly GoalSource[] {
  const units = new Map(listRows(book, 'unit', null).map((unit) => [unit.id, unit]));
  const budgets = new Map(listRows(book, 'budget', null).map((budget) => [budget.id, budget]));
  const projects = new Map(listRows(book, 'project', null).map((project) => [project.id, project]));
  const counts = indicatorCounts(book);
  const own = to.projectId === null ? null : (projects.get(to.projectId) ?? null);
  const ownUnit = budgets.get(to.parentId ?? 0)?.unitId;
  const sources = listRows(book, 'goalSheet', null).flatMap((sheet): GoalSource[] => {
    const budget = budgets.get(sheet.parentId ?? 0);
    if (sheet.id === to.id || budget === undefined) return [];
    const project = sheet.projectId === null ? null : (projects.get(sheet.projectId) ?? null);
    const unitName = units.get(budget.unitId)?.name ?? '';
    const overall = own === null && project === null && budget.unitId === ownUnit;
    const sameLineage = own?.lineage != null && own.lineage === project?.lineage && sheet.parentId !== to.parentId;
    const likeness = overall || sameLineage ? 'same' : own !== null && own.name === project?.name ? 'alike' : null;
    return [
      {
        sheetId: sheet.id,
        year: budget.year,
        unitName,
        name: project?.name ?? `${unitName}（整体）`,
        form: formOf(sheet.form).label,
        indicators: counts.get(sheet.id) ?? { implementation: 0, annual: 0 },
        likeness,
      },
    ];
  });
  const rank = ({ likeness }: GoalSource) => (likeness === 'same' ? 0 : likeness === 'alike' ? 1 : 2);
  return sources.sort((left, right) => rank(left) - rank(right) || right.year - left.year);
}

function indicatorCounts(book: Book): ReadonlyMap<number, GoalSource['indicators']> {
  const counts = new Map<number, { implementation: number; annual: number }>();
  for (const { parentId, period } of listRows(book, 'indicator', null)) {
    if (parentId === null) continue;
    const count = counts.get(parentId) ?? { implementation: 0, annual: 0 };
    counts.set(parentId, count);
    count[period] += 1;
  }
  return counts;
}
