import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { clientOf } from '../client.ts';
import { tabTo } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { cell, goTo, movingPart, openSample, saved } from '../window.ts';

const bar = (page: Page) => page.getByRole('toolbar', { name: '排序、筛选、分组' });
const menu = (page: Page, column: string) => page.getByRole('dialog', { name: column, exact: true });

/** Goes to a column of the first row by keyboard and opens its menu. */
async function openMenu(page: Page, steps: number): Promise<void> {
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Shift+L');
}

/** What axe finds serious on screen. */
async function serious(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return found.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}

/** Ids of the stored lines, in stored order. */
async function order(page: Page): Promise<unknown> {
  const budgets = await clientOf(page)('budget.list', { parentId: null });
  const id = budgets.columns[budgets.fields.indexOf('id')]?.[0];
  const lines = await clientOf(page)('line.list', { parentId: typeof id === 'number' ? id : 1 });
  return lines.columns[lines.fields.indexOf('id')];
}

test('by keyboard rows are filtered, sorted and grouped with totals, and put back; the book stays as it is', async ({
  page,
}) => {
  await openSample(page, 'invented');
  const before = await order(page);

  // 金额 from 100,000 on.
  await openMenu(page, 4);
  await expect(menu(page, '金额')).toContainText('可写 1.2万 或 =3*528*12');
  await page.keyboard.type('10万');
  await page.keyboard.press('Enter');
  await expect(menu(page, '金额')).toBeHidden();
  await expect(bar(page)).toContainText('金额：不低于 100,000.00');
  await expect(bar(page)).toContainText('显示 26 / 75 行，金额合计 21,226,210.88 元');

  // The first row on screen is the largest.
  await openMenu(page, 4);
  await tabTo(page, page.getByRole('button', { name: '从大到小' }));
  await page.keyboard.press('Enter');
  await expect(await cell(page, 1, '金额')).toHaveText('5,860,000.00');
  await expect(page.getByRole('columnheader', { name: '金额' })).toHaveAttribute('aria-sort', 'descending');

  // 功能分类科目 by 类, closed: headings with subtotals only.
  await openMenu(page, 1);
  await tabTo(page, page.getByRole('button', { name: '功能分类科目（类）' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Home');
  await expect(page.locator('.grid-frozen [data-row="0"]')).toContainText('205 教育支出');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('2050');
  await page.keyboard.press('Control+Home');
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+L');
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Space');
  await expect(page.locator('.grid-frozen [data-row="1"]')).toContainText('207 文化旅游体育与传媒支出');
  await expect(movingPart(page, 2)).toContainText('505,300.00');
  expect(await order(page)).toEqual(before);

  // A finding or a link to a hidden row takes the filter away and says so.
  await goTo(page, '项目');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await expect(bar(page)).toHaveCount(0);
  await goTo(page, '支出');
  await expect(bar(page)).toContainText('分组：功能分类科目（类）');
  await page.keyboard.press('F6');
  await tabTo(page, page.getByRole('button', { name: '恢复原状' }));
  await page.keyboard.press('Enter');
  await expect(bar(page)).toHaveCount(0);
  await expect(page.locator('.grid-input')).toBeFocused();
  await expect(await cell(page, 1, '金额')).toHaveText('1,284,360.00');
});

test('a row edited or entered under a filter stays until the filter is renewed, and undo takes it back', async ({
  page,
}) => {
  await openSample(page, 'invented');
  await openMenu(page, 0);
  await tabTo(page, page.getByRole('button', { name: '只看“基本支出”' }));
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('显示 42 / 75 行');
  await (await cell(page, 1, '金额')).click();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await saved(page);
  await openMenu(page, 4);
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('显示 41 / 75 行');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('contentinfo')).toContainText('支出总计 22,900,439.53');
  await expect(bar(page)).toContainText('显示 41 / 75 行');
  await page.keyboard.press('Control+Alt+l');
  await expect(bar(page)).toContainText('显示 42 / 75 行');
});

test('going to a row that a filter hides takes the filter away and says so', async ({ page }) => {
  await openSample(page, 'invented');
  await openMenu(page, 4);
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('显示 0 / 75 行');
  await goTo(page, '项目');
  await (await cell(page, 1, '项目名称')).click();
  await page.getByRole('complementary').getByRole('button', { name: '查看明细' }).click();
  await expect(page.getByText('要找的行被筛选隐藏了，已取消筛选。')).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  await expect(page.locator('.grid-cell.is-active')).toBeInViewport();
});
