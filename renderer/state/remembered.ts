/** What the window remembers with a book: where the user was. */
import type { RowOfEntity } from '../../shared/entities/index.ts';
import type { AmountUnit } from '../../shared/money/parse.ts';
import { PAGES, type PageId } from './pages.ts';

export interface Remembered {
  /** Null: the first unit's newest. */
  readonly budget: number | null;
  /** Null: where work goes on, or the next steps in a book without lines. */
  readonly page: PageId | null;
  readonly amountUnit: AmountUnit;
  /** Table beside the grids; null while the panel is closed. */
  readonly besideTable: number | null;
  /** The one shown, or that comes back when the panel is opened. */
  readonly lastBeside: number;
}

/** The setting it is kept under. */
export const WINDOW_SETTING = 'window';

/** Reads the setting's text; what is missing or strange in it is as in a book opened for the first time. */
export function readRemembered(text: string | null): Remembered {
  const { budget, page, amountUnit, besideTable, lastBeside } = parse(text);
  return {
    budget: typeof budget === 'number' ? budget : null,
    page: PAGES.find((each) => each.id === page)?.id ?? null,
    amountUnit: amountUnit === 'wan' ? 'wan' : 'yuan',
    besideTable: typeof besideTable === 'number' || besideTable === null ? besideTable : FIRST_TABLE,
    lastBeside: [besideTable, lastBeside].find((each) => typeof each === 'number') ?? FIRST_TABLE,
  };
}

/** 支出总表 follows what most users enter first. */
const FIRST_TABLE = 3;

function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const raw: unknown = text === null ? null : JSON.parse(text);
    return typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

/** The budget to show: the remembered one, else the first unit's latest year and latest stage. */
export function budgetToShow(
  remembered: Remembered,
  units: readonly RowOfEntity<'unit'>[],
  budgets: readonly RowOfEntity<'budget'>[],
): RowOfEntity<'budget'> | undefined {
  const known = budgets.find((each) => each.id === remembered.budget);
  if (known !== undefined) return known;
  const unit = units.find((each) => budgets.some((budget) => budget.unitId === each.id));
  return budgets
    .filter((budget) => budget.unitId === unit?.id)
    .sort((left, right) => right.year - left.year || right.position - left.position)[0];
}
