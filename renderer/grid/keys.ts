/** What a key means in a grid whose cell is not being edited. */
import type { Motion } from './selection.ts';

/** The part of a KeyboardEvent that matters. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type GridAction =
  | { readonly kind: 'move'; readonly motion: Motion }
  | {
      readonly kind:
        | 'edit'
        | 'open'
        | 'clear'
        | 'restore'
        | 'fillDown'
        | 'selectAll'
        | 'insertRow'
        | 'removeRows'
        | 'toggle';
    };

const ARROWS: Readonly<Record<string, readonly [-1 | 0 | 1, -1 | 0 | 1]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** True while an input method is composing: its keys belong to it, the Enter that confirms a candidate too. */
export function isComposing(event: { readonly isComposing: boolean; readonly keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** The motion of a navigation key, or null when the key is not one. */
export function motionOf(press: KeyPress): Motion | null {
  const control = press.ctrlKey || press.metaKey;
  const extend = press.shiftKey;
  const arrow = ARROWS[press.key];
  if (arrow !== undefined && !press.altKey) {
    return { kind: control ? 'edge' : 'step', rows: arrow[0], columns: arrow[1], extend };
  }
  switch (press.key) {
    case 'Tab':
      return control ? null : { kind: 'tab', back: extend };
    case 'Enter':
      return control || press.altKey ? null : { kind: 'enter', back: extend };
    case 'Home':
      return { kind: control ? 'gridStart' : 'rowStart', extend };
    case 'End':
      return { kind: control ? 'gridEnd' : 'rowEnd', extend };
    case 'PageUp':
      return { kind: 'page', rows: -1, extend };
    case 'PageDown':
      return { kind: 'page', rows: 1, extend };
    default:
      return null;
  }
}

/** The action of a key, or null when the key is text or belongs to the window. */
export function actionOf(press: KeyPress): GridAction | null {
  const motion = motionOf(press);
  if (motion !== null) return { kind: 'move', motion };
  const control = press.ctrlKey || press.metaKey;
  if (press.altKey) return press.key === 'ArrowDown' ? { kind: 'open' } : null;
  if (control) return controlAction(press);
  switch (press.key) {
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'Escape':
      return { kind: 'restore' };
    case ' ':
      return { kind: 'toggle' };
    default:
      return null;
  }
}

function controlAction(press: KeyPress): GridAction | null {
  switch (press.key.toLowerCase()) {
    case 'a':
      return { kind: 'selectAll' };
    case 'd':
      return { kind: 'fillDown' };
    case 'i':
    case '+':
      return { kind: 'insertRow' };
    case '=':
      return press.shiftKey ? { kind: 'insertRow' } : null;
    case '-':
    case '_':
      return { kind: 'removeRows' };
    default:
      return null;
  }
}
