import { expect, test } from '../shell.ts';
import { cell, fill, goTo, openSample, saved } from '../window.ts';

test('menus closed beside them give the keyboard back to the cells, and stay whole within the window', async ({
  page,
}) => {
  await openSample(page, 'invented');
  const beside = () => page.mouse.click(1200, 300);
  const menu = page.getByRole('dialog', { name: '单元格操作' });
  // At the lower edge, too, every item can be reached.
  await (await cell(page, 20, '金额')).click({ button: 'right' });
  await expect(menu.getByRole('button', { name: '排序、筛选、分组' })).toBeInViewport({ ratio: 1 });
  await beside();
  await expect(menu).toHaveCount(0);
  await expect(page.locator('.grid-input')).toBeFocused();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 20, '金额')).toHaveText('1.00');

  // The same for the menu of a column, wherever the focus was before.
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('button', { name: '金额：排序、筛选、分组' }).click();
  const ofColumn = page.getByRole('dialog', { name: '金额', exact: true });
  await expect(ofColumn.getByRole('button', { name: '全部恢复原状' })).toBeInViewport({ ratio: 1 });
  expect(await ofColumn.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
  await beside();
  await expect(ofColumn).toHaveCount(0);
  await expect(page.locator('.grid-input')).toBeFocused();

  // A list ends with the way to what it does not show.
  await (await cell(page, 1, '功能分类科目')).dblclick();
  await page.getByRole('listbox').hover();
  await page.mouse.wheel(0, 5_000);
  await expect(page.getByText('最多列 60 项')).toBeInViewport();
});

test('buttons above the rows give the keyboard back to the cells, and say what can be undone', async ({ page }) => {
  await openSample(page, 'invented');
  const inGrid = page.locator('.grid-input');
  await fill(page, 1, '说明', '先');
  await saved(page);
  await (await cell(page, 2, '说明')).click();
  await page.keyboard.type('甲');
  // What is being typed is taken along, and is what the button then takes back.
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('button', { name: '重做' })).toContainText('说明');
  await expect(await cell(page, 2, '说明')).toHaveText('');
  await expect(await cell(page, 1, '说明')).toHaveText('先');
  await expect(inGrid).toBeFocused();

  // A row that was never saved is no step that undo could take back.
  await page.getByRole('button', { name: '插入行' }).click();
  await expect(inGrid).toBeFocused();
  await page.keyboard.type('乙');
  await page.getByRole('button', { name: '删除行' }).click();
  await expect(page.getByText('已删除 1 行，还没有保存过，不能撤销。')).toBeVisible();
  await page.getByText('万元', { exact: true }).click();
  await expect(page.getByRole('columnheader', { name: '金额' })).toContainText('（万元）');
  await page.getByRole('button', { name: '收起公开表' }).click();
  await expect(inGrid).toBeFocused();
  await page.keyboard.type('丙');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 2, '说明')).toHaveText('丙');
});

test('what keys do is found by mouse, too: looking for text, and every choice of a box that already holds one', async ({
  page,
}) => {
  await openSample(page, 'invented');
  await (await cell(page, 1, '说明')).click({ button: 'right' });
  await page.getByRole('dialog', { name: '单元格操作' }).getByRole('button', { name: '查找…' }).click();
  await page.keyboard.type('培训');
  await expect(page.locator('.find-bar')).toContainText(/第 \d+ 处/);
  await page.keyboard.press('Escape');

  await goTo(page, '绩效目标');
  await page.getByRole('listbox').getByText('义务教育学校校舍安全维修改造').click();
  const box = page.getByRole('combobox', { name: '项目属性', exact: true });
  await expect(box).toHaveValue('延续性项目');
  await page.getByLabel('项目属性：可选内容').selectOption('常年性项目');
  await expect(box).toHaveValue('常年性项目');
  await expect(box).toBeFocused();
  await saved(page);
});

test('the table beside the rows comes back as it was left, by mouse and by key', async ({ page }) => {
  await openSample(page, 'invented');
  const chosen = page.getByLabel('旁边显示的公开表');
  await chosen.selectOption('5');
  await page.getByRole('button', { name: '收起公开表' }).click();
  await expect(chosen).toHaveCount(0);
  await page.getByRole('button', { name: '◂ 公开表' }).click();
  await expect(chosen).toHaveValue('5');
  await expect(page.locator('.grid-input')).toBeFocused();
  await page.keyboard.press('F9');
  await expect(chosen).toHaveCount(0);
  await page.keyboard.press('F9');
  await expect(chosen).toHaveValue('5');
});

test('a book that was just left is among those last opened', async ({ page }) => {
  await openSample(page, 'invented');
  await goTo(page, '概览');
  await page.getByRole('button', { name: /示例账套/ }).click();
  await page.getByRole('button', { name: /^示例 虚构部门2025/ }).click();
  await expect(page.getByRole('navigation', { name: '页面' })).toBeVisible();
});

test('after a click on a page one types into its cell, also when the page is there already', async ({ page }) => {
  await openSample(page, 'invented');
  const nav = page.getByRole('navigation', { name: '页面' });
  for (const name of ['支出', '支出', '项目', '项目']) {
    await nav.getByRole('button', { name }).click();
    await expect(page.getByRole('grid', { name })).toBeVisible();
    await expect(page.locator('.page .grid-input')).toBeFocused();
  }
});

test('cells are copied, cut and pasted from the menu, and so is a block of another program', async ({ page }) => {
  await openSample(page, 'invented');
  const menu = page.getByRole('dialog', { name: '单元格操作' });
  const choose = async (row: number, column: string, label: string) => {
    await (await cell(page, row, column)).click({ button: 'right' });
    await menu.getByRole('button', { name: label }).click();
    await expect(menu).toHaveCount(0);
  };
  const amount = (await (await cell(page, 1, '金额')).textContent()) ?? '';
  const second = (await (await cell(page, 2, '金额')).textContent()) ?? '';
  expect(amount).not.toBe(second);
  await choose(1, '金额', '复制');
  await choose(2, '金额', '粘贴');
  await expect(await cell(page, 2, '金额')).toHaveText(amount);
  await expect(page.locator('.grid-input')).toBeFocused();
  await saved(page);

  await fill(page, 1, '说明', '由上级安排');
  await choose(1, '说明', '剪切');
  await choose(3, '说明', '粘贴');
  await expect(await cell(page, 3, '说明')).toHaveText('由上级安排');
  await expect(await cell(page, 1, '说明')).toHaveText('');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(await cell(page, 1, '说明')).toHaveText('由上级安排');

  // Reading the clipboard is not permitted to the page, and need not be.
  await page.context().grantPermissions(['clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('科目\t金额\n2050202\t１２，０００\n2050203\t34'));
  await expect(page.evaluate(() => navigator.clipboard.readText())).rejects.toThrow(/denied|not allowed/i);
  await choose(1, '金额', '粘贴');
  await expect(page.getByRole('dialog', { name: '粘贴预览' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.grid-input')).toBeFocused();
});
