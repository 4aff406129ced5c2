/** What a page's own frames tell: when they came, and how long a key took to be drawn. Scripts of the page are texts here: this zone knows no DOM. */
import type { Page } from 'playwright-core';

const NOTE_FRAMES = `
  globalThis.noted = { stamps: [], on: true };
  requestAnimationFrame(function frame(stamp) {
    noted.stamps.push(stamp);
    if (noted.on) requestAnimationFrame(frame);
  });`;

/** Starts noting the stamp of each animation frame. */
export async function noteFrames(page: Page): Promise<void> {
  await page.evaluate(NOTE_FRAMES);
}

/**
 * Stops; answers the times between frames in ms. In hundredths: stamps are in tenths, and as floats 16.8 apart they may
 * differ by 16.80000000000291, which would miss a goal of 16.8.
 */
export async function framesNoted(page: Page): Promise<readonly number[]> {
  const stamps: readonly number[] = await page.evaluate('noted.on = false, noted.stamps');
  return stamps.slice(1).map((stamp, at) => Math.round((stamp - (stamps[at] ?? stamp)) * 100) / 100);
}

/** A task of that priority is the first one after the frame that the animation frame began: what came meanwhile waits. */
const NOTE_KEYS = `
  globalThis.keys = [];
  const waiting = [];
  const drawn = () => {
    const now = performance.now();
    for (const { key, pressed } of waiting.splice(0)) keys.push({ key, took: now - pressed });
  };
  document.addEventListener('keydown', ({ key, timeStamp }) => {
    waiting.push({ key, pressed: timeStamp });
    requestAnimationFrame(() => scheduler.postTask(drawn, { priority: 'user-blocking' }));
  }, { capture: true });`;

export interface NotedKey {
  readonly key: string;
  /** From the press, as the browser stamped it, until the next frame was drawn, in ms. */
  readonly took: number;
}

/** Notes from now on for each key how long it took. */
export async function noteKeys(page: Page): Promise<void> {
  await page.evaluate(`{${NOTE_KEYS}}`);
}

/** The keys noted so far; the next question begins anew. */
export function keysNoted(page: Page): Promise<readonly NotedKey[]> {
  return page.evaluate('keys.splice(0)');
}

const NOTE_GAPS = `
  globalThis.gaps = { on: true, longest: 0, last: performance.now() };
  setTimeout(function turn() {
    const now = performance.now();
    gaps.longest = Math.max(gaps.longest, now - gaps.last);
    gaps.last = now;
    if (gaps.on) setTimeout(turn);
  });`;

/** Starts noting how long the page goes without taking up anything new. */
export async function noteGaps(page: Page): Promise<void> {
  await page.evaluate(NOTE_GAPS);
}

/** Stops; answers the longest gap in ms. Timers come every four milliseconds at best. */
export function longestGap(page: Page): Promise<number> {
  return page.evaluate('gaps.on = false, gaps.longest');
}
