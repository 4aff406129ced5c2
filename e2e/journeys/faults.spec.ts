import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clientOf } from '../client.ts';
import { typeRow } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { bookWithIncome, newBook, saved } from '../window.ts';

test('a file that is no book is refused by name and left as it is', async ({ page, chooser, folder }) => {
  const file = path.join(folder, '通知.ysb');
  writeFileSync(file, '这不是账套');
  chooser.next(file);
  await page.getByRole('button', { name: '打开账套' }).click();
  await expect(page.getByText('“通知.ysb”不是预算账套，未作任何改动。')).toBeVisible();
  expect(readFileSync(file, 'utf8')).toBe('这不是账套');
});

test('a book that is open for editing elsewhere is only shown, follows the other window, and is edited once that has gone', async ({
  page,
  open,
  chooser,
  folder,
}) => {
  const book = path.join(folder, '账套.ysb');
  await newBook(page, chooser, book);

  const second = await open();
  chooser.next(book);
  await second.getByRole('button', { name: '打开账套' }).click();
  await expect(second.getByText(/正由.+打开编辑，现在只能查看/).first()).toBeVisible();
  const refused = clientOf(second)('budget.create', { unitId: 1, year: 2028, stage: 'first' }).then(
    () => 'done',
    (error: unknown) => String(error),
  );
  expect(await refused).toContain('只能查看');

  // The second window follows the first one, and goes on where it left.
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid', { name: '收入' })).toBeVisible();
  await typeRow(page, ['一般公共预算', '2120501', '8000']);
  await expect(second.getByText('收入总计 8,000.00')).toBeVisible();
  await page.close();
  await second.getByRole('button', { name: '改为编辑' }).click();
  await expect(second.getByText('自动保存已开启')).toBeVisible();
});

test('what is typed while the stick is pulled out waits, and is saved by itself once it is put in again', async ({
  page,
  open,
  chooser,
  folder,
}) => {
  const stick = path.join(folder, 'U盘');
  const book = path.join(stick, '账套.ysb');
  mkdirSync(stick);
  await bookWithIncome(page, chooser, book);

  renameSync(stick, path.join(folder, '拔出'));
  await typeRow(page, ['一般公共预算', '2120501', '500']);
  await expect(page.getByText(/找不到账套“账套.ysb”/).first()).toBeVisible();
  await expect(page.getByRole('gridcell', { name: '500.00' })).toBeVisible();

  renameSync(path.join(folder, '拔出'), stick);
  await saved(page);
  await expect(page.getByText('收入总计 8,500.00')).toBeVisible();
  await page.close();

  chooser.next(book);
  const again = await open();
  await again.getByRole('button', { name: '打开账套' }).click();
  await expect(again.getByText('收入总计 8,500.00')).toBeVisible();
});
