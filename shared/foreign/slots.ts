/** What a table has columns for: its specification's leaves, and the words by which each is known. */
import { layoutTable } from '../tables/layout.ts';
import type { TableSpec } from '../tables/spec.ts';
import { type Concept, HEADS } from './heads.ts';
import { headKey } from './text.ts';

export interface Slot {
  /** `0.general`: side and what stands there; unique in a table. */
  readonly id: string;
  readonly block: number;
  readonly concept: Concept;
  /** Head path in the specification, e.g. `2025年预算数/合计`; null for a key column that the form does not have. */
  readonly path: string | null;
  /** What the column is called on screen. */
  readonly label: string;
  readonly kind: 'key' | 'amount';
}

const CONCEPT_BY_WORD: ReadonlyMap<string, Concept> = new Map(
  (Object.entries(HEADS) as [Concept, readonly string[]][])
    .toReversed()
    .flatMap(([concept, words]) => words.map((word): [string, Concept] => [word, concept])),
);

/** Key columns that published tables often have besides the form's own, by table number. */
const MORE_KEYS: Readonly<Record<number, readonly (readonly [block: number, concept: Concept, label: string])[]>> = {
  2: [[0, 'unit', '单位名称']],
  3: [[0, 'unit', '单位名称']],
  5: [[0, 'unit', '单位名称']],
  6: [[0, 'code', '经济科目编码']],
  8: [[0, 'unit', '单位名称']],
  12: [[0, 'unit', '单位名称']],
  13: [[0, 'unit', '单位名称']],
};

const SHOWN: Readonly<Record<'label' | 'code' | 'name' | 'govName', Concept>> = {
  label: 'name',
  code: 'code',
  name: 'name',
  govName: 'gov',
};

/** The slots of a table in the order of its columns; key columns of its own come where they usually stand, at the front. */
export function slotsOf(spec: TableSpec, year: number): readonly Slot[] {
  const { leaves } = layoutTable(spec, year);
  const sides = spec.blocks.length > 1;
  const own = leaves.map(({ path, block, show }): Slot => {
    const last = path.split('/').at(-1) ?? '';
    const concept = show !== null ? SHOWN[show] : (CONCEPT_BY_WORD.get(headKey(last)) ?? 'total');
    const side = sides ? `${block === 0 ? '收入' : '支出'}：` : '';
    return {
      id: `${block}.${concept}`,
      block,
      concept,
      path,
      label: `${side}${last}`,
      kind: show !== null ? 'key' : 'amount',
    };
  });
  const more = (MORE_KEYS[spec.no] ?? []).map(
    ([block, concept, label]): Slot => ({ id: `${block}.${concept}`, block, concept, path: null, label, kind: 'key' }),
  );
  return [...more, ...own];
}
