/**
 * Figures that a user typed by hand where the book would have written one: found by laying the user's words beside the
 * generated ones, and compared.
 */
import { agrees, numbersIn, sameKind } from '../money/agree.ts';
import { commonRun } from '../shape/common-run.ts';
import type { FigureId } from './figures.ts';
import { piecesOf } from './template.ts';

export interface WrittenOver {
  /** The number as typed. */
  readonly written: string;
  /** The figures that stood there. */
  readonly figures: readonly FigureId[];
  /** What they say. */
  readonly expected: string;
  readonly agrees: boolean;
}

/**
 * A character, a figure as a whole, or a number with its unit as a whole: cut into characters, the 万 of a typed 1万元
 * could be taken for one that stands beside it.
 */
type Token = string;

function* tokensOf(sentence: string): Generator<Token> {
  for (const piece of piecesOf(sentence)) {
    if (piece.kind === 'figure') yield `{${piece.id}}`;
    else yield* textTokens(piece.text);
  }
}

function* textTokens(text: string): Generator<Token> {
  let rest = text;
  for (const { text: written } of numbersIn(text)) {
    // A comma behind the digits belongs to the sentence.
    const number = written.replace(/[,，]+$/, '');
    const at = rest.indexOf(number);
    yield* rest.slice(0, at);
    yield number;
    rest = rest.slice(at + number.length);
  }
  yield* rest;
}

interface Gap {
  readonly gone: readonly Token[];
  readonly come: readonly Token[];
}

/** Where two rows of tokens differ. */
function gapsBetween(before: readonly Token[], after: readonly Token[]): readonly Gap[] {
  const pairs = [...commonRun(before, after), [before.length, after.length] as const];
  return pairs.flatMap(([row, column], at) => {
    const [lastRow, lastColumn] = pairs[at - 1] ?? [-1, -1];
    const gap = { gone: before.slice(lastRow + 1, row), come: after.slice(lastColumn + 1, column) };
    return gap.gone.length + gap.come.length === 0 ? [] : [gap];
  });
}

/** Longer texts are not compared: the work grows with the product of both lengths. */
const LONGEST = 4_000;

/**
 * The numbers typed in place of figures.
 * @param generated the sentence as the book writes it
 * @param own the user's sentence
 * @param textOf what a figure says
 */
export function writtenOver(generated: string, own: string, textOf: (id: FigureId) => string): readonly WrittenOver[] {
  const before = [...tokensOf(generated)];
  const after = [...tokensOf(own)];
  if (before.length > LONGEST || after.length > LONGEST) return [];
  return gapsBetween(before, after).flatMap(({ gone, come }) => {
    const figures = gone.flatMap((token) =>
      piecesOf(token).flatMap((piece) => (piece.kind === 'figure' ? [piece.id] : [])),
    );
    const texts = figures.map(textOf);
    const expected = texts.flatMap(numbersIn);
    // A number of another kind has nothing to do with the figure that went.
    const typed = numbersIn(come.join('')).filter((number) => expected.some((one) => sameKind(number, one)));
    return typed.map((number) => ({
      written: number.text,
      figures,
      expected: texts.filter((text) => text !== '').join('、'),
      agrees: expected.some((one) => agrees(number, one)),
    }));
  });
}
