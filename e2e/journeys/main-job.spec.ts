import { existsSync } from 'node:fs';
import path from 'node:path';
import { clientOf } from '../client.ts';
import { makeBook, tabTo, typeRow } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { newBook } from '../window.ts';
import { tableTexts } from '../workbook.ts';

test('a book is made, filled by keyboard alone, seen in its tables, exported and read back', async ({
  page,
  open,
  chooser,
  folder,
}) => {
  const book = path.join(folder, '环卫中心2027.ysb');
  const workbook = path.join(folder, '公开表.xlsx');
  await newBook(page, chooser, book);
  expect(existsSync(book)).toBe(true);

  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid', { name: '收入' })).toBeVisible();
  await typeRow(page, ['一般公共预算', '2120501', '50万']);
  await expect(page.getByText('收支不平：收入多 500,000.00 元')).toBeVisible();

  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('grid', { name: '支出' })).toBeVisible();
  await typeRow(page, ['基本支出', '2120501', '30101', null, '=3*100000']);
  await typeRow(page, ['基本支出', '2120501', '30201', null, '２００，０００']);
  await expect(page.getByText('收支平衡')).toBeVisible();
  // The table beside the grid follows without a click.
  await expect(page.getByRole('row', { name: /^2120501 城乡社区环境卫生 500,000\.00 500,000\.00/ })).toBeVisible();

  await page.keyboard.press('Alt+-');
  chooser.next(workbook);
  await tabTo(page, page.getByRole('button', { name: '导出工作簿' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('已写入')).toBeVisible();
  const table6 = await tableTexts(workbook, 6);
  expect(table6.map((row) => row.join('|'))).toContainEqual(expect.stringMatching(/基本工资.*\|30\|30/));

  // What was entered is in the file, not in the window.
  await page.close();
  const again = await open();
  await again.getByRole('button', { name: /环卫中心2027/ }).click();
  await expect(again.getByText('收支平衡')).toBeVisible();
  expect(await clientOf(again)('totals.get', { budgetId: 1 })).toMatchObject({
    income: 50_000_000,
    expenditure: 50_000_000,
    lines: 3,
  });
});

test('the chooser inside the window saves a book where the user walks to', async ({ page, folder }) => {
  await makeBook(page, '044', '县环卫中心');
  const dialog = page.getByRole('dialog', { name: /账套/ }).last();
  await dialog.getByLabel('文件名').fill('a/b');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('文件名中不能有“/”')).toBeVisible();
  await dialog.getByLabel('文件名').fill('我的账套');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation')).toBeVisible();
  expect(existsSync(path.join(folder, '我的账套.ysb'))).toBe(true);
});
