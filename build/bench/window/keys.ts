/**
 * From the press of a key until its frame is drawn, in a book of 100,000 lines: for Enter, which takes an amount into the
 * grid, sends it to be saved and has the tables drawn anew; and for the digits that are typed while that goes on.
 */
import type { Page } from 'playwright-core';
import type { Benchmark } from '../harness.ts';
import { leastDisturbed, watched } from '../stolen.ts';
import { keysNoted, type NotedKey, noteKeys } from './frames.ts';
import { openWindows, percentile, type Windows } from './open-windows.ts';

/** Amounts typed in a round, and the time from key to key in ms: quicker than anybody types for long. */
const AMOUNTS = 40;
const PACE = 90;
/** So often all of it is typed again while the machine is given to others. */
const TRIES = 3;

const BOX = '<!doctype html><input aria-label="金额" autofocus>';

function keys(name: string, wanted: (key: string) => boolean): Benchmark {
  const typed = (page: Page) =>
    leastDisturbed(TRIES, () => watched(async () => percentile95(await typeAmounts(page), wanted)));
  return {
    name,
    goal: { within: 21, unit: 'ms' },
    rounds: 3,
    prepare: async () => {
      const { ours, bare, close } = await openForTyping();
      return {
        ours: async () => {
          const before = await ours.call('totals.get', { budgetId: 1 });
          const slowest = await typed(ours.page);
          const after = await ours.call('totals.get', { budgetId: 1 });
          if (before.expenditure === after.expenditure) throw new Error('nothing was saved');
          return slowest;
        },
        reference: () => typed(bare.page),
        done: close,
      };
    },
  };
}

/** Both windows with an amount to type into and the keys noted. */
async function openForTyping(): Promise<Windows> {
  const windows = await openWindows(BOX);
  const { ours, bare } = windows;
  const amount = ours.page.getByRole('columnheader', { name: '金额' });
  const column = await amount.getAttribute('data-head');
  await ours.page.locator(`[data-row="0"] [data-column="${column}"]`).click();
  await bare.page.getByLabel('金额').focus();
  await noteKeys(ours.page);
  await noteKeys(bare.page);
  return windows;
}

/** Types amounts one below the other; answers how long each key took. */
async function typeAmounts(page: Page): Promise<readonly NotedKey[]> {
  await keysNoted(page);
  for (let at = 0; at < AMOUNTS; at++) {
    const key = String((at % 9) + 1);
    for (const each of [key, key, 'Enter']) {
      // Not waited for: the next key comes when its time has come, whatever the window is doing.
      page.keyboard.press(each).catch(() => undefined);
      await page.waitForTimeout(PACE);
    }
  }
  await page.waitForTimeout(1_000);
  return keysNoted(page);
}

function percentile95(times: readonly NotedKey[], wanted: (key: string) => boolean): number {
  const found = times.filter(({ key }) => wanted(key)).map(({ took }) => took);
  if (found.length < AMOUNTS) throw new Error(`${found.length} keys noted`);
  return percentile(found, 0.95);
}

export const keysToFrames = [
  keys('Enter to frame, saving and tables with it, p95', (key) => key === 'Enter'),
  keys('digit to frame while the last amount is saved, p95', (key) => key !== 'Enter'),
];
