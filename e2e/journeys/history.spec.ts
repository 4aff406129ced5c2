import path from 'node:path';
import { clientOf } from '../client.ts';
import { makeBook, tabTo, typeRow } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { cell, fill, goTo, openSample, saved } from '../window.ts';

test('fifty steps undone stay undone over a restart, and all fifty are redone', async ({
  page,
  chooser,
  folder,
  open,
}) => {
  test.slow();
  chooser.next(path.join(folder, '五十步.ysb'));
  await makeBook(page, '044', '县环卫中心');
  await expect(page.getByRole('banner')).toBeVisible();
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid', { name: '收入' })).toBeVisible();
  for (let row = 1; row <= 50; row += 1) await typeRow(page, ['一般公共预算', '2120501', String(row * 100)]);
  const status = page.getByRole('contentinfo');
  // 100 + 200 + … + 5000
  await expect(status).toContainText('收入总计 127,500.00');
  await saved(page);
  for (let step = 0; step < 50; step += 1) await page.keyboard.press('Control+z');
  await expect(status).toContainText('收入总计 0.00');
  await expect.poll(() => clientOf(page)('history.state', {})).toMatchObject({ redo: 50 });
  await page.close();

  const again = await open();
  await again.getByRole('button', { name: /五十步/ }).click();
  await expect(again.getByRole('banner')).toBeVisible();
  await again.keyboard.press('Alt+3');
  await expect(again.getByRole('grid', { name: '收入' })).toBeVisible();
  await expect(again.getByRole('contentinfo')).toContainText('收入总计 0.00');
  for (let step = 0; step < 50; step += 1) await again.keyboard.press('Control+y');
  await expect(again.getByRole('contentinfo')).toContainText('收入总计 127,500.00');
  await expect.poll(() => clientOf(again)('history.state', {})).toMatchObject({ redo: 0 });
});

test('one record comes back from its own history while later work stays, all by keyboard', async ({ page }) => {
  await openSample(page, 'real');
  await goTo(page, '收入');
  const first = await (await cell(page, 1, '金额')).innerText();
  await fill(page, 1, '说明', '甲');
  await fill(page, 1, '金额', '1');
  await fill(page, 2, '说明', '乙');
  await saved(page);
  await (await cell(page, 1, '金额')).click();

  await page.keyboard.press('Control+Shift+h');
  const history = page.getByRole('complementary', { name: '历史' });
  await expect(history.getByRole('checkbox', { name: '只看表格中所选的记录' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(history.locator('.history-head')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(history).toContainText('→ 1.00');
  await tabTo(page, history.getByRole('button', { name: '恢复到改前' }));
  await page.keyboard.press('Enter');
  await expect(await cell(page, 1, '金额')).toHaveText(first);
  await expect(await cell(page, 1, '说明')).toHaveText('甲');
  await expect(await cell(page, 2, '说明')).toHaveText('乙');

  await page.keyboard.press('Escape');
  await expect(history).toHaveCount(0);
  await expect(page.locator('.grid-input')).toBeFocused();
});

test('going back to a point says how many steps are undone, and they can be redone', async ({ page }) => {
  await openSample(page, 'real');
  await goTo(page, '收入');
  for (const note of ['一', '二', '三']) await fill(page, 1, '说明', note);
  await saved(page);
  await page.getByRole('button', { name: '历史', exact: true }).click();
  const history = page.getByRole('complementary', { name: '历史' });
  await expect(history.locator('.history-head')).toHaveCount(3);
  await history.locator('.history-head').last().click();
  await history.getByRole('button', { name: '回到这里' }).click();
  const dialog = page.getByRole('dialog', { name: '回到这里' });
  await expect(dialog).toContainText('将撤销其后的 2 步');
  await dialog.getByRole('button', { name: '回到这里' }).click();
  await expect(await cell(page, 1, '说明')).toHaveText('一');
  await expect(history.locator('.is-undone')).toHaveCount(2);
  await page.keyboard.press('Control+y');
  await expect(await cell(page, 1, '说明')).toHaveText('二');
});
