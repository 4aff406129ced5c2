/** Figures of the book as chips in a text: `{income.total}` is shown as what it says, and is one thing to the cursor. */
import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { FIGURES, type FigureId, isFigure } from '../../shared/narrative/figures.ts';
import { piecesOf } from '../../shared/narrative/template.ts';

/** What a figure says; null while it is not known. */
export type TextOf = (id: FigureId) => string | null;

class Chip extends WidgetType {
  readonly id: FigureId;
  readonly text: string | null;

  constructor(id: FigureId, text: string | null) {
    super();
    this.id = id;
    this.text = text;
  }

  override eq(other: Chip): boolean {
    return other.id === this.id && other.text === this.text;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span');
    const { label } = FIGURES[this.id];
    const empty = this.text === null || this.text === '';
    chip.className = empty ? 'chip is-empty' : 'chip';
    chip.textContent = empty ? label : this.text;
    chip.title = `${label}：随账套自动变化`;
    return chip;
  }
}

/** Says anew what the figures are. */
const setTexts = StateEffect.define<TextOf>();

const PLACE = /\{([A-Za-z0-9.]+)\}/g;

function chipsIn(text: string, textOf: TextOf): DecorationSet {
  const ranges = [...text.matchAll(PLACE)].flatMap(({ index, 0: whole, 1: id = '' }) =>
    isFigure(id) ? [Decoration.replace({ widget: new Chip(id, textOf(id)) }).range(index, index + whole.length)] : [],
  );
  return Decoration.set(ranges);
}

interface Chips {
  readonly textOf: TextOf;
  readonly drawn: DecorationSet;
}

const field = StateField.define<Chips>({
  create: () => ({ textOf: () => null, drawn: Decoration.none }),
  update: (chips, transaction) => {
    const told = transaction.effects.find((effect) => effect.is(setTexts));
    const textOf = told === undefined ? chips.textOf : told.value;
    if (told === undefined && !transaction.docChanged) return chips;
    return { textOf, drawn: chipsIn(transaction.newDoc.toString(), textOf) };
  },
  provide: (self) => [
    EditorView.decorations.from(self, ({ drawn }) => drawn),
    EditorView.atomicRanges.of((view) => view.state.field(self).drawn),
  ],
});

/** The type under which a copied text keeps its chips; programs outside get the words. */
const OWN_TYPE = 'application/x-yusuan-words';

/** Words of a text with its chips as they read. */
function asRead(text: string, textOf: TextOf): string {
  return piecesOf(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : (textOf(piece.id) ?? '')))
    .join('');
}

function copy(event: ClipboardEvent, view: EditorView, cut: boolean): boolean {
  const { from, to } = view.state.selection.main;
  if (from === to || event.clipboardData === null) return false;
  const text = view.state.sliceDoc(from, to);
  event.clipboardData.setData('text/plain', asRead(text, view.state.field(field).textOf));
  event.clipboardData.setData(OWN_TYPE, text);
  event.preventDefault();
  if (cut && !view.state.readOnly) view.dispatch({ changes: { from, to }, userEvent: 'delete.cut' });
  return true;
}

const clipboard = EditorView.domEventHandlers({
  copy: (event, view) => copy(event, view, false),
  cut: (event, view) => copy(event, view, true),
  paste: (event, view) => {
    const text = event.clipboardData?.getData(OWN_TYPE) ?? '';
    if (text === '' || view.state.readOnly) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.paste', scrollIntoView: true });
    return true;
  },
});

/** The extension; tell it what the figures say with `tellTexts`. */
export const chips: Extension = [field, clipboard];

/** Draws the chips of an editor with new texts. */
export function tellTexts(view: EditorView, textOf: TextOf): void {
  view.dispatch({ effects: setTexts.of(textOf) });
}
