import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { clientOf } from '../client.ts';
import { tabTo, typeRow } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { cell, newBook, openSample, saved } from '../window.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: '所选采购' });
const undo = (page: Page) => page.keyboard.press('Control+z');

/** Moves along the row of the active cell until the cell is active. */
async function goInRow(page: Page, target: Locator): Promise<void> {
  await page.keyboard.press('Home');
  for (let step = 0; step < 20; step += 1) {
    if (((await target.getAttribute('class')) ?? '').includes('is-active')) return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`the arrow keys do not lead to ${target}`);
}

test('a purchase that crosses a limit turns red while it is typed, says its basis, and the fix mends it', async ({
  page,
}) => {
  await openSample(page, 'real');
  await page.keyboard.press('Alt+6');
  await expect(page.getByRole('grid', { name: '采购' })).toBeVisible();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  // 品目 is left blank; the amount follows from quantity and price.
  await typeRow(page, [null, '护栏', '货物', '10', '套', '29000', null, null, 'zxcg']);
  await saved(page);
  await expect(await cell(page, 11, '金额')).toHaveText('290,000.00');
  await expect(await cell(page, 11, '采购方式')).toHaveText('自行采购');
  await expect(await cell(page, 11, '组织形式')).toHaveText('限额以下');

  await page.keyboard.press('ArrowUp');
  await goInRow(page, await cell(page, 11, '单价'));
  await expect(panel(page)).toContainText('目录外且未达到分散采购限额标准');
  // The rules find nothing; that the project of the line above cannot pay for it is said first of all.
  const problems = panel(page).getByRole('list', { name: '这笔采购的问题' }).getByRole('listitem');
  await expect(problems).toHaveText([/^项目“.+”只有30\.00万元，采购合计59\.00万元，多29\.00万元。/]);
  await page.keyboard.type('30000');
  // Nothing is committed yet: the row is shown as it would be.
  await expect(await cell(page, 11, '组织形式')).toHaveText('分散采购');
  await expect(await cell(page, 11, '金额')).toHaveText('300,000.00');
  await expect(await cell(page, 11, '金额')).toHaveAttribute('aria-invalid', 'true');
  await expect(await cell(page, 11, '采购方式')).toHaveAttribute('aria-invalid', 'true');
  await expect(panel(page)).toContainText('达到了分散采购限额标准，不能自行采购');
  await expect(panel(page)).toContainText('依据：晋财购〔2023〕50号 三、分散采购限额标准');
  await expect(panel(page)).toContainText('因为：货物或服务、与工程建设无关、县级、金额达到300,000元');
  // One 分 less is below the limit.
  await page.keyboard.press('Control+a');
  await page.keyboard.type('29999.999');
  await page.keyboard.press('Backspace');
  await expect(await cell(page, 11, '金额')).toHaveText('299,999.90');
  await expect(await cell(page, 11, '采购方式')).not.toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('30000');
  await page.keyboard.press('Enter');
  await saved(page);

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('F6');
  const mend = panel(page).getByRole('button', { name: '改为公开招标' });
  await expect(mend).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(await cell(page, 11, '采购方式')).toHaveText('公开招标');
  await expect(mend).toHaveCount(0);
  // The button is gone; the keyboard is back in the grid.
  await expect(page.locator('.grid-input')).toBeFocused();
  await saved(page);
  const stored = await clientOf(page)('procurement.list', { parentId: 1 });
  expect(stored.columns[stored.fields.indexOf('method')]?.at(-1)).toBe('公开招标');

  // The fix was one step, and so was the price with its amount.
  await undo(page);
  await expect(await cell(page, 11, '采购方式')).toHaveText('自行采购');
  await expect(panel(page)).toContainText('不能自行采购');
  await undo(page);
  await expect(await cell(page, 11, '金额')).toHaveText('290,000.00');
  await expect(await cell(page, 11, '采购方式')).not.toHaveAttribute('aria-invalid', 'true');
});

test('a bureau\u2019s own rules are added with errors that name their place, decide what is picked from the catalogue, and lead back from the checks', async ({
  page,
  chooser,
  folder,
}) => {
  await newBook(page, chooser, path.join(folder, '账套.ysb'));
  await page.keyboard.press('Alt+6');
  await expect(page.getByRole('grid', { name: '采购' })).toBeVisible();

  // A 品目 by its initials brings its name and category.
  await typeRow(page, ['tsjsj', null, null, '2', '台', '5000', null, null, 'gkzb']);
  await saved(page);
  for (const [column, text] of [
    ['品目', 'A02010105 台式计算机'],
    ['采购内容', '台式计算机'],
    ['类别', '货物'],
    ['金额', '10,000.00'],
  ] as const) {
    await expect(await cell(page, 1, column)).toHaveText(text);
  }
  await expect(panel(page)).toContainText('没有适用的集中采购目录和限额标准');

  const docs = readFileSync(new URL('../../docs/procurement-rules.md', import.meta.url), 'utf8');
  const example = JSON.parse(docs.match(/```json\n([\s\S]*?)```/)?.[1] ?? '') as Record<string, unknown>;
  const file = path.join(folder, '本县规则.json');
  writeFileSync(file, JSON.stringify({ ...example, regions: ['全国'], effectiveFrom: '2025年1月1日' }));
  await page.keyboard.press('F6');
  await expect(panel(page).getByRole('button', { name: '查看采购规则' })).toBeFocused();
  await page.keyboard.press('Enter');
  const add = page.getByRole('button', { name: '添加规则文件' });
  await tabTo(page, add);
  chooser.next(file);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText(
    '“本县规则.json”的 effectiveFrom，应为日期，写成 2027-01-01 的样子',
  );
  writeFileSync(file, JSON.stringify({ ...example, regions: ['全国'] }));
  chooser.next(file);
  await page.keyboard.press('Enter');
  const card = page.getByRole('article', { name: '陕财采〔2025〕1号' });
  await expect(card).toContainText('适用');
  await expect(card).toContainText('全国适用，自2025-01-01起施行。');
  await expect(page.getByRole('alert')).toHaveCount(0);
  // The provincial notice says why it does not apply.
  await expect(page.getByRole('article', { name: '晋财购〔2023〕50号' })).toContainText('单位还没有填写行政区划');

  await page.keyboard.press('F6');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: '采购' })).toBeVisible();
  await page.keyboard.press('Control+Home');
  await expect(panel(page)).toContainText('集中采购');
  await expect(panel(page)).toContainText('陕财采〔2025〕1号 一、目录');

  // From the checks back to exactly the cell.
  await page.keyboard.press('Alt+0');
  await expect(page.getByRole('tree', { name: '审核结果' })).toBeFocused();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('没有挂到项目或预算明细');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('treeitem').nth(1)).toContainText('没有挂到项目或预算明细');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 1, '项目')).toHaveClass(/is-active/);
});
