import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { tabTo } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { bookWithIncome } from '../window.ts';

/** Gives the open book a password, or another one, by the export page's button. */
async function setPassword(page: Page, password: string): Promise<void> {
  await page.keyboard.press('Alt+-');
  await tabTo(page, page.getByRole('button', { name: /^(设置密码|更换或取消密码)$/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('新密码'));
  await page.keyboard.type(password);
  await tabTo(page, page.getByLabel('再输一次'));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^账套已加密。/)).toBeVisible();
  // The book is opened anew, with the dialog gone.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(/^收入总计/)).toBeVisible();
}

test('by keyboard a book gets a password, locks itself after a pause, and opens again with the password only', async ({
  page,
  chooser,
  folder,
}) => {
  await page.clock.install();
  await bookWithIncome(page, chooser, path.join(folder, '账套.ysb'));

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

test('by keyboard a backup made under an earlier password is looked into and restored with that one', async ({
  page,
  chooser,
  folder,
}) => {
  const book = path.join(folder, '账套.ysb');
  mkdirSync(path.join(folder, '备份'));
  await bookWithIncome(page, chooser, book);
  await setPassword(page, 'earlier-2026');

  chooser.next(path.join(folder, '备份', '账套 2126-11-22 09-00-00 手工.ysb'));
  await page.keyboard.press('Control+Shift+B');
  await tabTo(page, page.getByRole('button', { name: '另存一份备份' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/已备份到“备份”文件夹/)).toBeVisible();
  await page.getByRole('combobox', { name: '修改多久备份一次' }).selectOption('30 分钟');
  await page.keyboard.press('Escape');
  await setPassword(page, 'later-2027');

  await page.keyboard.press('Control+Shift+B');
  await expect(page.getByRole('combobox', { name: '修改多久备份一次' })).toHaveValue('30');
  const given = page.getByLabel('当时的密码');
  await tabTo(page, given);
  await page.keyboard.type('guessed-2026');
  await page.keyboard.press('Enter');
  await expect(page.getByText('密码不对，检查大小写和输入法后再输一次。')).toBeVisible();
  await tabTo(page, given);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('earlier-2026');
  await page.keyboard.press('Enter');
  await expect(page.getByText('这份备份和现在的账套内容相同。')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: '恢复到这一份' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/账套的密码也回到这份备份的密码/)).toBeVisible();
  await expect(page.getByText('收入总计 8,000.00')).toBeVisible();
});
