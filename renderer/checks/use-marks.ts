/** Findings about single records, as marks in the cells of grids and forms. Waived ones leave no mark. */
import type { EntityName } from '../../shared/entities/index.ts';
import type { MarksById } from '../grid/grid-row.tsx';
import { useFindingsView } from './use-findings.ts';

const NONE: MarksById = new Map();

/** Marks by row id and the field whose cell shows them, the worst of each cell; what is about a whole row has none. */
export function useMarks(entity: EntityName): MarksById {
  const view = useFindingsView();
  return view === null || view.failure !== null ? NONE : view.findings.marks(entity);
}
