/** Ways of the keyboard that several journeys share. */
import type { Locator, Page } from '@playwright/test';

/** Moves the focus with Tab until it is on `target`. Throws when Tab does not lead there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/** Types one row of a grid from its active cell: Tab after each text, Enter after the last; null goes past a cell. */
export async function typeRow(page: Page, cells: readonly (string | null)[]): Promise<void> {
  for (const [index, cell] of cells.entries()) {
    if (cell !== null) await page.keyboard.type(cell);
    await page.keyboard.press(index === cells.length - 1 ? 'Enter' : 'Tab');
  }
}

/** Fills the form for a new book by keyboard, from the start page, up to the question where to keep it. */
export async function makeBook(page: Page, code: string, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: '新建账套' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('单位编码'));
  await page.keyboard.type(code);
  await page.keyboard.press('Tab');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}
