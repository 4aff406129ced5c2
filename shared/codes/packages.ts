/**
 * The code lists that ship with the program: dated data, one file per catalogue and first fiscal year.
 * A list that a new year brings is a new file in `data/` and a line here.
 */
import type { Catalogue } from '../shape/shape.ts';
import classes2024 from './data/classes-2024.json' with { type: 'json' };
import deptEconomic2024 from './data/dept-economic-2024.json' with { type: 'json' };
import functional2024 from './data/functional-2024.json' with { type: 'json' };
import govEconomic2024 from './data/gov-economic-2024.json' with { type: 'json' };
import procurement2022 from './data/procurement-2022.json' with { type: 'json' };
import revenue2024 from './data/revenue-2024.json' with { type: 'json' };

interface Dated {
  /** First fiscal year the list is for. */
  readonly fromYear: number;
}

export interface CodePackage extends Dated {
  readonly catalogue: string;
  /**
   * Code, name, mark; then for department economic items the government class if administrative and if institution, for
   * 品目 the pinyin initials of the name: there are too many to work them out in the window.
   */
  readonly codes: readonly (readonly string[])[];
}

interface ClassPackage extends Dated {
  /** Codes of the expenditure classes in the order the published tables print them. */
  readonly codes: readonly string[];
}

const CODE_PACKAGES: readonly CodePackage[] = [
  functional2024,
  deptEconomic2024,
  govEconomic2024,
  revenue2024,
  procurement2022,
];
const CLASS_PACKAGES: readonly ClassPackage[] = [classes2024];

/** The list in force in a fiscal year: the newest that is not later; for years before all lists, the oldest. Null when none ships. */
export function codePackage(catalogue: Catalogue, year: number): CodePackage | null {
  return inForce(
    CODE_PACKAGES.filter((list) => list.catalogue === catalogue),
    year,
  );
}

/** Codes of the expenditure classes of a fiscal year, in published order. */
export function publishedClasses(year: number): readonly string[] {
  return inForce(CLASS_PACKAGES, year)?.codes ?? [];
}

function inForce<T extends Dated>(lists: readonly T[], year: number): T | null {
  const oldestFirst = [...lists].sort((left, right) => left.fromYear - right.fromYear);
  return oldestFirst.filter((list) => list.fromYear <= year).at(-1) ?? oldestFirst[0] ?? null;
}
