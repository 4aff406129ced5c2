import { tabTo } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { cell, openSample, saved } from '../window.ts';

test('by keyboard a text is found, its matches walked through, replaced as one step, and undone', async ({ page }) => {
  await openSample(page, 'invented');
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: '查找' });
  await expect(bar.getByLabel('查找内容')).toBeFocused();
  await page.keyboard.type('30201');
  const status = bar.getByRole('status');
  await expect(status).toHaveText('第 1 处，共 5 处');
  await expect(page.locator('.is-found.is-active')).toHaveText('30201 办公费');
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('第 2 处，共 5 处');
  for (const place of [1, 5]) {
    await page.keyboard.press('Shift+Enter');
    await expect(status).toHaveText(`第 ${place} 处，共 5 处`);
  }
  await page.keyboard.press('F3');
  await expect(status).toHaveText('第 1 处，共 5 处');

  // An amount is found as it is written on paper.
  await page.keyboard.press('Control+a');
  await page.keyboard.type('12,350.00');
  await expect(status).toHaveText('第 1 处，共 1 处');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(page.locator('.grid-input')).toBeFocused();
  await expect(page.locator('.grid-cell.is-active')).toHaveText('12,350.00');
  await expect(page.getByRole('contentinfo')).toContainText('大写：壹万贰仟叁佰伍拾元整');

  await page.keyboard.press('Control+h');
  await page.keyboard.type('30201');
  await expect(status).toContainText('共 5 处');
  await tabTo(page, bar.getByLabel('替换为'));
  await page.keyboard.type('30202');
  await tabTo(page, bar.getByRole('button', { name: '全部替换' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('已替换 5 处，可撤销')).toBeVisible();
  await saved(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await expect(await cell(page, 11, '部门经济分类')).toHaveText('30202 印刷费');
  await expect(await cell(page, 12, '部门经济分类')).toHaveText('30202 印刷费');
  await expect(page.getByRole('button', { name: '撤销' })).toContainText('替换 5 处');
  await page.keyboard.press('Control+z');
  await expect(await cell(page, 11, '部门经济分类')).toHaveText('30201 办公费');
  await expect(await cell(page, 12, '部门经济分类')).toHaveText('30201 办公费');

  // Where a code belongs is said at its cell.
  await (await cell(page, 1, '功能分类科目')).click();
  await expect(page.getByRole('contentinfo')).toContainText('205 教育支出 › 20501 教育管理事务 › 2050101 行政运行');
  await (await cell(page, 1, '金额')).hover();
  await expect(await cell(page, 1, '金额')).toHaveAttribute('title', /大写：壹佰贰拾捌万肆仟叁佰陆拾元整/);
});
