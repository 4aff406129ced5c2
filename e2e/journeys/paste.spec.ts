import { readFileSync, renameSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { clientOf } from '../client.ts';
import { expect, test } from '../shell.ts';
import { cell, movingPart, newBook, saved } from '../window.ts';

const FIXTURES = new URL('../fixtures/paste/', import.meta.url);
const blockOf = (name: string) => readFileSync(new URL(`${name}.tsv`, FIXTURES), 'utf8');
const amountOf = (name: string): number => JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), 'utf8')).amount;

/** Puts a text on the clipboard, as copying in Excel does, and presses Ctrl+V. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

test.beforeEach(async ({ page, chooser, folder }) => {
  await newBook(page, chooser, `${folder}/账套.ysb`);
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('grid', { name: '项目' })).toBeVisible();
  // A small clean block goes in at once.
  await paste(page, '生活垃圾清运\r\n道路清扫保洁\r\n公厕管护\r\n环卫设备更新\r\n');
  await saved(page);
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('grid', { name: '支出' })).toBeVisible();
});

test('200 messy rows are pasted, three bad cells mended, and one undo takes all back, by keyboard alone', async ({
  page,
}) => {
  await paste(page, blockOf('messy-200'));
  const dialog = page.getByRole('dialog', { name: '粘贴预览' });
  await expect(dialog.getByText('表头：第 3–4 行')).toBeVisible();
  await expect(dialog.getByRole('radio', { name: '万元' })).toBeChecked();
  await expect(dialog.getByRole('status')).toContainText('将新增 168 行 · 跳过 16 行 · 待改 3 处');

  await page.keyboard.press('F7');
  await expect(dialog.getByText('第 47 行“功能分类科目”：212501')).toBeVisible();
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('F7');
  await expect(dialog.getByText('没有“环卫设备更新购置”这个项目')).toBeVisible();
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('F7');
  await expect(dialog.getByText('第5个字符“x”')).toBeVisible();
  await page.keyboard.type('12.35');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('待改 0 处');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await saved(page);

  const totals = () => clientOf(page)('totals.get', { budgetId: 1 });
  const mended = 1_797_400 * 100 + 12_350_000;
  await expect.poll(async () => (await totals()).lines).toBe(168);
  expect((await totals()).expenditure).toBeGreaterThan(amountOf('messy-200') + mended / 100);
  await expect(page.getByRole('contentinfo')).toContainText('计数 168');

  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await totals()).lines).toBe(0);
  expect((await totals()).expenditure).toBe(0);
});

test('by mouse alone a block is mended, rows are left out, columns used otherwise, and a unit chosen against its heading', async ({
  page,
}) => {
  const head = '功能科目\t经济科目\t项目\t金额（元）\t备用';
  const rows = ['2120501\t办公\t\t3x\t乙', '2120501\t30201\t\t5\t丙', '212050\t30227\t道路清扫保洁\t12\t甲'];
  await paste(page, `${head}\r\n${rows.join('\r\n')}\r\n`);
  const dialog = page.getByRole('dialog', { name: '粘贴预览' });
  const told = dialog.getByRole('status');
  await expect(told).toContainText('待改 3 处');
  // What was written stands below what it was read as only where that says something else.
  await expect(dialog.getByRole('gridcell', { name: '30201 办公费', exact: true })).toBeVisible();
  await expect(dialog.getByRole('gridcell', { name: /^5\.00\s*5$/ })).toBeVisible();
  await dialog.getByRole('button', { name: /^下一处/ }).click();
  await dialog.getByRole('button', { name: /^30201 办公费/ }).click();
  await dialog.getByText('212050', { exact: true }).click();
  await dialog.getByRole('button', { name: /^2120501 / }).click();
  // A cell that is clicked is typed over, and left by a click elsewhere.
  await dialog.getByText('3x', { exact: true }).click();
  await page.keyboard.type('3');
  await dialog.getByText('丙', { exact: true }).click();
  await expect(told).toContainText('待改 0 处 · 金额合计 20.00 元');
  await dialog.getByRole('checkbox', { name: /^第3行/ }).click();
  await dialog.getByText('跳过 1', { exact: true }).click();
  await expect(dialog.getByRole('checkbox', { name: /^第\d+行/ })).toHaveCount(1);
  await dialog.getByText('全部 3', { exact: true }).click();
  await dialog.getByLabel('备用 用作').selectOption('说明');
  await dialog.getByText('万元', { exact: true }).click();
  await expect(told).toContainText('金额合计 150,000.00 元');
  await dialog.getByRole('button', { name: '粘贴 2 行' }).click();
  await expect(dialog).toBeHidden();
  await saved(page);
  await expect(movingPart(page, 1)).toContainText('30,000.00');
  await expect(await cell(page, 1, '说明')).toHaveText('乙');
  await expect(page.getByRole('contentinfo')).toContainText('支出总计 150,000.00');
});

test('what is not mended stays in its place and does not count until it is', async ({ page }) => {
  await paste(
    page,
    '项目名称\t功能科目\t预算数（元）\n公厕管护\t2120501\t100\n公厕\t2120501\t200\n生活垃圾清运\t2120501\t300\n',
  );
  const dialog = page.getByRole('dialog', { name: '粘贴预览' });
  await expect(dialog.getByRole('button', { name: '粘贴 3 行（1 行待改）' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await saved(page);
  await expect(page.getByRole('contentinfo')).toContainText('支出总计 400.00');
  const second = movingPart(page, 2);
  await expect(second).toContainText('公厕');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('公厕管护');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('支出总计 600.00');
});

test('the unit is asked for once and remembered with the book; Esc leaves everything as it was', async ({ page }) => {
  const block = '功能科目\t金额\n2120501\t1.5\n2120501\t2\n';
  await paste(page, block);
  const dialog = page.getByRole('dialog', { name: '粘贴预览' });
  await expect(dialog.getByText('表上没有写明，请选择')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^粘贴 / })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect((await clientOf(page)('totals.get', { budgetId: 1 })).lines).toBe(0);

  await paste(page, block);
  await expect(dialog.getByRole('radio', { name: '元', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('status')).toContainText('金额合计 35,000.00 元');
  await page.keyboard.press('Control+Enter');
  await saved(page);
  await expect(page.getByRole('contentinfo')).toContainText('支出总计 35,000.00');

  await paste(page, '功能科目\t金额\n2120501\t3\n');
  await expect(dialog.getByText('按上次的选择')).toBeVisible();
  await expect(dialog.getByRole('status')).toContainText('金额合计 30,000.00 元');
});

test('a block behind others is shown from its beginning, and the focus is back in the grid', async ({ page }) => {
  const block = (from: number) =>
    `功能科目\t金额（元）\t摘要\n${Array.from({ length: 60 }, (_, at) => `2120501\t${at + 1}\t第${from + at}条`).join('\n')}\n`;
  const dialog = page.getByRole('dialog', { name: '粘贴预览' });
  for (const from of [0, 60]) {
    await paste(page, block(from));
    await expect(dialog.getByRole('button', { name: '粘贴 60 行' })).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await saved(page);
  }
  await expect(await cell(page, 61, '说明')).toHaveText('第60条');
  const first = movingPart(page, 61);
  const heads = await page.locator('.grid-heads').first().boundingBox();
  expect((await first.boundingBox())?.y).toBeCloseTo((heads?.y ?? 0) + (heads?.height ?? 0), 0);
  await page.keyboard.press('Control+Home');
  await expect(await cell(page, 1, '说明')).toHaveText('第0条');
});

test('a block being looked over already stands where it would come; left, it is gone, and taken, it is one step', async ({
  page,
}) => {
  const block = (from: number) =>
    `功能科目\t金额（元）\n${Array.from({ length: 30 }, (_, at) => `2120501\t${from + at}`).join('\n')}\n`;
  const dialog = page.getByRole('dialog', { name: '粘贴预览' });
  const proposed = page.locator('.grid-moving .grid-row.is-saving');
  const lines = async () => (await clientOf(page)('totals.get', { budgetId: 1 })).lines;
  await paste(page, block(100));
  await expect(proposed.first()).toContainText('100.00');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('.grid-moving .grid-row')).toHaveCount(1);
  await expect(page.locator('.grid-row.is-blank .grid-cell.is-active')).toHaveCount(1);

  // A reload in the middle of it keeps nothing either: nobody has taken it.
  await paste(page, block(200));
  await expect(proposed.first()).toContainText('200.00');
  await page.waitForTimeout(500);
  await page.reload();
  await expect(page.getByRole('grid', { name: '支出' })).toBeVisible();
  await expect(page.locator('.grid-moving .grid-row')).toHaveCount(1);
  expect(await lines()).toBe(0);

  await paste(page, block(300));
  await expect(proposed.first()).toContainText('300.00');
  // What is mended meanwhile is what comes.
  await dialog.getByRole('gridcell', { name: '300.00 300', exact: true }).click();
  await page.keyboard.type('1300');
  await page.keyboard.press('Enter');
  await expect(proposed.first()).toContainText('1,300.00');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await saved(page);
  await expect(movingPart(page, 1)).toContainText('1,300.00');
  await expect(proposed).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toContainText('求和 10,435.00');
  await expect.poll(lines).toBe(30);

  // Over rows that are there it is not shown beforehand.
  await page.keyboard.press('Control+Home');
  await paste(page, block(400));
  await expect(movingPart(page, 31)).toContainText('400.00');
  await dialog.getByText('从第 1 行起覆盖').click();
  await expect(proposed).toHaveCount(0);
  await expect(dialog.getByRole('status')).toContainText('将覆盖 30 行');
  await page.keyboard.press('Control+Enter');
  await saved(page);
  await expect(page.getByRole('contentinfo')).toContainText('支出总计 12,435.00');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('contentinfo')).toContainText('支出总计 10,435.00');
  await page.keyboard.press('Control+z');
  await expect.poll(lines).toBe(0);
});

test('the key that takes a block shows what it adds up to; what could not be saved after all does not count', async ({
  page,
  folder,
}) => {
  const block = `功能科目\t金额（元）\n${'2120501\t100\n'.repeat(30)}`;
  const bar = page.getByRole('contentinfo');
  /** Takes the block; answers what the bar says in the frame of the key, before the core's answer is shown. */
  const take = async () => {
    const said = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const look = () =>
            requestAnimationFrame(() => resolve(document.querySelector('.status-bar')?.textContent ?? ''));
          document.addEventListener('keydown', ({ key }) => key === 'Enter' && look(), { capture: true });
        }),
    );
    // The listener is there once an evaluation behind it has been answered.
    await page.evaluate('0');
    await page.keyboard.press('Control+Enter');
    return said;
  };
  const lookOver = async () => {
    await paste(page, block);
    await expect(page.locator('.grid-moving .grid-row.is-saving').first()).toContainText('100.00');
    // All lists have come, the core has the block ready, and has said what it will bring about.
    await page.waitForTimeout(1_500);
  };
  await lookOver();
  expect(await take()).toContain('支出总计 3,000.00');
  await saved(page);
  await expect(page.locator('.beside .sheet-table')).toContainText('3,000.00');

  await lookOver();
  renameSync(`${folder}/账套.ysb`, `${folder}/拿走.ysb`);
  expect(await take()).toContain('支出总计 6,000.00');
  await expect(page.getByText(/找不到账套“账套.ysb”/).first()).toBeVisible();
  await expect(bar).toContainText('支出总计 3,000.00');
  await expect(page.locator('.beside .sheet-table')).not.toContainText('6,000.00');

  renameSync(`${folder}/拿走.ysb`, `${folder}/账套.ysb`);
  await saved(page);
  await expect(bar).toContainText('支出总计 6,000.00');
  await expect(page.locator('.beside .sheet-table')).toContainText('6,000.00');
});

test('while a dialog is open the keyboard and the mouse reach nothing below it', async ({ page }) => {
  await paste(page, '功能科目\t金额\n2120501\t1.5\n');
  const dialog = page.getByRole('dialog', { name: '粘贴预览' });
  await expect(dialog).toHaveAttribute('aria-modal', 'true');
  const inside = () => page.evaluate(() => document.activeElement?.closest('[role=dialog], dialog') !== null);
  for (const key of ['Tab', 'Shift+Tab'])
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press(key);
      expect(await inside()).toBe(true);
    }
  await page.mouse.click(60, 220);
  expect(await inside()).toBe(true);
  await expect(page.getByRole('grid', { name: '支出' })).toBeVisible();
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('grid', { name: '支出' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.type('1');
  await expect(page.locator('.grid-input.is-editing')).toBeFocused();
});

test('ten thousand rows are read without the window standing still, and can be left at any time', async ({ page }) => {
  const row = (at: number) => `2120501\t${at % 2 === 0 ? '办公费' : '30201'}\t${at + 1}.5\t第${at}条`;
  const text = `功能科目\t经济科目\t金额（元）\t摘要\n${Array.from({ length: 10_000 }, (_, at) => row(at)).join('\n')}\n`;
  await paste(page, text);
  const dialog = page.getByRole('dialog', { name: '粘贴预览' });
  await expect(dialog.getByRole('status')).toContainText('将新增 10000 行');
  await page.keyboard.press('Control+End');
  await expect(dialog.getByText('第9999条')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('支出总计 50,010,000.00');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await clientOf(page)('totals.get', { budgetId: 1 })).lines).toBe(0);
});
