/** 实施期 → 年度: copies of indicators that stand beside the ones they were copied from. */
import type { DraftOfEntity, RowOfEntity } from '../entities/index.ts';
import { fresh } from '../projects/copy.ts';
import type { FormFamily } from './form-spec.ts';
import { indicatorTree, isSameName, type TreeRow } from './tree.ts';

type Indicator = RowOfEntity<'indicator'>;

/**
 * Plans the annual indicators to save. One that stands beside a chosen one becomes like it: in a copy of single rows
 * whatever it was, in a copy of all only where it has the same name, so that what the year has of its own stays.
 * @param chosen ids of implementation indicators; null = all
 */
export function planCopy(
  form: FormFamily,
  indicators: readonly Indicator[],
  chosen: ReadonlySet<number> | null,
): readonly DraftOfEntity<'indicator'>[] {
  const drafts = indicatorTree(form, indicators).flatMap(({ rows }) =>
    rows.flatMap(({ implementation, annual }, at): DraftOfEntity<'indicator'>[] => {
      if (implementation === null || !(chosen?.has(implementation.id) ?? true)) return [];
      const copy = { ...fresh(implementation), period: 'annual' } as const;
      // Of all: behind the one it was copied from, so that both periods have one order.
      const behind = implementation.position + 1;
      const kept = annual !== null && (chosen !== null || isSameName(annual.level3, implementation.level3));
      if (!kept) {
        const position = chosen === null ? behind : (placeAmong(rows, at) ?? behind);
        return [{ ...copy, id: null, revision: null, position }];
      }
      const { id, revision, note } = annual;
      return [{ ...copy, note: copy.note ?? note, id, revision, position: chosen === null ? behind : null }];
    }),
  );
  // Rows make room downwards: from the last place up, no place that is named here has moved yet.
  return drafts.sort((left, right) => (right.position ?? 0) - (left.position ?? 0));
}

/** The place of a new annual indicator among those of its group, behind the one above it; null where there are none. */
function placeAmong(rows: readonly TreeRow<Indicator>[], at: number): number | null {
  const above = rows.slice(0, at).findLast(({ annual }) => annual !== null)?.annual;
  const below = rows.slice(at + 1).find(({ annual }) => annual !== null)?.annual;
  return above != null ? above.position + 1 : (below?.position ?? null);
}
