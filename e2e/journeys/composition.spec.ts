import type { CDPSession, Page } from '@playwright/test';
import { makeBook } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { cell, goTo, saved } from '../window.ts';

/** What an input method shows while candidates are open. */
async function compose(cdp: CDPSession, text: string): Promise<void> {
  await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

/** A key the input method keeps for itself: the page sees it as composing. */
async function enterWhileComposing(cdp: CDPSession): Promise<void> {
  const key = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

async function startAtNotes(page: Page): Promise<CDPSession> {
  await makeBook(page, '044', '县环卫中心');
  await goTo(page, '项目');
  await (await cell(page, 1, '项目名称')).click();
  return page.context().newCDPSession(page);
}

test('Chinese typed through an input method on a selected cell loses and doubles nothing', async ({
  page,
  chooser,
  folder,
}) => {
  chooser.next(`${folder}/输入法.ysb`);
  const cdp = await startAtNotes(page);
  for (const step of ['c', 'ch', 'cheng', 'cheng qu']) await compose(cdp, step);
  const input = page.locator('.grid-input');
  await expect(input).toHaveClass(/is-editing/);
  await enterWhileComposing(cdp);
  await expect(input).toHaveClass(/is-editing/);
  await cdp.send('Input.insertText', { text: '城区' });
  for (const step of ['d', 'dao', 'dao lu']) await compose(cdp, step);
  await cdp.send('Input.insertText', { text: '道路维修' });
  await expect(input).toHaveValue('城区道路维修');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 1, '项目名称')).toHaveText('城区道路维修');
  // The Enter after the words were confirmed is the one that commits and goes down.
  await expect(page.locator('[data-row="1"] .is-active')).toBeVisible();
});

test('the Enter that confirms a candidate neither commits the cell nor moves on', async ({ page, chooser, folder }) => {
  chooser.next(`${folder}/输入法.ysb`);
  const cdp = await startAtNotes(page);
  await compose(cdp, 'wei xiu');
  await page.keyboard.press('Enter');
  await expect(page.locator('.grid-input')).toHaveClass(/is-editing/);
  await cdp.send('Input.insertText', { text: '维修' });
  await expect(page.locator('.grid-input')).toHaveClass(/is-editing/);
  await expect(page.locator('.grid-input')).toHaveValue('维修');
});

test('a code is found by Chinese typed through an input method', async ({ page, chooser, folder }) => {
  chooser.next(`${folder}/输入法.ysb`);
  const cdp = await startAtNotes(page);
  await goTo(page, '支出');
  await (await cell(page, 1, '部门经济分类')).click();
  await compose(cdp, 'ban gong');
  await cdp.send('Input.insertText', { text: '办公费' });
  await expect(page.getByRole('listbox', { name: '可选内容' }).getByRole('option').first()).toContainText('30201');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 1, '部门经济分类')).toHaveText('30201 办公费');
  await (await cell(page, 1, '金额')).click();
  await page.keyboard.type('100');
  await page.keyboard.press('Enter');
  await saved(page);
});
