import { tabTo } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { cell, goTo, openSample, saved } from '../window.ts';

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

test('Ctrl+F looks through whatever page is open, wherever the focus is', async ({ page }) => {
  await openSample(page, 'invented');
  const gridBar = page.getByRole('search', { name: '查找', exact: true });
  // From a button above the grid, and again from the grid while the bar is open.
  await page.getByRole('button', { name: '导出', exact: true }).last().focus();
  await page.keyboard.press('Control+f');
  await expect(gridBar.getByLabel('查找内容')).toBeFocused();
  await page.locator('.grid-cell').first().click();
  await page.keyboard.press('Control+f');
  await expect(gridBar.getByLabel('查找内容')).toBeFocused();
  // What was being typed is kept.
  await (await cell(page, 1, '金额')).click();
  await page.keyboard.type('123');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('button', { name: '撤销' })).toContainText('金额');
  await page.keyboard.press('Escape');

  // A table: its figures as they are printed.
  await goTo(page, '公开表');
  await expect(page.getByRole('figure')).toBeVisible();
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: '在本页查找' });
  await page.keyboard.type('862900');
  await expect(bar.getByRole('status')).toHaveText(/第 1 处，共 [1-9] 处/);
  await page.keyboard.press('F3');
  const marked = () =>
    page.evaluate(() => [...(CSS.highlights.get('page-find-current') ?? [])].map((range) => `${range}`));
  expect(await marked()).toEqual(['862,900']);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  expect(await marked()).toEqual([]);

  // A form: what its fields hold.
  await goTo(page, '单位信息');
  await expect(page.getByLabel('单位名称')).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('青屏县教育');
  await expect(page.getByLabel('单位名称')).toHaveClass(/page-find-current/);

  // Pages with a search box of their own go there first.
  await goTo(page, '审核');
  await expect(bar).toHaveCount(0);
  await expect(page.getByLabel('搜索审核结果')).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.getByLabel('搜索审核结果')).toBeFocused();
});
