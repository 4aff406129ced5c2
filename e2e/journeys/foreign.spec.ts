import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import exceljs from 'exceljs';
import { clientOf } from '../client.ts';
import { makeBook, tabTo } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { goTo, openSample } from '../window.ts';

/** Our own export as somebody else would have made it: a figure mistyped, amounts as text, a row hidden, columns moved. */
async function spoil(from: string, to: string): Promise<void> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(from);
  const third = workbook.getWorksheet('表3支出总表');
  const twelfth = workbook.getWorksheet('表12项目支出表本年');
  if (third === undefined || twelfth === undefined) throw new Error('no such sheets');
  third.getCell('C21').value = 9307.25;
  third.getRow(10).hidden = true;
  for (let row = 7; row < 20; row += 1) {
    const cell = twelfth.getCell(row, 2);
    if (typeof cell.value === 'number') cell.value = String(cell.value);
  }
  workbook.removeWorksheet('目录');
  await workbook.xlsx.writeFile(to);
}

async function exportSample(page: Page, file: string, next: (path: string) => void): Promise<void> {
  await openSample(page, 'real');
  await goTo(page, '导出');
  next(file);
  await page.getByRole('button', { name: '导出工作簿' }).click();
  await expect(page.getByText('✓ 已写入')).toBeVisible();
  await page.keyboard.press('Control+o');
}

test('a foreign workbook is audited by keyboard, and its totals become the prior-year figures of a new book', async ({
  page,
  chooser,
  folder,
}) => {
  const own = path.join(folder, '公开表.xlsx');
  const file = path.join(folder, '来文.xlsx');
  await exportSample(page, own, (answer) => chooser.next(answer));
  await spoil(own, file);

  // From the start page, without a book.
  chooser.next(file);
  await tabTo(page, page.getByRole('button', { name: '检查外来公开表' }));
  await page.keyboard.press('Enter');
  const desk = page.getByRole('dialog', { name: '外来公开表：来文.xlsx' });
  await expect(desk.getByRole('status').filter({ hasText: '认出 13 张表' })).toBeVisible();

  // The findings are walked through by arrows; each is shown on the picture of its sheet.
  const findings = desk.getByRole('listbox', { name: '审核结果' });
  await tabTo(page, findings);
  const chosen = findings.getByRole('option', { selected: true });
  await expect(chosen).toContainText('错误');
  await expect(chosen).toContainText(/表3支出总表\s*C2[01]/);
  await expect(desk.getByRole('tab', { selected: true })).toContainText('表3');
  await expect(desk.locator('.picture-cell.is-chosen')).toContainText(/9,[23]07\.25/);
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toContainText('错误');

  // And the other way: Enter on a marked cell chooses its finding.
  const picture = desk.getByRole('grid', { name: '工作表“表3支出总表”' });
  await picture.focus();
  await page.keyboard.press('Control+Home');
  await expect(desk.getByText('A1', { exact: true })).toBeVisible();
  await desk.getByRole('gridcell', { name: /29\.35（警告/ }).click();
  await expect(chosen).toContainText('隐藏');

  // What the program takes a column for can be said otherwise, and taken back.
  await desk.getByRole('button', { name: '各列用途' }).click();
  const use = desk.getByLabel('D 列“2025年预算数/基本支出”的用途');
  await use.selectOption({ label: '不用' });
  await expect(findings).toContainText('没有“2025年预算数—基本支出”栏');
  await use.selectOption({ label: '基本支出' });
  await expect(findings).not.toContainText('没有“2025年预算数—基本支出”栏');

  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);

  chooser.next(path.join(folder, '结果.xlsx'));
  await desk.getByRole('button', { name: '导出审核结果' }).click();
  await expect(page.getByText('已写入“结果.xlsx”')).toBeVisible();

  // The totals begin next year's book.
  await tabTo(page, desk.getByRole('button', { name: '取作上年数…' }));
  await page.keyboard.press('Enter');
  const prior = page.getByRole('dialog', { name: '取作上年数' });
  await expect(prior.getByRole('row', { name: /基本支出/ })).toContainText('291.73');
  await prior.getByRole('checkbox', { name: '公务接待费' }).uncheck();
  await prior.getByRole('button', { name: '以这 13 项新建账套…' }).click();
  chooser.next(path.join(folder, '明年.ysb'));
  const form = page.getByRole('dialog', { name: '新建账套' });
  await expect(form.getByLabel('单位名称')).toHaveValue('岚县城乡环卫和市政服务中心');
  await tabTo(page, form.getByLabel('单位编码'));
  await page.keyboard.type('044');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '页面' })).toBeVisible();
  const figures = await clientOf(page)('prior.list', { parentId: 1 });
  expect(figures.count).toBe(13);
});

test('prior-year figures come into a budget in one step, and a file that is no workbook is refused', async ({
  page,
  chooser,
  folder,
}) => {
  const own = path.join(folder, '公开表.xlsx');
  await exportSample(page, own, (answer) => chooser.next(answer));
  chooser.next(path.join(folder, '新账套.ysb'));
  await makeBook(page, '044', '岚县城乡环卫和市政服务中心');
  await expect(page.getByRole('navigation', { name: '页面' })).toBeVisible();

  chooser.next(path.join(folder, '新账套.ysb'));
  await page.keyboard.press('Control+Shift+O');
  const refused = page.getByRole('dialog', { name: '没有打开这个文件' });
  await expect(refused.getByRole('alert')).toContainText('不是 Excel 工作簿');
  chooser.next(own);
  await refused.getByRole('button', { name: '换一个文件' }).click();
  const desk = page.getByRole('dialog', { name: '外来公开表：公开表.xlsx' });
  await desk.getByRole('button', { name: '取作上年数…' }).click();
  const prior = page.getByRole('dialog', { name: '取作上年数' });
  await prior.getByRole('button', { name: '取入 14 项' }).click();
  await expect(page.getByText('已取入 14 项上年数。可撤销。')).toBeVisible();
  const count = async () => (await clientOf(page)('prior.list', { parentId: 1 })).count;
  expect(await count()).toBe(14);
  await page.keyboard.press('Escape');
  await expect(desk).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(count).toBe(0);
});

test('the desk fits the window at 1366×768 and is usable at 200% zoom', async ({ page, chooser, folder }) => {
  const own = path.join(folder, '公开表.xlsx');
  await exportSample(page, own, (answer) => chooser.next(answer));
  chooser.next(own);
  await page.getByRole('button', { name: '检查外来公开表' }).click();
  const desk = page.getByRole('dialog', { name: '外来公开表' });
  await expect(desk.getByRole('grid')).toBeVisible();
  for (const size of [
    { width: 1366, height: 768 },
    { width: 683, height: 384 },
  ]) {
    await page.setViewportSize(size);
    const box = await desk.boundingBox();
    expect(box?.width).toBeLessThanOrEqual(size.width);
    expect(box?.height).toBeLessThanOrEqual(size.height);
    await expect(desk.getByRole('button', { name: '关闭', exact: true }).last()).toBeInViewport();
  }
});
