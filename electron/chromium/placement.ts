/** Where and how large the window opens: as the user left it, else as a common small laptop screen. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ORIGIN } from './origin.ts';

/** The layout is made to work from here. */
export const WINDOW_SIZE = { width: 1366, height: 768 } as const;
const SMALLEST = 400;

function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : null;
}

/**
 * Chromium's switches for a window placed as its preferences say. Chromium itself writes the place of an `--app` window
 * down under its host and does not find it again when the host has a dot in it.
 * In: the parsed preferences of a profile, of any content. Out: switches; the usual size when nothing usable is stored.
 */
export function placementSwitches(preferences: unknown): readonly string[] {
  const usual = [`--window-size=${WINDOW_SIZE.width},${WINDOW_SIZE.height}`];
  const keys = ['browser', 'app_window_placement', ...`${new URL(ORIGIN).host}_/`.split('.')];
  const place = keys.reduce(inside, preferences);
  if (inside(place, 'maximized') === true) return [...usual, '--start-maximized'];
  const [left, top, right, bottom] = ['left', 'top', 'right', 'bottom'].map((side) => inside(place, side));
  if (![left, top, right, bottom].every(Number.isSafeInteger)) return usual;
  const [width, height] = [Number(right) - Number(left), Number(bottom) - Number(top)]; // not an amount: pixels
  if (width < SMALLEST || height < SMALLEST) return usual;
  return [`--window-size=${width},${height}`, `--window-position=${left},${top}`];
}

/** The same, read from a profile folder that may not exist yet. */
export function storedPlacement(profile: string): readonly string[] {
  try {
    return placementSwitches(JSON.parse(readFileSync(path.join(profile, 'Default', 'Preferences'), 'utf8')));
  } catch {
    return placementSwitches(null);
  }
}
