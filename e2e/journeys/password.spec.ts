import path from 'node:path';
import { makeBook, tabTo, typeRow } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { saved } from '../window.ts';

test('by keyboard a book gets a password, locks itself after a pause, and opens again with the password only', async ({
  page,
  chooser,
  folder,
}) => {
  await page.clock.install();
  chooser.next(path.join(folder, '账套.ysb'));
  await makeBook(page, '044', '县环卫中心');
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid', { name: '收入' })).toBeVisible();
  await typeRow(page, ['一般公共预算', '2120501', '8000']);
  await saved(page);

  await page.keyboard.press('Alt+-');
  await tabTo(page, page.getByRole('button', { name: '设置密码' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('新密码'));
  await page.keyboard.type('county-2027');
  await tabTo(page, page.getByLabel('再输一次'));
  await page.keyboard.type('county-2028');
  await page.keyboard.press('Enter');
  await expect(page.getByText('两次输入的密码不一样。')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('county-2027');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^账套已加密。/)).toBeVisible();
  await expect(page.getByText('收入总计 8,000.00')).toBeVisible();

  await page.clock.fastForward(15 * 60_000 + 1_000);
  await expect(page.getByText(/一段时间没有操作，已锁定/)).toBeVisible();
  await tabTo(page, page.getByLabel('密码', { exact: true }));
  await page.keyboard.type('falsch-2027');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/密码不对/)).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('county-2027');
  await page.keyboard.press('Enter');
  await expect(page.getByText('收入总计 8,000.00')).toBeVisible();
});
