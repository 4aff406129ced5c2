import path from 'node:path';
import type { Page } from '@playwright/test';
import { clientOf } from '../client.ts';
import { makeBook } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { cell, fill, goTo, saved } from '../window.ts';

const statusBar = (page: Page) => page.getByRole('contentinfo');

/** The active cell is a wrong one: it keeps what was typed, and the status bar says why. */
async function expectRefused(page: Page, row: number, column: string, typed: string, reason: string): Promise<void> {
  const wrong = await cell(page, row, column);
  await expect(wrong).toHaveText(typed);
  await expect(wrong).toHaveAttribute('aria-invalid', 'true');
  await wrong.click();
  await expect(statusBar(page)).toContainText(reason);
}

test('what cannot be read as an amount or a code stays in its cell and says why', async ({ page, chooser, folder }) => {
  chooser.next(path.join(folder, '账套.ysb'));
  await makeBook(page, '044', '县环卫中心');
  await goTo(page, '支出');
  await fill(page, 1, '金额', '12,3x');
  await expectRefused(page, 1, '金额', '12,3x', '第5个字符“x”');
  await fill(page, 1, '金额', '-5');
  await expectRefused(page, 1, '金额', '-5', '“金额”不能是负数');
  await fill(page, 1, '金额', '3.125');
  await expectRefused(page, 1, '金额', '3.125', '小数点后有3位');
  await fill(page, 1, '功能分类科目', '21205');
  await expectRefused(page, 1, '功能分类科目', '21205', '应为7位数字，“21205”是5位');
  expect(await clientOf(page)('totals.get', { budgetId: 1 })).toMatchObject({ lines: 0 });

  // Mended in place, the row saves itself as one step.
  await fill(page, 1, '功能分类科目', '2120501');
  await fill(page, 1, '金额', '=3*528*12');
  await saved(page);
  await expect(await cell(page, 1, '金额')).toHaveText('19,008.00');
  await expect(statusBar(page)).toContainText('支出总计 19,008.00');
});

test('a code of the right length that is not listed is taken and marked', async ({ page, chooser, folder }) => {
  chooser.next(path.join(folder, '账套.ysb'));
  await makeBook(page, '044', '县环卫中心');
  await goTo(page, '收入');
  await fill(page, 1, '功能分类科目', '2129998');
  await fill(page, 1, '金额', '100');
  await saved(page);
  await expect(await cell(page, 1, '功能分类科目')).toHaveText('2129998（未在科目表中）');
  await goTo(page, '审核');
  await expect(page.getByRole('main')).toContainText('不在2027年科目表中');
});

test('lines that lack a project, an economic class or a fitting fund are marked, lead back from the checks, and take a project made on the spot', async ({
  page,
  chooser,
  folder,
}) => {
  chooser.next(path.join(folder, '账套.ysb'));
  await makeBook(page, '044', '县环卫中心');
  await goTo(page, '支出');
  await fill(page, 1, '功能分类科目', '2120501');
  await fill(page, 1, '金额', '100');
  await fill(page, 2, '支出性质', '项目支出');
  await fill(page, 2, '功能分类科目', '2120501');
  await fill(page, 2, '金额', '200');
  await fill(page, 3, '功能分类科目', '2120803');
  await fill(page, 3, '金额', '300');
  await saved(page);
  const marked = async (row: number, column: string, sentence: string) => {
    const found = await cell(page, row, column);
    await expect(found).toHaveClass(/has-error/);
    await expect(found).toHaveAttribute('title', new RegExp(sentence));
  };
  await marked(1, '部门经济分类', '是基本支出，但没有填部门预算经济分类');
  await marked(2, '项目', '是项目支出，但没有选项目');
  await marked(3, '功能分类科目', '一般公共预算不能安排');

  await goTo(page, '审核');
  await page.getByRole('treeitem').filter({ hasText: '但没有选项目' }).first().dblclick();
  await expect(page.getByRole('grid', { name: '支出' })).toBeVisible();
  await expect(await cell(page, 2, '项目')).toHaveClass(/is-active/);

  // A project that is not there yet is made where it is missed; Enter alone makes none.
  await page.keyboard.type('道路清扫');
  await expect(page.getByRole('option', { name: '新建“道路清扫”' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已新建 1 个项目')).toBeVisible();
  await expect(await cell(page, 2, '项目')).toHaveText('道路清扫');
  await saved(page);
  const { fields, columns } = await clientOf(page)('line.list', { parentId: 1 });
  expect(columns[fields.indexOf('projectId')]?.[1]).toBe(1);
});

test('a row that cannot be saved yet is there again after the program was closed', async ({
  page,
  open,
  chooser,
  folder,
}) => {
  const book = path.join(folder, '账套.ysb');
  chooser.next(book);
  await makeBook(page, '044', '县环卫中心');
  await goTo(page, '收入');
  await fill(page, 1, '功能分类科目', '2120501');
  await fill(page, 1, '金额', '12,3x');
  await fill(page, 1, '说明', '上级补助');
  await expect(await cell(page, 1, '金额')).toHaveAttribute('aria-invalid', 'true');
  const kept = () => clientOf(page)('settings.get', { key: 'draft.income.1.0' });
  await expect.poll(kept).toContain('上级补助');
  await clientOf(page)('book.close', {});
  await page.close();

  const again = await open();
  await again
    .getByRole('button', { name: '账套', exact: false })
    .filter({ hasText: folder.split('/').at(-1) ?? '' })
    .click();
  await expect(again.getByRole('navigation', { name: '页面' })).toBeVisible();
  await goTo(again, '收入');
  await expect(await cell(again, 1, '金额')).toHaveText('12,3x');
  await expect(await cell(again, 1, '说明')).toHaveText('上级补助');
  await fill(again, 1, '金额', '12.30');
  await saved(again);
  await expect(statusBar(again)).toContainText('收入总计 12.30');
});

test('importing the same data twice is refused and changes nothing', async ({ page, chooser, folder }) => {
  const file = path.join(folder, '数据.json');
  chooser.next(path.join(folder, '账套.ysb'));
  await makeBook(page, '044', '县环卫中心');
  await goTo(page, '收入');
  await fill(page, 1, '功能分类科目', '2120501');
  await fill(page, 1, '金额', '100');
  await saved(page);
  await goTo(page, '导出');
  chooser.next(file);
  await page.getByRole('button', { name: '导出整个账套' }).click();
  await expect(page.getByText('已写入')).toBeVisible();
  chooser.next(file);
  await page.getByRole('button', { name: '选择文件并导入' }).click();
  await expect(page.getByRole('alert')).toContainText('没有重复导入');
  await expect(statusBar(page)).toContainText('收入总计 100.00');
});
