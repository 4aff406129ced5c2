import { clientOf } from '../client.ts';
import { tabTo } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { goTo, openSample, tableRow } from '../window.ts';

const PROJECT = '2024年第四季度城乡环卫一体化和市政公用运行经费';

test('the next year begins from this one by keyboard: prior figures stand, what is carried over is in the tables', async ({
  page,
}) => {
  await openSample(page, 'real');
  const year = page.getByLabel('预算年度和阶段');
  await year.selectOption('next');
  const dialog = page.getByRole('dialog', { name: '以2025年为基础编制2026年预算' });
  await expect(dialog.getByRole('status')).toContainText('支出明细');
  // Without its project nothing of a project goes along.
  await dialog.getByRole('searchbox').fill(PROJECT);
  const parts = dialog.getByRole('checkbox');
  await expect(parts.first()).not.toBeChecked();
  await tabTo(page, parts.first());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(parts.first()).toBeChecked();
  await expect(parts.nth(1)).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(parts.nth(1)).not.toBeChecked();

  await tabTo(page, dialog.getByRole('radio', { name: /带入的内容/ }));
  await page.keyboard.press('ArrowRight');
  const amount = dialog.getByRole('textbox', { name: /^结转金额（元）/ }).first();
  await tabTo(page, amount);
  await page.keyboard.type('999999999999');
  await expect(dialog.getByRole('alert')).toContainText('最多结转');
  const create = dialog.getByRole('button', { name: '建立2026年预算' });
  await expect(create).toBeDisabled();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('12,345.67');
  await expect(dialog.getByRole('status')).toContainText('上年结转 12,345.67 元');
  await tabTo(page, create);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(year.locator('option:checked')).toContainText('2026年');

  const budgets = await clientOf(page)('budget.list', { parentId: null });
  const next = Number(budgets.columns[budgets.fields.indexOf('id')]?.at(-1)); // not an amount: an id
  const { incomeCarryover } = await clientOf(page)('totals.get', { budgetId: next });
  expect(incomeCarryover).toBe(1_234_567);
  await goTo(page, '单位信息');
  await page.getByRole('tab', { name: '上年数' }).click();
  await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible();
  const prior = await clientOf(page)('prior.list', { parentId: next });
  expect(prior.count).toBeGreaterThan(10);
  expect((await tableRow(page, 1, '上年结转')).join(' ')).toContain('12,345.67');

  await page.keyboard.press('Control+z');
  await expect(year.locator('option:checked')).toContainText('2025年');
});

test('prior-year figures are taken from last year’s budget at the press of a button', async ({ page }) => {
  await openSample(page, 'real');
  const { budgetId } = await clientOf(page)('budget.create', { unitId: 1, year: 2026, stage: 'first' });
  await page.getByLabel('预算年度和阶段').selectOption(String(budgetId));
  await goTo(page, '单位信息');
  await page.getByRole('tab', { name: '上年数' }).click();
  await page.getByRole('button', { name: '取上年数' }).click();
  await expect(page.getByText(/已按2025年的明细填入 \d+ 项上年数/)).toBeVisible();
  await expect(page.getByRole('grid')).toContainText('收入总计');
});
