/**
 * Figures that a user typed by hand where the book would have written one: found by laying the user's words beside the
 * generated ones, and compared.
 */
import { agrees, numbersIn, sameKind } from '../money/agree.ts';
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

/** Where two rows of tokens differ, by their longest common subsequence. */
function gapsBetween(before: readonly Token[], after: readonly Token[]): readonly Gap[] {
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const here = row * width + column;
      longest[here] =
        before[row] === after[column]
          ? (longest[here + width + 1] ?? 0) + 1
          : Math.max(longest[here + width] ?? 0, longest[here + 1] ?? 0);
    }
  }
  const gaps: Gap[] = [];
  let gone: Token[] = [];
  let come: Token[] = [];
  let row = 0;
  let column = 0;
  const close = () => {
    if (gone.length > 0 || come.length > 0) gaps.push({ gone, come });
    gone = [];
    come = [];
  };
  while (row < before.length || column < after.length) {
    if (row < before.length && column < after.length && before[row] === after[column]) {
      close();
      row += 1;
      column += 1;
    } else if (
      column >= after.length ||
      (row < before.length && (longest[(row + 1) * width + column] ?? 0) >= (longest[row * width + column + 1] ?? 0))
    ) {
      gone.push(before[row] ?? '');
      row += 1;
    } else {
      come.push(after[column] ?? '');
      column += 1;
    }
  }
  close();
  return gaps;
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
