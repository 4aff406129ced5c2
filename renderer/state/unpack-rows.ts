/** From the columns that cross the boundary back to rows. */
import type { PackedRows } from '../../shared/api/types.ts';
import type { EntityName, RowOfEntity } from '../../shared/entities/index.ts';

/** The rows of one `<entity>.list` answer; the caller names the entity by the type it asks for. */
export function unpackRows<N extends EntityName>(packed: PackedRows): readonly RowOfEntity<N>[] {
  return Array.from({ length: packed.count }, (_, index) => {
    const row = packed.fields.map((field, column) => [field, packed.columns[column]?.[index] ?? null] as const);
    // The core packs exactly the entity's own fields and the row's keys.
    return Object.fromEntries(row) as unknown as RowOfEntity<N>;
  });
}
