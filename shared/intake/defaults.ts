/** What a record takes for the fields that its sheet has no column for. */
import { type EntityName, entities } from '../entities/index.ts';
import { categoryOfCode } from '../procurement/catalogue.ts';
import type { Fields } from '../shape/shape.ts';
import type { CellValue, Values } from './values.ts';

/** Where lines are pasted or imported: what comes in, or what is spent. */
export type LinePage = 'income' | 'spending';

const LINE: Values = { origin: 'current', fund: 'generalPublic' };

const FILLS: Readonly<Partial<Record<EntityName, Values>>> = {
  project: { category: 'specificTarget' },
  goalSheet: { form: 'costUnderOutput' },
  indicator: { period: 'annual' },
  asset: { kind: 'other' },
};

/** Values that all records of a sheet share unless a column says otherwise; the user may change them. */
export function startFills(entity: EntityName, page: LinePage): Values {
  if (entity === 'line') return { side: page === 'income' ? 'income' : 'expenditure', ...LINE };
  const fields: Fields = entities[entity].fields;
  const boxes = Object.entries(fields).filter(([, field]) => field.kind === 'boolean' && field.optional !== true);
  // A box that nobody speaks of is not ticked.
  return { ...Object.fromEntries(boxes.map(([name]) => [name, false])), ...FILLS[entity] };
}

/**
 * Adds what follows from a record's own values: a spending line of a project is project spending, any other basic;
 * the catalogue's letter says what is bought. Only fields without a value are set.
 * @param absent whether the sheet has no column for a field
 * @param unread whether a field's cell holds something that could not be read
 */
export function deduce(
  entity: EntityName,
  values: Record<string, CellValue>,
  absent: (field: string) => boolean,
  unread: (field: string) => boolean,
): void {
  if (entity === 'line' && absent('nature') && values.side === 'expenditure') {
    values.nature = (values.projectId ?? null) === null && !unread('projectId') ? 'basic' : 'project';
  }
  if (entity === 'procurement' && (values.category ?? null) === null && !unread('category')) {
    const category = categoryOfCode(values.catalogueCode);
    if (category !== null) values.category = category;
  }
}
