/**
 * Where each finding is mended: places as the checks know them → page, record and cell of the window, as data.
 * `placeOf` is its one interpreter; whoever jumps, counts by page or marks cells asks it.
 */
import type { Location } from '../../shared/checks/finding.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import type { PageId } from '../state/pages.ts';
import type { GoTo } from '../state/window-state.ts';

/** The page that shows the rows of an entity; lines have two, see `Location.page`. */
const ROW_PAGES: Readonly<Record<EntityName, PageId>> = {
  unit: 'unit',
  budget: 'unit',
  asset: 'unit',
  prior: 'unit',
  code: 'unit',
  line: 'spending',
  project: 'projects',
  procurement: 'procurement',
  goalSheet: 'goals',
  indicator: 'goals',
  narrative: 'document',
  waiver: 'checks',
};

/** Rules whose finding is mended elsewhere than at the record it is about: a record of another list, by whose id. */
const MENDED_AT: Readonly<Record<string, { readonly page: PageId; readonly entity: EntityName; readonly id: Whose }>> =
  {
    'goal-unit-missing': { page: 'goals', entity: 'unit', id: 'unit' },
    'goal-unit-repeated': { page: 'goals', entity: 'unit', id: 'unit' },
    'asset-vehicles-over-quota': { page: 'unit', entity: 'asset', id: 'none' },
    'project-goal-missing': { page: 'goals', entity: 'project', id: 'own' },
  };
type Whose = 'own' | 'unit' | 'none';

/** Fields that have no cell of their own on their page, and the cell that stands for them; null: the record as a whole. */
const STANDS_FOR: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  'line/income': { nature: 'functional' },
  'line/spending': { revenue: 'functional' },
  'goalSheet/goals': { projectId: null },
  'indicator/goals': { operator: 'value', measure: 'value', level2: 'level3' },
};

export interface FindingPlace {
  readonly page: PageId;
  readonly goTo: GoTo;
}

/** Records that a place may name without its finding knowing their ids. */
export interface OwnIds {
  readonly unitId: number;
  readonly budgetId: number;
}

/** What of a finding says where it is mended. */
export interface Placed {
  readonly ruleId: string;
  readonly location: Location;
}

/** The page on which a finding is mended. */
export function pageOf({ ruleId, location }: Placed): PageId {
  const elsewhere = MENDED_AT[ruleId];
  if (elsewhere !== undefined) return elsewhere.page;
  switch (location.kind) {
    case 'cell':
    case 'table':
      return 'tables';
    case 'narrative':
      return 'document';
    case 'budget':
      return 'unit';
    case 'row':
      return location.page ?? ROW_PAGES[location.entity];
  }
}

/** Page, record and cell where a finding is mended. */
export function placeOf(finding: Placed, own: OwnIds): FindingPlace {
  const { ruleId, location } = finding;
  const page = pageOf(finding);
  const elsewhere = MENDED_AT[ruleId];
  if (elsewhere !== undefined) {
    const ids = { own: location.kind === 'row' ? location.id : 0, unit: own.unitId, none: 0 };
    return { page, goTo: { kind: 'row', entity: elsewhere.entity, id: ids[elsewhere.id], field: null } };
  }
  switch (location.kind) {
    case 'cell':
      return { page, goTo: { kind: 'cell', cell: location.cell } };
    case 'table':
      return { page, goTo: { kind: 'table', table: location.table } };
    case 'narrative':
      return { page, goTo: { kind: 'narrative', section: location.section } };
    case 'budget':
      return { page, goTo: { kind: 'row', entity: 'budget', id: own.budgetId, field: null } };
    case 'row': {
      const { entity, id, field } = location;
      return { page, goTo: { kind: 'row', entity, id, field: cellOf(entity, page, field) } };
    }
  }
}

/** Pages of the lines that a figure of a table is made of. */
const LINES: readonly PageId[] = ['income', 'spending'];

/** Where else a finding may have to be mended. */
export function alsoAt({ location }: Pick<Placed, 'location'>): readonly PageId[] {
  return location.kind === 'cell' || location.kind === 'table' ? LINES : [];
}

/** The cell that shows a field of a record; null where only the record as a whole is shown. */
export function cellOf(entity: EntityName, page: PageId, field: string | null): string | null {
  if (field === null) return null;
  const instead = STANDS_FOR[`${entity}/${page}`]?.[field];
  return instead === undefined ? field : instead;
}
