/** 实施期 → 年度: copies of indicators that stand beside the ones they were copied from. */
import type { DraftOfEntity, RowOfEntity } from '../entities/index.ts';
import { fresh } from '../projects/copy.ts';
import type { FormFamily } from './form-spec.ts';
import { indicatorTree, isSameName } from './tree.ts';

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
  const rows = indicatorTree(form, indicators).flatMap((group) => group.rows);
  return rows.flatMap(({ implementation, annual }): DraftOfEntity<'indicator'>[] => {
    if (implementation === null || !(chosen?.has(implementation.id) ?? true)) return [];
    const copy = { ...fresh(implementation), period: 'annual' } as const;
    // Behind the one it was copied from, so that both periods keep one order.
    const position = implementation.position + 1;
    const kept = annual !== null && (chosen !== null || isSameName(annual.level3, implementation.level3));
    if (!kept) return [{ ...copy, id: null, revision: null, position }];
    return [{ ...copy, note: copy.note ?? annual.note, id: annual.id, revision: annual.revision, position }];
  });
}
