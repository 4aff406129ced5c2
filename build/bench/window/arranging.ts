/** How long the window stands still at most while 75,000 of 100,000 lines are sorted, grouped and put back: a slice of the work, or a whole screen of other rows drawn. */
import type { Page } from 'playwright-core';
import type { Benchmark } from '../harness.ts';
import { longestGap, noteGaps } from './frames.ts';
import { openWindows } from './open-windows.ts';

/** What is asked for in a column's menu. */
const ARRANGEMENTS = [
  ['金额', '从大到小'],
  ['功能分类科目', '功能分类科目（类）'],
] as const;
/** About as long as an arrangement takes. */
const PAUSE_MS = 1_000;

export const arranging: Benchmark = {
  name: 'longest stop while 100,000 lines are sorted and grouped',
  goal: { within: 50, unit: 'ms' },
  rounds: 3,
  prepare: async () => {
    const { ours, bare, close } = await openWindows('');
    return {
      ours: () => arrangeAll(ours.page),
      reference: async () => {
        await noteGaps(bare.page);
        await bare.page.waitForTimeout(PAUSE_MS);
        return longestGap(bare.page);
      },
      done: close,
    };
  },
};

/** Arranges the rows one way after the other and puts them back; answers the longest stop in ms. */
async function arrangeAll(page: Page): Promise<number> {
  const bar = page.getByRole('toolbar', { name: '排序、筛选、分组' });
  let longest = 0;
  for (const [column, choice] of ARRANGEMENTS) {
    await page.getByRole('button', { name: `${column}：排序、筛选、分组` }).click();
    const button = page.getByRole('dialog', { name: column }).getByRole('button', { name: choice });
    await button.waitFor();
    await page.waitForTimeout(PAUSE_MS);
    await noteGaps(page);
    await button.click();
    await bar.getByText(/^共 .* 行/).waitFor();
    await page.waitForTimeout(100);
    longest = Math.max(longest, await longestGap(page));
  }
  await noteGaps(page);
  await bar.getByRole('button', { name: '恢复原状' }).click();
  await bar.waitFor({ state: 'hidden' });
  await page.waitForTimeout(100);
  return Math.max(longest, await longestGap(page));
}
