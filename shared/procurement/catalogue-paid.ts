/** Which items of the central catalogue a class of expenditure usually pays for: budgeted there, they are purchases, too. */
import { catalogueEntry } from './catalogue.ts';
import type { RuleSet } from './spec.ts';

/**
 * 部门预算支出经济分类 and 品目. Classes for equipment, repairs and commissioned work are procured in general and have a rule
 * of their own.
 */
const PAYS_FOR: Readonly<Record<string, readonly string[]>> = {
  '30202': ['C23090100'],
  '30209': ['C21040000'],
  '30231': ['C23120301', 'C23120302'],
};

export interface CataloguePaid {
  /** Names of the entries, e.g. `车辆维修和保养服务、车辆加油、添加燃料服务`. */
  readonly names: string;
  /** Number of the document that lists them. */
  readonly document: string;
}

/** @param sets those in force. @returns null where the class pays for nothing that their catalogue lists */
export function cataloguePaid(deptEconomic: string | null, sets: readonly RuleSet[]): CataloguePaid | null {
  const codes = PAYS_FOR[deptEconomic ?? ''] ?? [];
  for (const set of sets) {
    const names = codes.flatMap((code) => catalogueEntry([set], undefined, code)?.name ?? []);
    if (names.length > 0) return { names: names.join('、'), document: set.number };
  }
  return null;
}
