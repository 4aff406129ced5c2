import path from 'node:path';
import { clientOf } from '../client.ts';
import { makeBook, typeRow } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { cell, goTo, saved } from '../window.ts';

test.beforeEach(async ({ page, chooser, folder }) => {
  chooser.next(path.join(folder, '账套.ysb'));
  await makeBook(page, '044', '县环卫中心');
  await goTo(page, '收入');
  for (const amount of ['100', '200', '300']) await typeRow(page, ['一般公共预算', '2120501', amount]);
  await saved(page);
});

test('a range shows its sum, count and average, and is copied, pasted, filled down and cleared as one', async ({
  page,
}) => {
  await (await cell(page, 1, '金额')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('contentinfo')).toContainText('求和 600.00');
  await expect(page.getByRole('contentinfo')).toContainText('平均 200.00');
  await page.keyboard.press('Control+c');

  // Two keys within one frame: what is told of the first, a range, does not come after what is told of the second.
  await page.locator('.grid-input').evaluate(async (input) => {
    for (const shiftKey of [true, false]) {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', shiftKey, bubbles: true, cancelable: true }));
      await Promise.resolve();
    }
  });
  await expect(page.locator('.is-selected.grid-cell')).toHaveCount(1);
  await page.waitForTimeout(300);
  await expect(page.getByRole('contentinfo')).not.toContainText('求和');

  // Pasted below the last row, the block makes new rows; with their fund and function filled down they are whole.
  await (await cell(page, 4, '金额')).click();
  await page.keyboard.press('Control+v');
  await expect(await cell(page, 6, '金额')).toHaveText('300.00');
  await expect(page.getByRole('contentinfo')).toContainText('收入总计 1,200.00');
  await (await cell(page, 3, '功能分类科目')).click();
  for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expect(await cell(page, 6, '功能分类科目')).toHaveText('2120501 城乡社区环境卫生');

  await (await cell(page, 1, '说明')).click();
  await page.keyboard.type('上级补助');
  await page.keyboard.press('Enter');
  await (await cell(page, 1, '说明')).click();
  await page.keyboard.press('Delete');
  await expect(await cell(page, 1, '说明')).toHaveText('');
});

test('rows are inserted and removed where the selection is, and undo brings everything back', async ({ page }) => {
  await (await cell(page, 2, '金额')).click();
  await page.keyboard.press('Control+i');
  await page.keyboard.type('150');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 2, '金额')).toHaveText('150.00');
  await expect(await cell(page, 3, '金额')).toHaveText('200.00');
  await saved(page);
  const order = async () => {
    const lines = await clientOf(page)('line.list', { parentId: 1 });
    return lines.columns[lines.fields.indexOf('amount')];
  };
  expect(await order()).toEqual([10_000, 15_000, 20_000, 30_000]);

  await (await cell(page, 1, '金额')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+-');
  await expect(page.getByRole('contentinfo')).toContainText('收入总计 500.00');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('contentinfo')).toContainText('收入总计 750.00');
  expect(await order()).toEqual([10_000, 15_000, 20_000, 30_000]);
  await expect(await cell(page, 2, '金额')).toHaveText('150.00');
});

test('Esc gives up what was typed, F2 goes on from what is there, Alt+↓ opens the list', async ({ page }) => {
  await (await cell(page, 1, '金额')).click();
  await page.keyboard.type('999');
  await page.keyboard.press('Escape');
  await expect(await cell(page, 1, '金额')).toHaveText('100.00');
  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.type('+50');
  await page.keyboard.press('Home');
  await page.keyboard.type('=');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 1, '金额')).toHaveText('150.00');
  await (await cell(page, 1, '资金年度')).click();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 1, '资金年度')).toHaveText('上年结转');
  await saved(page);
});
