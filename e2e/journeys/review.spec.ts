import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { tabTo, typeRow } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { cell, goTo, newBook, openSample, saved } from '../window.ts';
import { sheetTexts } from '../workbook.ts';

const list = (page: Page) => page.getByRole('tree', { name: '审核结果' });
const rows = (page: Page) => page.locator('.finding-row');
const detail = (page: Page) => page.getByRole('complementary', { name: '所选结果' });
const trail = (page: Page) => page.getByRole('region', { name: '正在处理的审核结果' });
const badge = (page: Page, name: string) => page.locator('.nav-item', { hasText: name }).locator('.badge');

/** Looks for words in the list and goes back to it, to the first finding that has them. */
async function find(page: Page, words: string): Promise<void> {
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox', { name: '搜索审核结果' })).toBeFocused();
  await page.keyboard.type(words);
  await expect(rows(page).first()).toContainText(words);
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeFocused();
}

/** Takes the words out of the search again. */
async function findAll(page: Page): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox', { name: '搜索审核结果' })).toHaveValue('');
}

test('by keyboard: what was broken is counted, found, mended and waived; it stays so, is exported and handed in', async ({
  page,
  open,
  chooser,
  folder,
}) => {
  test.slow();
  await newBook(page, chooser, path.join(folder, '账套.ysb'));
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid', { name: '收入' })).toBeVisible();
  await typeRow(page, ['一般公共预算', '2120501', '8000']);
  await typeRow(page, ['一般公共预算', '2120501', '0']);
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('grid', { name: '支出' })).toBeVisible();
  await typeRow(page, ['基本支出', '2120501', '30201', null, '4000', null, null, null, '50299']);
  await typeRow(page, ['基本支出', '2120501', '30201', null, '1000', null, null, null, '50299']);
  await typeRow(page, ['基本支出', '2120501', null, null, '3000']);
  await saved(page);

  // Counted where they are mended, all of them at 审核.
  await expect(badge(page, '支出')).toHaveText('1');
  await expect(badge(page, '支出')).toHaveClass(/is-error/);
  await expect(badge(page, '收入')).toHaveClass(/is-warning/);

  // Jump to the very cell, mend it there, and back to the list as it was left.
  await page.keyboard.press('Alt+0');
  await find(page, '没有填部门预算经济分类');
  await expect(detail(page)).toContainText('依据');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 3, '部门经济分类')).toHaveClass(/is-active/);
  await expect(trail(page)).toContainText('错误');
  await page.keyboard.type('30201');
  await page.keyboard.press('Enter');
  await expect(trail(page)).toContainText('✓ 已改正');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox', { name: '搜索审核结果' })).toHaveValue('没有填部门预算经济分类');
  await expect(page.getByText('没有符合条件的结果')).toBeVisible();
  await expect(badge(page, '支出')).toHaveCount(0);
  await findAll(page);

  // A safe fix is one key, for one or for all of its kind, and one step of history.
  await find(page, '与部门经济分类');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('g');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(2);
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Shift+G');
  await expect(page.getByText('没有符合条件的结果')).toBeVisible();
  await findAll(page);

  // A warning is waived with a reason, and not without one.
  await find(page, '金额为零');
  await page.keyboard.press('f');
  await expect(page.getByRole('textbox', { name: '理由' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('请写明为什么不改');
  await page.keyboard.type('等待财政分配');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已放行 1')).toBeVisible();
  await expect(badge(page, '收入')).toHaveCount(0);
  await page.keyboard.press('Alt+3');
  await expect(await cell(page, 2, '金额')).not.toHaveClass(/has-warning/);
  await page.close();

  // Still so after a restart, with who said it; the reason can be changed, taken back, and that undone.
  const again = await open();
  await again
    .getByRole('button', { name: '账套', exact: false })
    .filter({ hasText: folder.split('/').at(-1) ?? '' })
    .click();
  await expect(again.getByRole('navigation', { name: '页面' })).toBeVisible();
  await again.keyboard.press('Alt+0');
  const waived = again.getByRole('radio', { name: '已放行 1' });
  await tabTo(again, again.getByRole('radio', { name: /^待处理/ }));
  await again.keyboard.press('ArrowRight');
  await expect(waived).toBeChecked();
  await expect(rows(again)).toHaveCount(1);
  await again.keyboard.press('Escape');
  await expect(list(again)).toBeFocused();
  await again.keyboard.press('ArrowDown');
  await expect(detail(again).locator('blockquote')).toContainText('等待财政分配');
  await again.keyboard.press('f');
  await again.keyboard.press('Control+a');
  await again.keyboard.type('县财政已批复');
  await again.keyboard.press('Control+Enter');
  await expect(detail(again).locator('blockquote')).toContainText('县财政已批复');
  await again.keyboard.press('Delete');
  await expect(again.getByRole('radio', { name: '已放行 0' })).toBeChecked();
  await again.keyboard.press('Control+z');
  await expect(waived).toBeChecked();
  await expect(rows(again)).toContainText('县财政已批复');

  // As files, with the reasons; the first holds the one that is filtered out, the other all.
  const only = again.getByRole('checkbox', { name: '只导出筛选出的' });
  await tabTo(again, only);
  await again.keyboard.press('Space');
  for (const [name, file] of [
    ['导出 Excel', '审核结果.xlsx'],
    ['导出 PDF', '审核结果.pdf'],
  ] as const) {
    chooser.next(path.join(folder, file));
    await tabTo(again, again.getByRole('button', { name }));
    await again.keyboard.press('Enter');
    await expect(again.getByText('✓ 已写入')).toContainText(file);
    expect(existsSync(path.join(folder, file))).toBe(true);
    if (file.endsWith('xlsx')) {
      const [open, waivedOnes] = await Promise.all(
        [/^审核结果$/, /^不改的理由$/].map(async (name) => {
          const texts = await sheetTexts(path.join(folder, file), name);
          return texts.map((row) => row.join(' ')).filter((row) => /^1 /.test(row));
        }),
      );
      expect(open).toEqual([]);
      expect(waivedOnes).toEqual([expect.stringContaining('县财政已批复')]);
    }
    await expect(again.getByRole('button', { name: '打开文件夹' })).toBeVisible();
    await tabTo(again, again.getByRole('button', { name: '收起' }));
    await again.keyboard.press('Enter');
  }

  await expect(again.getByRole('region', { name: '上报前的准备' })).toContainText('可以上报');
  await tabTo(again, again.getByRole('button', { name: '上报', exact: true }));
  await again.keyboard.press('Enter');
  await expect(again.getByText('状态：已上报')).toBeVisible();
  await expect(again.getByRole('button', { name: /改正错误.*已完成/ })).toBeVisible();
});

test('F7 walks from finding to finding across pages, and each step of readiness leads to where it is done', async ({
  page,
}) => {
  await openSample(page, 'invented');
  await goTo(page, '审核');
  await page.getByLabel('分组').selectOption({ label: '规则' });
  await expect(page.locator('.finding-group').first()).toContainText('提示');
  await expect(list(page)).toBeVisible();
  // Results come while the book is still being checked, and the first one may not stay the first.
  await expect(page.getByRole('region', { name: '上报前的准备' })).not.toContainText('正在审核');
  const wanted = await rows(page).first().locator('.finding-message').innerText();
  await list(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(trail(page)).toContainText(wanted);
  await page.keyboard.press('F7');
  await expect(trail(page)).not.toContainText(wanted);
  await page.keyboard.press('Shift+F7');
  await expect(trail(page)).toContainText(wanted);
  await page.keyboard.press('F7');
  await page.keyboard.press('F7');
  await trail(page).getByRole('button', { name: '放行' }).click();
  await expect(page.getByRole('textbox', { name: '理由' })).toBeFocused();
  await page.keyboard.type('已核对');
  await page.keyboard.press('Control+Enter');
  await expect(trail(page)).toContainText('已放行');
  await page.keyboard.press('Control+z');
  await expect(trail(page)).toContainText('提示');
  await page.keyboard.press('Shift+F7');
  await page.keyboard.press('Shift+F7');
  await page.keyboard.press('Alt+0');
  await expect(page.locator('.finding-row.is-chosen')).toContainText(wanted);
  await expect(page.getByLabel('分组')).toHaveValue('rule');
  // Folded up and out.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.finding-group.is-chosen')).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.finding-row').first()).toContainText(wanted);
  await page.getByRole('region', { name: '上报前的准备' }).getByRole('button', { name: '政府采购' }).click();
  await expect(trail(page)).toContainText('采购');
});
