import type { Page } from '@playwright/test';
import { clientOf } from '../client.ts';
import { expect, test } from '../shell.ts';
import { cell, goTo, openSample, saved } from '../window.ts';

const undo = async (page: Page, what: RegExp | string) => {
  await saved(page);
  await expect(page.getByRole('button', { name: '撤销' })).toContainText(what);
  await page.keyboard.press('Control+z');
};
const column = async (page: Page, name: string, rows: number) =>
  Promise.all(Array.from({ length: rows }, async (_, row) => (await cell(page, row + 1, name)).innerText()));

test('cut cells move when they are pasted, cut rows go elsewhere in stored order, each as one step; Esc gives it up', async ({
  page,
}) => {
  await openSample(page, 'invented');
  const before = await column(page, '金额', 5);
  // Two whole rows above the fifth.
  await (await cell(page, 1, '金额')).click();
  await page.keyboard.press('Shift+Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+x');
  await expect(page.locator('.grid-cut')).toBeVisible();
  expect(await column(page, '金额', 2)).toEqual(before.slice(0, 2));
  await (await cell(page, 5, '金额')).click();
  await page.keyboard.press('Control+v');
  await expect(page.locator('.grid-cut')).toHaveCount(0);
  expect(await column(page, '金额', 5)).toEqual([2, 3, 0, 1, 4].map((row) => before[row]));
  await undo(page, /移动 2 条/);
  await expect(await cell(page, 1, '金额')).toHaveText(before[0] ?? '');

  // Two notes one row down, over one of themselves.
  await (await cell(page, 1, '说明')).click();
  await page.keyboard.type('甲');
  await page.keyboard.press('Enter');
  await page.keyboard.type('乙');
  await page.keyboard.press('Enter');
  await (await cell(page, 1, '说明')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+x');
  await expect(page.locator('.grid-cut')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.grid-cut')).toHaveCount(0);
  await page.keyboard.press('Control+x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+v');
  await expect(await cell(page, 3, '说明')).toHaveText('乙');
  expect(await column(page, '说明', 3)).toEqual(['', '甲', '乙']);
  await undo(page, '移动');
  await expect(await cell(page, 1, '说明')).toHaveText('甲');
});

test('one row fills many, Ctrl+Enter fills a range, Delete on whole rows removes them, and undo gives all back', async ({
  page,
}) => {
  await openSample(page, 'invented');
  await (await cell(page, 2, '说明')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.type('按编制数');
  await page.keyboard.press('Control+Enter');
  expect(await column(page, '说明', 5)).toEqual(['', '按编制数', '按编制数', '按编制数', '']);
  await undo(page, '填入 3 格');
  await expect(await cell(page, 2, '说明')).toHaveText('');

  const economic = await column(page, '部门经济分类', 5);
  await (await cell(page, 1, '部门经济分类')).click();
  await page.keyboard.press('Control+c');
  await (await cell(page, 3, '部门经济分类')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+v');
  await expect(await cell(page, 4, '部门经济分类')).toHaveText(economic[0] ?? '');
  expect(await column(page, '部门经济分类', 5)).toEqual([0, 1, 0, 0, 4].map((row) => economic[row]));
  await undo(page, '粘贴');

  // The selection after undo is the one from before, so that work goes on where it was.
  await (await cell(page, 2, '金额')).click();
  await page.keyboard.press('Shift+Space');
  await page.keyboard.press('Shift+ArrowDown');
  const amounts = await column(page, '金额', 4);
  await page.keyboard.press('Delete');
  await expect(page.getByText('已删除 2 行，可撤销')).toBeVisible();
  expect(await column(page, '金额', 2)).toEqual([amounts[0], amounts[3]]);
  await undo(page, '删除 2 条');
  await expect(await cell(page, 2, '金额')).toHaveText(amounts[1] ?? '');
  await expect(page.locator('.grid-number.is-selected')).toHaveText(['2', '3']);
  const lines = await clientOf(page)('line.list', { parentId: 1 });
  expect(lines.count).toBe(105);
});

test('a table that was copied as HTML only is pasted, and the right mouse button offers what keys do', async ({
  page,
}) => {
  await openSample(page, 'invented');
  await (await cell(page, 1, '说明')).click();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async () => {
    const html = '<table><tr><td>第一 </td></tr><tr><td>第<b>二</b></td></tr></table>';
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }) })]);
  });
  await page.keyboard.press('Control+v');
  await expect(await cell(page, 2, '说明')).toHaveText('第二');
  await expect(await cell(page, 1, '说明')).toHaveText('第一');

  const amounts = await column(page, '金额', 4);
  await (await cell(page, 3, '金额')).click({ button: 'right' });
  const menu = page.getByRole('dialog', { name: '单元格操作' });
  await expect(menu.getByRole('button', { name: '剪切' })).toBeFocused();
  await menu.getByRole('button', { name: '删除行' }).click();
  await expect(menu).toHaveCount(0);
  await expect(page.locator('.grid-input')).toBeFocused();
  expect(await column(page, '金额', 3)).toEqual([amounts[0], amounts[1], amounts[3]]);
  await undo(page, '删除 1 条');

  // By keyboard: the menu key opens it at the active cell; the selection stays.
  await (await cell(page, 1, '说明')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ContextMenu');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await (await cell(page, 3, '说明')).click();
  await page.keyboard.press('Control+v');
  await expect(await cell(page, 4, '说明')).toHaveText('第二');
});

test('undo and redo go to what they change, and on a page that does not show it say what it was', async ({ page }) => {
  await openSample(page, 'invented');
  await (await cell(page, 2, '说明')).click();
  await page.keyboard.type('改过');
  await page.keyboard.press('Enter');
  await saved(page);
  await page.keyboard.press('Control+End');
  await expect(page.locator('[data-row="1"]')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.grid-cell.is-active')).toBeInViewport();
  await expect(page.locator('[data-row="1"] .grid-cell.is-active')).toHaveText('');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+y');
  await expect(page.locator('[data-row="1"] .grid-cell.is-active')).toHaveText('改过');

  // Whether the undo or the next edit comes first: the window shows what is in the book.
  for (const round of [1, 2, 3]) {
    await (await cell(page, 5, '说明')).click();
    await page.keyboard.type(`先${round}`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+z');
    await page.keyboard.type(`后${round}`);
    await page.keyboard.press('Enter');
    await expect(page.locator('.grid-cell', { hasText: `后${round}` })).toHaveCount(1);
  }
  await saved(page);
  const stored = async () => {
    const lines = await clientOf(page)('line.list', { parentId: 1 });
    const [side = [], note = []] = ['side', 'note'].map((field) => lines.columns[lines.fields.indexOf(field)]);
    return note.flatMap((text, row) => (side[row] === 'income' ? [] : [text ?? ''])).slice(0, 8);
  };
  await expect(async () => expect(await column(page, '说明', 8)).toEqual(await stored())).toPass();

  await (await cell(page, 2, '说明')).click();
  await page.keyboard.type('又改');
  await page.keyboard.press('Enter');
  await saved(page);
  await goTo(page, '公开表');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销：修改预算明细“说明”')).toBeVisible();
});

test('coming back from another page one is where one was; a double click on a border fits the column', async ({
  page,
}) => {
  await openSample(page, 'invented');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  const at = await page.locator('.grid-number.is-selected').innerText();
  await page.keyboard.press('Alt+8');
  await expect(page.getByRole('figure')).toBeVisible();
  await page.keyboard.press('Alt+4');
  await expect(page.locator('.grid-cell.is-active')).toBeInViewport();
  await expect(page.locator('.grid-number.is-selected')).toHaveText(at);

  await page.keyboard.press('Control+Home');
  const shown = async () =>
    (await cell(page, 4, '功能分类科目')).evaluate((each) => each.scrollWidth - each.clientWidth);
  expect(await shown()).toBeGreaterThan(0);
  await page.locator('[data-head="1"] .grid-grip').dblclick();
  await expect.poll(shown).toBe(0);

  // The width is remembered, the corner selects all, and the head has its menu under the right button.
  await page.keyboard.press('Alt+3');
  await page.keyboard.press('Alt+4');
  await expect.poll(shown).toBe(0);
  await page.locator('.grid-corner').click();
  await expect(page.getByRole('contentinfo')).toContainText('求和 22,900,439.53');
  await page.locator('[data-head="2"]').click({ button: 'right' });
  await expect(page.getByRole('dialog', { name: '部门经济分类' })).toBeVisible();
});
