import path from 'node:path';
import { tabTo, typeRow } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { bookWithIncome, saved } from '../window.ts';

test('by keyboard a budget is refused while errors stand, then handed in, packed, closed, and taken back with a reason', async ({
  page,
  chooser,
  folder,
}) => {
  await bookWithIncome(page, chooser, path.join(folder, '账套.ysb'));
  const handIn = page.getByRole('button', { name: '上报', exact: true });
  await page.keyboard.press('Alt+0');
  await tabTo(page, handIn);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/还有\d+个错误没有改正，不能上报/)).toBeVisible();

  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('grid', { name: '支出' })).toBeVisible();
  await typeRow(page, ['基本支出', '2120501', '30201', null, '8000']);
  await expect(page.getByText('收支平衡')).toBeVisible();
  await saved(page);
  await page.keyboard.press('Alt+0');
  await expect(page.getByRole('region', { name: '上报前的准备' })).toContainText('可以上报');
  await tabTo(page, handIn);
  await page.keyboard.press('Enter');
  await expect(page.getByText('状态：已上报')).toBeVisible();
  // What takes a while leaves the keyboard where it was.
  const takeBack = page.getByRole('button', { name: '退回修改' });
  await expect(takeBack).toBeFocused();
  await page.keyboard.press('Alt+4');
  await expect(page.getByText('已上报，退回后才能修改')).toBeVisible();

  await page.keyboard.press('Alt+0');
  chooser.next(path.join(folder, '上报包.zip'));
  await tabTo(page, page.getByRole('button', { name: '导出上报包' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('已写入 上报包.zip')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: '导出上报包' })).toBeFocused();
  await tabTo(page, takeBack);
  await page.keyboard.press('Enter');
  await page.keyboard.type('gaiqian');
  await page.keyboard.press('Enter');
  await expect(page.getByText('状态：编制中')).toBeVisible();
  await expect(handIn).toBeFocused();
});
