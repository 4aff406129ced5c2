/** Amounts and counts that sentences speak of; exact sums in 分. */
import { type Fen, sumFen, ZERO_FEN } from '../money/fen.ts';
import { madeOnce } from '../shape/made-once.ts';
import type { NarrativeInput } from './input.ts';
import type { AmountSpec, Condition } from './spec.ts';

type Category = 'operations' | 'specificTarget';

/**
 * Spending of each project, current and carried over. Many figures ask for it; an input is made for one building of the
 * narrative and does not change meanwhile.
 */
const projectSpending = madeOnce((input: NarrativeInput): ReadonlyMap<number, Fen> => input.facts.projectSpending());

/** Ids of the projects of a category; of every project when none is named. */
function inCategory({ projects }: NarrativeInput, category: Category | undefined): (id: number | null) => boolean {
  const ids = new Set(
    projects.filter((one) => category === undefined || one.category === category).map(({ id }) => id),
  );
  return (id) => id !== null && ids.has(id);
}

/** Goal sheets of projects that spend something this year; those of confidential projects are not disclosed. */
function disclosedSheets(input: NarrativeInput, category: Category | undefined): NarrativeInput['goalSheets'] {
  const belongs = inCategory(input, category);
  const spending = projectSpending(input);
  const hidden = new Set(input.projects.filter((project) => project.confidential).map(({ id }) => id));
  return input.goalSheets.filter(({ projectId }) => {
    return belongs(projectId) && spending.has(projectId ?? 0) && !hidden.has(projectId ?? 0);
  });
}

/** The amount a specification names. */
export function amountOf(spec: AmountSpec, input: NarrativeInput): Fen {
  if ('cell' in spec) return input.facts.cell(spec.cell) ?? ZERO_FEN;
  if ('procurement' in spec) {
    const items = input.procurement.filter((item) => spec.category === undefined || item.category === spec.category);
    return sumFen(items.map((item) => item[spec.procurement] ?? ZERO_FEN));
  }
  if (spec.projects === 'disclosed') {
    return sumFen(disclosedSheets(input, spec.category).map(({ annualTotal }) => annualTotal ?? ZERO_FEN));
  }
  const belongs = inCategory(input, spec.category);
  return sumFen([...projectSpending(input)].flatMap(([id, amount]) => (belongs(id) ? [amount] : [])));
}

/** How many projects spend something, or have their goal sheet disclosed. */
export function projectCount(
  of: 'spending' | 'disclosed',
  category: Category | undefined,
  input: NarrativeInput,
): number {
  if (of === 'disclosed') return new Set(disclosedSheets(input, category).map(({ projectId }) => projectId)).size;
  const belongs = inCategory(input, category);
  return [...projectSpending(input).keys()].filter(belongs).length;
}

/** Whether all conditions hold. */
export function holds(conditions: readonly Condition[] | undefined, input: NarrativeInput): boolean {
  return (conditions ?? []).every((condition) => {
    if ('nonzero' in condition) return amountOf(condition.nonzero, input) !== 0;
    if ('zero' in condition) return amountOf(condition.zero, input) === 0;
    if ('kinds' in condition) return condition.kinds.includes(input.unit.kind);
    return 'has' in condition ? isThere(condition.has, input) : !isThere(condition.hasNo, input);
  });
}

function isThere(what: 'assets' | 'unitSheet' | 'projects', input: NarrativeInput): boolean {
  switch (what) {
    case 'assets':
      return input.assets.length > 0;
    case 'unitSheet':
      return input.goalSheets.some(({ projectId }) => projectId === null);
    case 'projects':
      return projectSpending(input).size > 0;
    default:
      return what satisfies never;
  }
}
