/** Sentences with figures: `…合计{income.total}…`. Braces around anything else are ordinary text. */
import { type FigureId, isFigure } from './figures.ts';

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly id: FigureId };

const PLACE = /\{([A-Za-z0-9.]+)\}/g;

/** Divides a sentence into words and figures. */
export function piecesOf(sentence: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const words = (to: number) => {
    if (to > from) pieces.push({ kind: 'text', text: sentence.slice(from, to) });
  };
  for (const match of sentence.matchAll(PLACE)) {
    const [whole, id = ''] = match;
    if (!isFigure(id)) continue;
    words(match.index);
    pieces.push({ kind: 'figure', id });
    from = match.index + whole.length;
  }
  words(sentence.length);
  return pieces;
}

/** The figures a sentence names, each once. */
export function figuresIn(sentence: string): readonly FigureId[] {
  return [...new Set(piecesOf(sentence).flatMap((piece) => (piece.kind === 'figure' ? [piece.id] : [])))];
}
