/**
 * The indicators of a sheet in the three levels of its form, the periods side by side: what the editor shows and what is
 * printed. Two indicators stand beside each other where they have the same name, or where both are left over between
 * such pairs. Indicators that the form has no place for come last, under the names they carry.
 */
import { commonRun } from '../shape/common-run.ts';
import { groupedBy } from '../shape/grouped-by.ts';
import type { FormFamily, Period } from './form-spec.ts';
import { placesOf } from './forms.ts';

/** What the tree needs to know of an indicator, stored or still being typed. */
export interface Placed {
  readonly period: Period;
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
}

export type TreeRow<I> = Readonly<Record<Period, I | null>>;

export interface TreeGroup<I> {
  readonly level1: string;
  readonly level2: string;
  /** As the form prints them. */
  readonly printed: { readonly level1: string; readonly level2: string };
  /** False for second levels that the form has no place for. */
  readonly onForm: boolean;
  /** May be empty. */
  readonly rows: readonly TreeRow<I>[];
}

/** @param indicators in book order; the order within a group and period is kept */
export function indicatorTree<I extends Placed>(form: FormFamily, indicators: readonly I[]): readonly TreeGroup<I>[] {
  const left = new Map(groupedBy(indicators, ({ level1, level2 }) => keyOf(level1, level2)));
  const printed = new Map(form.levels.map((level) => [level.name, level.printed ?? level.name]));
  const groups = placesOf(form).map(({ level1, level2 }): TreeGroup<I> => {
    const key = keyOf(level1, level2.name);
    const own = left.get(key) ?? [];
    left.delete(key);
    return {
      level1,
      level2: level2.name,
      printed: { level1: printed.get(level1) ?? level1, level2: level2.printed ?? level2.name },
      onForm: true,
      rows: besideEachOther(own),
    };
  });
  const others = [...left.values()].flatMap((own): TreeGroup<I>[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { level1, level2 } = first;
    return [{ level1, level2, printed: { level1, level2 }, onForm: false, rows: besideEachOther(own) }];
  });
  return [...groups, ...others];
}

const keyOf = (level1: string, level2: string) => `${level1}\n${level2}`;

/** Pairs the two periods of one group: the longest run of equal names in order, and what lies between, row by row. */
function besideEachOther<I extends Placed>(own: readonly I[]): readonly TreeRow<I>[] {
  const whole = own.filter(({ period }) => period === 'implementation');
  const annual = own.filter(({ period }) => period === 'annual');
  const rows: TreeRow<I>[] = [];
  let [left, right] = [0, 0];
  const until = (leftEnd: number, rightEnd: number) => {
    while (left < leftEnd || right < rightEnd) {
      rows.push({
        implementation: left < leftEnd ? (whole[left++] ?? null) : null,
        annual: right < rightEnd ? (annual[right++] ?? null) : null,
      });
    }
  };
  const pairs = commonRun(whole, annual, (one, other) => isSameName(one.level3, other.level3));
  for (const [atLeft, atRight] of pairs) {
    until(atLeft, atRight);
    until(atLeft + 1, atRight + 1);
  }
  until(whole.length, annual.length);
  return rows;
}

/** The same name, or one that was cut off in the other period. */
export function isSameName(left: string, right: string): boolean {
  const [one, other] = [left.trim(), right.trim()];
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));
}
