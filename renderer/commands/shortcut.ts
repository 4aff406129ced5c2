/** Shortcuts as text, such as `Ctrl+Shift+Z`: declared, compared, shown and matched in one spelling. */

/** The part of a KeyboardEvent that matters. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The spelling of a key press. Cmd counts as Ctrl; letters are capitals. */
export function shortcutOf(press: KeyPress): string {
  const key = press.key === ' ' ? '空格' : press.key.length === 1 ? press.key.toUpperCase() : press.key;
  return `${press.ctrlKey || press.metaKey ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}${press.shiftKey ? 'Shift+' : ''}${key}`;
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** The shortcut as it is printed in help and tooltips. */
export function shownShortcut(shortcut: string): string {
  const parts = shortcut.split('+');
  const last = shortcut.endsWith('++') ? '+' : (parts.at(-1) ?? '');
  const head = shortcut.slice(0, shortcut.length - last.length);
  return `${head}${NAMES[last] ?? last}`;
}
