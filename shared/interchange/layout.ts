/**
 * How the entities are laid out in an interchange document: which list holds which entity, what a field is called
 * there, and where keys are looked up. Everything else about the format follows from the entities' own field lists.
 */
import type { EntitySpec } from '../entities/entity.ts';
import { type EntityName, entities } from '../entities/index.ts';
import type { Field } from '../shape/shape.ts';

export const FORMAT = 'yusuan-interchange';
export const VERSION = 1;

/** Lists of the document, of a budget and of a goal sheet, each with the entity it holds. */
export const LISTS = {
  document: { units: 'unit', codes: 'code', budgets: 'budget' },
  budget: {
    projects: 'project',
    lines: 'line',
    procurement: 'procurement',
    goalSheets: 'goalSheet',
    assets: 'asset',
    prior: 'prior',
    narrative: 'narrative',
    waivers: 'waiver',
  },
  goalSheet: { indicators: 'indicator' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, EntityName>>>>;

/** The lists inside a record of an entity, by list name; none for most. */
export function listsIn(owner: EntityName | 'document'): Readonly<Record<string, EntityName>> {
  return owner === 'document' || owner === 'budget' || owner === 'goalSheet' ? LISTS[owner] : {};
}

/** Name of a field in the document: a reference drops its `Id` and holds the key of the record it means. */
function documentName(name: string, field: Field): string {
  return field.kind === 'ref' ? name.replace(/Id$/, '') : name;
}

/** The entity a reference points to. */
function targetOf(field: Field): EntityName | null {
  if (field.kind !== 'ref') return null;
  const target = Object.keys(entities).find((name) => name === field.entity);
  // `find` returned a key of `entities`, which is what EntityName is.
  return (target as EntityName | undefined) ?? null;
}

/** Entities that others refer to, so that their records may carry a `key`. */
export const KEYED: ReadonlySet<EntityName> = new Set(
  Object.values(entities).flatMap((entity: EntitySpec) =>
    Object.values(entity.fields).flatMap((field) => targetOf(field) ?? []),
  ),
);

/** A field of an entity with all that reading and writing documents ask about it. */
export interface PlannedField {
  readonly name: string;
  readonly inDocument: string;
  readonly field: Field;
  readonly target: EntityName | null;
}

const plans = new Map<EntityName, readonly PlannedField[]>();

/** The fields of an entity, worked out once: a document may hold a million records. */
export function planOf(entity: EntityName): readonly PlannedField[] {
  const ready = plans.get(entity);
  if (ready !== undefined) return ready;
  const plan = Object.entries<Field>(entities[entity].fields).map(([name, field]) => ({
    name,
    inDocument: documentName(name, field),
    field,
    target: targetOf(field),
  }));
  plans.set(entity, plan);
  return plan;
}

/** True when keys of the entity are unique in the whole document, false when within one budget. */
export function keysAreGlobal(entity: EntityName): boolean {
  return entities[entity].parent === 'book';
}
