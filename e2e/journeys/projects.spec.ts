import type { Page } from '@playwright/test';
import { clientOf } from '../client.ts';
import { tabTo } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { cell, goTo, openSample } from '../window.ts';

const card = (page: Page) => page.getByRole('complementary', { name: '所选项目' });
const count = async (page: Page) => (await clientOf(page)('project.list', { parentId: 1 })).count;

test.beforeEach(async ({ page }) => {
  await openSample(page, 'real');
  await goTo(page, '项目');
  await (await cell(page, 1, '项目名称')).click();
  await expect(card(page)).toBeVisible();
});

test('merged and split by keyboard, projects change and the totals of the budget do not', async ({ page }) => {
  const total = await page
    .getByRole('contentinfo')
    .getByText(/支出总计/)
    .innerText();
  const before = await count(page);

  await page.keyboard.press('F6');
  await tabTo(page, card(page).getByRole('button', { name: '合并…' }));
  await page.keyboard.press('Enter');
  const merge = page.getByRole('dialog', { name: /^合并到项目/ });
  await tabTo(page, merge.getByRole('checkbox').first());
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(merge.getByRole('status')).toContainText('2 个项目并入');
  await expect(merge.getByRole('status')).toContainText('支出总计不变');
  await tabTo(page, merge.getByRole('button', { name: '合并', exact: true }));
  await page.keyboard.press('Enter');
  await expect(merge).toHaveCount(0);
  await expect.poll(() => count(page)).toBe(before - 2);
  await expect(page.getByRole('contentinfo').getByText(/支出总计/)).toHaveText(total);

  await tabTo(page, card(page).getByRole('button', { name: '拆分…' }));
  await page.keyboard.press('Enter');
  const split = page.getByRole('dialog', { name: /^拆分项目/ });
  const part = split.getByRole('textbox', { name: /^拆出金额（元）/ }).first();
  await tabTo(page, part);
  await page.keyboard.type('100');
  await expect(split.getByRole('status')).toContainText('拆出 100.00 元');
  await tabTo(page, split.getByRole('button', { name: '拆分', exact: true }));
  await page.keyboard.press('Enter');
  await expect(split).toHaveCount(0);
  await expect.poll(() => count(page)).toBe(before - 1);
  await expect(page.getByRole('contentinfo').getByText(/支出总计/)).toHaveText(total);

  // Each is one step.
  await goTo(page, '支出');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => count(page)).toBe(before);
});

test('lines move to another project, a copy adds its amount, and the card leads to the lines', async ({ page }) => {
  await card(page).getByRole('button', { name: '移动明细…' }).click();
  const move = page.getByRole('dialog', { name: /^移动项目/ });
  await move.getByLabel('移到的项目').selectOption({ index: 1 });
  await move.getByRole('checkbox').first().check();
  await expect(move.getByRole('status')).toContainText(/1 条明细共 .+ 元 移到/);
  await move.getByRole('button', { name: '移动', exact: true }).click();
  await expect(page.getByText(/已移动 1 条明细/)).toBeVisible();
  await page.keyboard.press('Control+z');

  const before = await count(page);
  await card(page).getByRole('button', { name: '复制…' }).click();
  const copy = page.getByRole('dialog', { name: /^复制项目/ });
  await expect(copy.getByRole('status')).toContainText('支出总计增加');
  await copy.getByRole('button', { name: '复制', exact: true }).click();
  await expect.poll(() => count(page)).toBe(before + 1);

  await card(page).getByRole('button', { name: '查看明细' }).click();
  await expect(page.getByRole('grid', { name: '支出' })).toBeVisible();
});
