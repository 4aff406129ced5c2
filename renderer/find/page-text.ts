/** The text of a page as it stands on screen: where a query is found in it, and how that is marked. */
import { piecesOf } from './folded.ts';

/** A found place: a piece of text, or a field whose content matches. */
export type Place = Range | HTMLElement;

const ALL = 'page-find';
const CURRENT = 'page-find-current';
const FIELDS = 'input:not([type=checkbox]):not([type=radio]), textarea, select';

/** Every place under `root` where the query is found, in reading order. What is not visible is left out. */
export function placesIn(root: HTMLElement, query: string): readonly Place[] {
  const places: Place[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof HTMLElement) {
      if (node.matches(FIELDS) && node.checkVisibility() && piecesOf(contentOf(node), query).length > 0) {
        places.push(node);
      }
      continue;
    }
    const { parentElement } = node;
    // The choices of a list are no text of the page; the chosen one is the field's content.
    if (parentElement === null || parentElement.closest('select, .page-find') !== null) continue;
    const found = piecesOf(node.textContent ?? '', query);
    if (found.length === 0 || !parentElement.checkVisibility()) continue;
    for (const { from, to } of found) {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      places.push(range);
    }
  }
  return places;
}

function contentOf(field: HTMLElement): string {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text ?? '';
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '';
}

/** Marks all places, and the current one among them, which comes into view. */
export function mark(places: readonly Place[], current: number): void {
  unmark();
  const now = places[current];
  CSS.highlights.set(ALL, new Highlight(...places.filter((place) => place instanceof Range)));
  if (now instanceof Range) CSS.highlights.set(CURRENT, new Highlight(now));
  const element = now instanceof Range ? now.startContainer.parentElement : now;
  if (now instanceof HTMLElement) now.classList.add(CURRENT);
  element?.scrollIntoView({ block: 'center', inline: 'nearest' });
}

export function unmark(): void {
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CURRENT);
  for (const field of document.querySelectorAll(`.${CURRENT}`)) field.classList.remove(CURRENT);
}
