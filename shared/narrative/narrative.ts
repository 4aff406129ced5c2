/** Builds 第三部分: which sentences stand, what they say, and what is still asked of the user. */

import { PRIOR_MEASURES } from '../entities/prior-figure.ts';
import { labelOf } from '../entities/vocabulary.ts';
import { holds } from './amounts.ts';
import { type FigureValue, figureValue, growthOf, rateSaid } from './figure-value.ts';
import type { FigureId } from './figures.ts';
import type { ListOrder, NarrativeInput } from './input.ts';
import { reasonRulesFor } from './reason-rules.ts';
import { NARRATIVE } from './sections.ts';
import type { PartSpec } from './spec.ts';
import { figuresIn } from './template.ts';

/** A sentence or the user's own words; `section` is what they are stored under. */
export interface NarrativeParagraph {
  readonly kind: 'sentence' | 'own';
  readonly section: string;
  /** What the paragraph is about. */
  readonly label: string;
  /** Printed before own words. */
  readonly lead: string;
  /** What the book writes; empty where only the user knows. */
  readonly generated: string;
  /** What the user wrote instead; null = nothing. */
  readonly own: string | null;
  /** Why words are asked for that are not there yet; null = not asked for. */
  readonly asked: { readonly reason: string; readonly basis: string } | null;
}

export type BuiltPart = { readonly kind: 'heading'; readonly text: string } | NarrativeParagraph;

export interface BuiltSection {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly BuiltPart[];
}

export interface Narrative {
  readonly sections: readonly BuiltSection[];
  /** Every figure that a paragraph shows. */
  readonly figures: Readonly<Partial<Record<FigureId, FigureValue>>>;
}

/** The words of a paragraph with its figures' names in braces; null when there are none. */
export function wordsOf({ own, generated }: Pick<NarrativeParagraph, 'own' | 'generated'>): string | null {
  const words = own ?? generated;
  return words === '' ? null : words;
}

/** Builds the narrative of a budget. */
export function buildNarrative(input: NarrativeInput, order: ListOrder): Narrative {
  const own = new Map(input.narrative.map(({ section, text }) => [section, text]));
  const sections = NARRATIVE.map(({ id, title, parts }) => ({
    id,
    title,
    parts: parts.flatMap((part) => (holds(part.when, input) ? [builtPart(part, title, own, input)] : [])),
  }));
  const ids = new Set(
    sections.flatMap(({ parts }) =>
      parts.flatMap((part) =>
        part.kind === 'heading' ? [] : [...figuresIn(part.generated), ...figuresIn(part.own ?? '')],
      ),
    ),
  );
  const figures = Object.fromEntries([...ids].map((id) => [id, figureValue(id, input, order)]));
  return { sections, figures };
}

function builtPart(part: PartSpec, title: string, own: ReadonlyMap<string, string>, input: NarrativeInput): BuiltPart {
  if (part.kind === 'heading') return { kind: 'heading', text: part.text };
  const written = own.get(part.id) ?? null;
  if (part.kind === 'sentence') {
    const label = title.replace(/^.+?、/, '');
    return { kind: 'sentence', section: part.id, label, lead: '', generated: part.text, own: written, asked: null };
  }
  // Blanks alone, which an imported file may hold, are no words.
  const said = written?.trim() === '' ? null : written;
  return {
    kind: 'own',
    section: part.id,
    label: part.label,
    lead: part.lead,
    generated: part.otherwise ?? '',
    own: said,
    asked: said === null ? askedFor(part, input) : null,
  };
}

/** The first change that has to be explained here. */
function askedFor(
  { explains = [] }: Extract<PartSpec, { readonly kind: 'own' }>,
  input: NarrativeInput,
): NarrativeParagraph['asked'] {
  for (const { measures, from, basis } of reasonRulesFor(input.budget.year)) {
    for (const measure of explains.filter((one) => measures.includes(one))) {
      const { change, rate, direction } = growthOf(measure, input);
      if (change === null || direction === null || direction === '持平') continue;
      if (from !== 'anyChange' && rate !== null && !reaches(rate, from)) continue;
      const what = labelOf(PRIOR_MEASURES, measure);
      const moved = direction === '上年无此项' ? '上年没有，今年新增' : `${direction}${rateSaid(rate) ?? ''}`;
      return { reason: `${what}${moved}，请写明原因。`, basis };
    }
  }
  return null;
}

/** Whether a rate such as `-12.50%` is at least so many per cent either way. */
function reaches(rate: string, least: number): boolean {
  // not an amount: a rate in hundredths of a per cent
  return Number.parseInt(rate.replaceAll(/[-.%]/g, ''), 10) >= least * 100;
}

/** Paragraphs of all sections. */
export function paragraphsOf(narrative: Narrative): readonly NarrativeParagraph[] {
  return narrative.sections.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'heading' ? [] : [part])));
}
