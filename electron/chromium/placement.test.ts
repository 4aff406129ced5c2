import { expect, test } from 'vitest';
import { placementSwitches, storedPlacement } from './placement.ts';

const stored = (place: object) => ({ browser: { app_window_placement: { yusuan: { 'localhost_/': place } } } });
const USUAL = ['--window-size=1366,768'];

test('opens the window where and as large as the user left it', () => {
  expect(placementSwitches(stored({ left: 40, top: 20, right: 1640, bottom: 920, maximized: false }))).toEqual([
    '--window-size=1600,900',
    '--window-position=40,20',
  ]);
  expect(placementSwitches(stored({ left: 0, top: 0, right: 1920, bottom: 1080, maximized: true }))).toContain(
    '--start-maximized',
  );
});

test.each([
  null,
  'text',
  {},
  stored({}),
  stored({ left: 'a', top: 0, right: 900, bottom: 900 }),
  stored({ left: 0, top: 0, right: 20, bottom: 20 }),
])('opens it at the usual size when %j is all that is stored', (preferences) => {
  expect(placementSwitches(preferences)).toEqual(USUAL);
});

test('opens it at the usual size in a new profile', () => {
  expect(storedPlacement('/no/such/profile')).toEqual(USUAL);
});
