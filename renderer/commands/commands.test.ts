import { expect, test } from 'vitest';
import { INDICATOR_SHORTCUTS } from '../goals/keys.ts';
import { GRID_SHORTCUTS } from '../grid/keys.ts';
import { COMMANDS, commandFor } from './commands.ts';
import { shortcutOf } from './shortcut.ts';

const all = [...COMMANDS, ...GRID_SHORTCUTS, ...INDICATOR_SHORTCUTS].flatMap(({ shortcuts }) => shortcuts);

test('no shortcut is used twice, in the window and in the grid together', () => {
  expect(all.filter((shortcut, index) => all.indexOf(shortcut) !== index)).toEqual([]);
  expect(all.length).toBeGreaterThan(20);
});

test('every shortcut is spelled as a key press is', () => {
  for (const shortcut of all) {
    const key = shortcut.endsWith('++') ? '+' : (shortcut.split('+').at(-1) ?? '');
    const press = {
      key: key === '空格' ? ' ' : key,
      ctrlKey: shortcut.includes('Ctrl+'),
      altKey: shortcut.includes('Alt+'),
      shiftKey: shortcut.includes('Shift+'),
      metaKey: false,
    };
    expect(shortcutOf(press)).toBe(shortcut);
  }
});

test('undo in a text field is left to the field', () => {
  expect(commandFor('Ctrl+Z', true)).toBeNull();
  expect(commandFor('Ctrl+Z', false)?.id).toBe('undo');
});
