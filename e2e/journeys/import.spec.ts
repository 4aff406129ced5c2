import path from 'node:path';
import type { Page } from '@playwright/test';
import { clientOf } from '../client.ts';
import { tabTo } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { newBook, openSample } from '../window.ts';

/** Presses a button above the grid by keyboard: F6 walks from the grid to the panel beside it, then to the buttons. */
async function press(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('F6');
    await expect(page.locator('.page-head :focus')).toBeVisible({ timeout: 100 });
  }).toPass();
  await tabTo(page, page.locator('.page-head').getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}

test('the sample\u2019s projects are exported, imported into a new book, and the second time all is as it was', async ({
  page,
  chooser,
  folder,
}) => {
  const file = path.join(folder, '项目.xlsx');
  await openSample(page, 'real');
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('grid', { name: '项目' })).toBeVisible();
  chooser.next(file);
  await press(page, '导出');
  await expect(page.getByText('已写入“项目.xlsx”')).toBeVisible();

  await page.keyboard.press('Control+o');
  await newBook(page, chooser, path.join(folder, '新账套.ysb'));
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('grid', { name: '项目' })).toBeVisible();

  const dialog = page.getByRole('dialog', { name: '从 Excel 导入' });
  chooser.next(file);
  await press(page, '导入');
  await expect(dialog.getByRole('status')).toContainText('新增 47 · 修改 0 · 不变 0 · 待改 0');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('已导入：新增 47 条')).toBeVisible();
  const projects = () => clientOf(page)('project.list', { parentId: 1 });
  expect((await projects()).count).toBe(47);

  chooser.next(file);
  await press(page, '导入');
  await expect(dialog.getByText('共 47 条，与账套中的完全一致，没有要导入的。')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // One undo takes the whole import back.
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await projects()).count).toBe(0);
});
