/** Places of findings as one text: kept with a waiver, and written into interchange documents without ids of the book. */
import type { EntityName } from '../entities/index.ts';
import type { Location } from './finding.ts';

/** `line:17.amount`, `cell:12/0/project:17/1`, `table:3`, `narrative:change.reason`, `budget` */
export function placeText(location: Location): string {
  switch (location.kind) {
    case 'cell': {
      const { table, block, row, column } = location.cell;
      return `cell:${table}/${block}/${row}/${column}`;
    }
    case 'table':
      return `table:${location.table}`;
    case 'row':
      return `${location.entity}:${location.id}${location.field === null ? '' : `.${location.field}`}`;
    case 'narrative':
      return `narrative:${location.section}`;
    case 'budget':
      return 'budget';
    default:
      return location satisfies never;
  }
}

/** Records whose ids may stand in a place. */
const PLACED = [
  'unit',
  'project',
  'line',
  'procurement',
  'goalSheet',
  'indicator',
  'asset',
  'prior',
  'budget',
] as const satisfies readonly EntityName[];
const RECORD = new RegExp(`\\b(${PLACED.join('|')}):(#?[0-9]+)`, 'g');

export type PlacedEntity = (typeof PLACED)[number];

/** Puts other names in the place of the ids of records: `line:17` → `line:#3`, and back. */
export function renamePlace(place: string, nameOf: (entity: PlacedEntity, name: string) => string): string {
  return place.replace(RECORD, (_, entity: PlacedEntity, name: string) => `${entity}:${nameOf(entity, name)}`);
}
