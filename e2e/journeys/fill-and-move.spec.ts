import path from 'node:path';
import type { Page } from '@playwright/test';
import { clientOf } from '../client.ts';
import { makeBook, typeRow } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { cell, goTo, saved } from '../window.ts';

test.beforeEach(async ({ page, chooser, folder }) => {
  chooser.next(path.join(folder, '账套.ysb'));
  await makeBook(page, '044', '县环卫中心');
  await goTo(page, '收入');
  for (const amount of ['100', '200', '300', '400']) await typeRow(page, ['一般公共预算', '2120501', amount]);
  await saved(page);
});

/** The stored lines' values of a field, in stored order. */
async function stored(page: Page, field: string): Promise<readonly unknown[] | undefined> {
  const lines = await clientOf(page)('line.list', { parentId: 1 });
  return lines.columns[lines.fields.indexOf(field)];
}

/** Drags from the selection's corner in one cell to another cell. */
async function dragCorner(page: Page, from: readonly [number, string], to: readonly [number, string]): Promise<void> {
  const start = await (await cell(page, ...from)).boundingBox();
  const end = await (await cell(page, ...to)).boundingBox();
  if (start === null || end === null) throw new Error('the cells are not on screen');
  await page.mouse.move(start.x + start.width - 3, start.y + start.height - 3);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 });
}

test('dragging the corner copies, with Ctrl it counts on; each is one step that undo takes back', async ({ page }) => {
  await (await cell(page, 1, '说明')).click();
  await page.keyboard.type('1月');
  await page.keyboard.press('Enter');
  await (await cell(page, 1, '说明')).click();
  await dragCorner(page, [1, '说明'], [4, '说明']);
  await expect(page.locator('.grid-fill')).toContainText('复制');
  await page.mouse.up();
  await saved(page);
  await expect.poll(() => stored(page, 'note')).toEqual(['1月', '1月', '1月', '1月']);
  await expect(page.locator('.grid-cell.is-selected')).toHaveCount(4);
  await page.keyboard.press('Control+z');
  await expect.poll(() => stored(page, 'note')).toEqual(['1月', null, null, null]);

  await (await cell(page, 1, '说明')).click();
  await dragCorner(page, [1, '说明'], [3, '说明']);
  await page.keyboard.down('Control');
  await expect(page.locator('.grid-fill')).toContainText('递增');
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect.poll(() => stored(page, 'note')).toEqual(['1月', '2月', '3月', null]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => stored(page, 'note')).toEqual(['1月', null, null, null]);

  // The same by keyboard: two amounts give the step.
  await (await cell(page, 1, '金额')).click();
  for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+ArrowDown');
  await (await cell(page, 1, '说明')).click();
  for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+Shift+d');
  await expect.poll(() => stored(page, 'note')).toEqual(['1月', '2月', '3月', '4月']);

  // Esc gives a drag up.
  await (await cell(page, 1, '金额')).click();
  await dragCorner(page, [1, '金额'], [4, '金额']);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.locator('.grid-fill')).toHaveCount(0);
  expect(await stored(page, 'amount')).toEqual([10_000, 20_000, 30_000, 40_000]);
});

test('rows move by keyboard and by their numbers, in the book too; undo takes each move back', async ({ page }) => {
  const amounts = () => stored(page, 'amount');
  await (await cell(page, 1, '金额')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(await cell(page, 1, '金额')).toHaveText('300.00');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await saved(page);
  await expect.poll(amounts).toEqual([30_000, 40_000, 10_000, 20_000]);
  await expect(page.locator('.grid-cell.is-selected')).toHaveText(['100.00', '200.00']);
  await page.keyboard.press('Control+z');
  await expect.poll(amounts).toEqual([30_000, 10_000, 20_000, 40_000]);
  await page.keyboard.press('Control+z');
  await expect.poll(amounts).toEqual([10_000, 20_000, 30_000, 40_000]);
  await expect(await cell(page, 1, '金额')).toHaveText('100.00');

  const number = (row: number) => page.locator(`[data-row="${row - 1}"] [data-column="-1"]`);
  await number(4).click();
  const [from, to] = [await number(4).boundingBox(), await number(1).boundingBox()];
  if (from === null || to === null) throw new Error('the rows are not on screen');
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + 10, { steps: 4 });
  await expect(page.locator('.grid-drop')).toBeVisible();
  await page.mouse.up();
  await expect.poll(amounts).toEqual([40_000, 10_000, 20_000, 30_000]);
  await expect(await cell(page, 1, '金额')).toHaveText('400.00');
  await page.keyboard.press('Control+z');
  await expect.poll(amounts).toEqual([10_000, 20_000, 30_000, 40_000]);

  // Two rows are inserted above two selected ones, and what is typed there stays there.
  await (await cell(page, 1, '金额')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+i');
  await expect(await cell(page, 3, '金额')).toHaveText('100.00');
  await (await cell(page, 1, '金额')).click();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  for (const row of [1, 2]) {
    await (await cell(page, row, '功能分类科目')).click();
    await page.keyboard.type('2120501');
    await page.keyboard.press('Enter');
  }
  await expect.poll(amounts).toEqual([100, 200, 10_000, 20_000, 30_000, 40_000]);
});
