import { expect, test } from '../shell.ts';
import { goTo, openSample } from '../window.ts';

test('a figure of a table shows the lines it is made of, and leads to each of them in the grid', async ({ page }) => {
  await openSample(page, 'real');
  await goTo(page, '公开表');
  await page.getByRole('tab', { name: '表3 ' }).click();
  const row = page.locator('.sheet-table tbody tr', { hasText: '2089999' });
  await row.getByRole('button').first().click();
  const lines = page.getByRole('region', { name: '组成明细' });
  await expect(lines).toContainText('共 1 条明细');
  await expect(lines).toContainText('2089999 其他社会保障和就业支出');
  const amount = await lines.getByRole('listitem').first().locator('b').innerText();
  await lines.getByRole('button', { name: '跳转' }).first().click();
  await expect(page.getByRole('grid', { name: '支出' })).toBeVisible();
  const active = page.locator('.grid-cell.is-active');
  await expect(active).toHaveText(amount);
  await expect(page.locator('.grid-row', { has: active })).toContainText('2089999');
});

test('the lines behind a total add up to it, also beside the grid', async ({ page }) => {
  await openSample(page, 'invented');
  const beside = page.getByRole('complementary', { name: '公开表' });
  await beside.getByLabel('旁边显示的公开表').selectOption('5');
  const total = beside.locator('.sheet-table tbody tr').first().getByRole('button').first();
  const text = await total.innerText();
  await total.click();
  await expect(beside.getByRole('region', { name: '组成明细' })).toContainText(`合计 ${text}`);
});
