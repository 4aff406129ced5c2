/** Paragraphs of the narrative, and figures typed in them by hand, as records that rules are about. */

import { figureValue, growthOf } from '../narrative/figure-value.ts';
import type { FigureId } from '../narrative/figures.ts';
import type { ListOrder, NarrativeInput } from '../narrative/input.ts';
import { buildNarrative, type Narrative, type NarrativeParagraph, paragraphsOf } from '../narrative/narrative.ts';
import { explainedBy } from '../narrative/sections.ts';
import { figuresIn, piecesOf } from '../narrative/template.ts';
import { oddYears, placeholderIn, vagueWords, wordsAgainst } from '../narrative/wording.ts';
import { type WrittenOver, writtenOver } from '../narrative/written-over.ts';
import type { RuleRow } from './records.ts';
import {
  changeOfNothing,
  departmentWords,
  doubledWords,
  oddPlaces,
  oldNameWritten,
  personalNumber,
  unevenShares,
  wordsOfOtherLevel,
} from './telling-words.ts';

export interface NarrativeRows {
  readonly paragraphs: readonly RuleRow[];
  readonly typed: readonly RuleRow[];
}

/** The order in which lists are printed changes no figure. */
const ORDER: ListOrder = 'code';

/** Every paragraph that is printed, and every number typed where the book would have written one. */
export function narrativeRows(input: NarrativeInput): NarrativeRows {
  const narrative = buildNarrative(input, ORDER);
  const paragraphs = paragraphsOf(narrative).map((paragraph) => ({
    paragraph,
    over: overwritten(paragraph, narrative, input),
  }));
  const firstWith = new Map<string, string>();
  return {
    paragraphs: paragraphs.map(({ paragraph, over }, index) => {
      const gone = goneFigures(paragraph, over);
      return {
        id: index + 1,
        ...paragraphFields(paragraph, input),
        ...tellingFields(paragraph, narrative, input),
        ...baseless(paragraph, gone, narrative),
        leftOut: leftOut(gone, narrative),
        sameAs: sameAs(paragraph, firstWith),
      };
    }),
    typed: paragraphs
      .flatMap(({ paragraph, over }) => over.map((one) => typedFields(paragraph, one, narrative)))
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

/** What the user's own words give away, as they are printed. */
function tellingFields({ own }: NarrativeParagraph, { figures }: Narrative, { unit }: NarrativeInput): Fields {
  if (own === null) return {};
  const printed = piecesOf(own)
    .map((piece) => (piece.kind === 'text' ? piece.text : (figures[piece.id]?.text ?? '')))
    .join('');
  const old = oldNameWritten(own);
  return {
    doubled: doubledWords(printed),
    nothing: changeOfNothing(printed),
    oddPlaces: oddPlaces(printed),
    oldName: old?.old ?? null,
    currentName: old?.current ?? null,
    otherLevel: wordsOfOtherLevel(own, unit.level),
    level: unit.level,
    department: unit.superiorId === null ? null : departmentWords(own),
    personal: personalNumber(own),
    shareSum: unevenShares(printed),
  };
}

/** Figures that the book would have written, and the user's words neither show nor replace. */
function goneFigures({ own, generated }: NarrativeParagraph, over: readonly WrittenOver[]): readonly FigureId[] {
  if (own === null || generated === '') return [];
  const kept = new Set([...figuresIn(own), ...over.flatMap((one) => one.figures)]);
  return figuresIn(generated).filter((id) => !kept.has(id));
}

/** Labels of the figures that say something and are left out; null for none. */
function leftOut(gone: readonly FigureId[], { figures }: Narrative): string | null {
  const said = gone.filter((id) => /[1-9].*(?:元|%)/.test(figures[id]?.text ?? ''));
  return said.length === 0 ? null : said.map((id) => `“${figures[id]?.label ?? ''}”`).join('、');
}

const MOVED = /(?:比上年|同比)?(?:增加|增长|减少|下降)[^，。；]{0,4}[0-9][0-9,.]*(?:万元|元|%|％)/;

/** A change that was typed where last year has nothing to compare with, or where nothing has changed. */
function baseless({ own }: NarrativeParagraph, gone: readonly FigureId[], { figures }: Narrative): Fields {
  const still = gone.map((id) => figures[id]?.text ?? '').find((text) => /上年没有|持平/.test(text));
  const written = still === undefined ? undefined : MOVED.exec(own ?? '')?.[0];
  return { baseless: written ?? null, stillSo: still?.replace(/^，/, '') ?? null };
}

/** Words that are long enough to be no chance, and stand in an earlier paragraph, too. @param firstWith labels by words */
function sameAs({ own, label }: NarrativeParagraph, firstWith: Map<string, string>): string | null {
  const words = own?.replaceAll(/\s/g, '') ?? '';
  if (words.length < 20) return null;
  const first = firstWith.get(words);
  if (first === undefined) firstWith.set(words, label);
  return first ?? null;
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

function overwritten(
  { own, generated }: NarrativeParagraph,
  narrative: Narrative,
  input: NarrativeInput,
): readonly WrittenOver[] {
  if (own === null || generated === '') return [];
  return writtenOver(generated, own, (id) => (narrative.figures[id] ?? figureValue(id, input, ORDER)).text);
}

function typedFields(
  { section }: NarrativeParagraph,
  { written, expected, figures, agrees }: WrittenOver,
  narrative: Narrative,
): Fields {
  return {
    section,
    written,
    expected,
    agrees,
    figure: figures.map((id) => narrative.figures[id]?.label ?? '').join('、'),
    slip: agrees ? '' : slipOf(written, expected),
  };
}

/** How a figure may have come to be mistyped, as words to add; empty where it cannot be told. */
function slipOf(written: string, expected: string): string {
  const [typed, meant] = [digitsOf(written), digitsOf(expected)];
  if (without(typed, meant)) return '像是多打了一位，';
  if (without(meant, typed)) return '像是少打了一位，';
  // not an amount: the last digits of two numbers
  const [one, other] = [Number.parseInt(typed, 10), Number.parseInt(meant, 10)];
  return typed.length === meant.length && other - one === 1 ? '像是截尾没有四舍五入，' : '';
}

const digitsOf = (text: string) => text.replaceAll(/[^0-9]/g, '');

/** Whether one text is the other with a single character more. */
function without(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at += 1;
  return longer.slice(at + 1) === shorter.slice(at);
}
