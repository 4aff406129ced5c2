import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tabTo, typeRow } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { bookWithIncome, goTo, saved } from '../window.ts';

const BACKUP = '账套 2026-11-22 09-00-00 手工.ysb';

test('by keyboard a backup is made, compared and restored, and a damaged book comes back from it', async ({
  page,
  open,
  chooser,
  folder,
}) => {
  const book = path.join(folder, '账套.ysb');
  mkdirSync(path.join(folder, '备份'));
  await bookWithIncome(page, chooser, book);

  chooser.next(path.join(folder, '备份', BACKUP));
  await page.keyboard.press('Control+Shift+B');
  await tabTo(page, page.getByRole('button', { name: '另存一份备份' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/已备份到“备份”文件夹/)).toBeVisible();
  // In the folder where backups are kept, it is listed at once.
  await expect(page.getByRole('radio', { name: /手工/ })).toBeChecked();
  await page.keyboard.press('Escape');

  await typeRow(page, ['一般公共预算', '2120501', '500']);
  await saved(page);
  await expect(page.getByText('收入总计 8,500.00')).toBeVisible();
  await page.keyboard.press('Control+Shift+B');
  await expect(page.getByText('备份后录入，恢复后没有')).toBeVisible();
  await expect(page.getByText('8,000.00 → 8,500.00')).toBeVisible();
  const restore = page.getByRole('button', { name: /恢复/ }).last();
  await tabTo(page, restore);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^已恢复。/)).toBeVisible();
  await expect(page.getByText('收入总计 8,000.00')).toBeVisible();
  expect(readdirSync(path.join(folder, '备份')).some((name) => name.includes('恢复前'))).toBe(true);
  await page.close();

  writeFileSync(book, readFileSync(book).fill(0x5a, 4096, 20_000));
  const again = await open();
  await again.locator('.recent').getByRole('button', { name: /账套/ }).click();
  await expect(again.getByText('账套“账套.ysb”已损坏，未作任何改动')).toBeVisible();
  await tabTo(again, again.getByRole('button', { name: '从备份恢复' }));
  await again.keyboard.press('Enter');
  await tabTo(again, again.getByRole('radio', { checked: true }));
  // The list is a ring: up from the newest is the oldest.
  await again.keyboard.press('ArrowUp');
  await expect(again.getByRole('radio', { name: /手工/ })).toBeChecked();
  await tabTo(again, again.getByRole('button', { name: '恢复到这一份' }));
  await again.keyboard.press('Enter');
  await again.keyboard.press('Enter');
  await expect(again.getByText(/^已恢复。/)).toBeVisible();
  await goTo(again, '收入');
  await expect(again.getByText('收入总计 8,000.00')).toBeVisible();
});
