/** The fields a sheet of an entity has columns for: the entity's own, and what tells whose they are. */
import { type EntityName, entities } from '../entities/index.ts';
import type { Field, Fields } from '../shape/shape.ts';

/** Entities that can be pasted, exported and imported as sheets. */
export const SHEET_ENTITIES = ['line', 'project', 'procurement', 'goalSheet', 'indicator', 'asset', 'prior'] as const;
export type SheetEntity = (typeof SHEET_ENTITIES)[number];

/** The goal sheet an indicator belongs to: no field of the indicator, but a column of its sheet. */
export const PARENT_FIELD = 'parentId';
const PARENT: Field = {
  kind: 'ref',
  label: '所属目标表',
  entity: 'goalSheet',
  help: '写项目名称；单位整体绩效目标表写“单位整体”。',
};

/** Fields that people do not fill in; exported and imported, but offered last. */
export function sheetFields(entity: EntityName): Fields {
  const { fields } = entities[entity];
  return entity === 'indicator' ? { [PARENT_FIELD]: PARENT, ...fields } : fields;
}
