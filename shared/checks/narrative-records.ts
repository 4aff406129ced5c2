/** Paragraphs of the narrative, and figures typed in them by hand, as records that rules are about. */

import { figureValue, growthOf } from '../narrative/figure-value.ts';
import type { ListOrder, NarrativeInput } from '../narrative/input.ts';
import { buildNarrative, type Narrative, type NarrativeParagraph, paragraphsOf } from '../narrative/narrative.ts';
import { explainedBy } from '../narrative/sections.ts';
import { oddYears, placeholderIn, vagueWords, wordsAgainst } from '../narrative/wording.ts';
import { writtenOver } from '../narrative/written-over.ts';
import type { RuleRow } from './records.ts';

export interface NarrativeRows {
  readonly paragraphs: readonly RuleRow[];
  readonly typed: readonly RuleRow[];
}

/** The order in which lists are printed changes no figure. */
const ORDER: ListOrder = 'code';

/** Every paragraph that is printed, and every number typed where the book would have written one. */
export function narrativeRows(input: NarrativeInput): NarrativeRows {
  const narrative = buildNarrative(input, ORDER);
  const paragraphs = paragraphsOf(narrative);
  return {
    paragraphs: paragraphs.map((paragraph, index) => ({ id: index + 1, ...paragraphFields(paragraph, input) })),
    typed: paragraphs
      .flatMap((paragraph) => typedIn(paragraph, narrative, input))
      .map((row, index) => ({ id: index + 1, ...row })),
  };
}

type Fields = Omit<RuleRow, 'id'>;

function paragraphFields(paragraph: NarrativeParagraph, input: NarrativeInput): Fields {
  const { kind, section, label, own, asked } = paragraph;
  const explains = kind === 'own' && explainedBy(section).length > 0;
  const direction = directionOf(section, input);
  return {
    section,
    label,
    asked: asked?.reason ?? null,
    askedBasis: asked?.basis ?? null,
    vague: explains && own !== null && direction !== null ? vagueWords(own) : null,
    placeholder: own === null ? null : placeholderIn(own),
    oddYear: own === null ? null : oddYears(own, input.budget.year),
    against: explains && own !== null && direction !== null ? wordsAgainst(own, direction) : null,
    direction,
  };
}

/** The way that all totals went which a paragraph explains; null when they went both ways, or none moved. */
function directionOf(section: string, input: NarrativeInput): '增长' | '下降' | null {
  const moved = explainedBy(section).flatMap((measure) => {
    const { direction } = growthOf(measure, input);
    return direction === '增长' || direction === '下降' ? [direction] : [];
  });
  const [first] = moved;
  return first !== undefined && moved.every((each) => each === first) ? first : null;
}

function typedIn(
  { section, generated, own }: NarrativeParagraph,
  narrative: Narrative,
  input: NarrativeInput,
): readonly Fields[] {
  if (own === null || generated === '') return [];
  const found = writtenOver(generated, own, (id) => (narrative.figures[id] ?? figureValue(id, input, ORDER)).text);
  return found.map(({ written, expected, figures, agrees }) => ({
    section,
    written,
    expected,
    agrees,
    figure: figures.map((id) => narrative.figures[id]?.label ?? '').join('、'),
  }));
}
