import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../shell.ts';
import { cell, fill, goTo, openSample, saved } from '../window.ts';

test('a code that a new year brings is added to the list, or imported with a list, and is known when lines are entered', async ({
  page,
  folder,
  chooser,
}) => {
  await openSample(page, 'real');
  await fill(page, 1, '功能分类', '2019998');
  await expect(await cell(page, 1, '功能分类')).toContainText('未在科目表中');

  await goTo(page, '单位信息');
  await page.getByRole('tab', { name: '科目表' }).click();
  const find = page.getByRole('searchbox', { name: '查找' });
  await find.fill('2019998');
  await expect(page.getByRole('region', { name: '科目' })).toContainText('没有找到');
  for (const [column, text] of [
    ['科目体系', '支出功能'],
    ['起用年度', '2025'],
    ['科目编码', '2019998'],
    ['科目名称', '新设事务支出'],
  ] as const) {
    await fill(page, 1, column, text);
  }
  await saved(page);
  await expect(page.getByRole('region', { name: '科目' })).toContainText('新设事务支出');
  await expect(page.getByRole('region', { name: '科目' })).toContainText('自增');

  const list = path.join(folder, '2025年新增科目.csv');
  writeFileSync(list, '科目编码,科目名称\n2019997,另一新设事务\n2080505,机关事业单位基本养老保险缴费支出\n');
  chooser.next(list);
  await page.getByRole('button', { name: '导入科目表…' }).click();
  await expect(page.getByText('新增或更新 1 个，已有 1 个')).toBeVisible();
  await find.fill('另一新设');
  await expect(page.getByRole('region', { name: '科目' })).toContainText('2019997');
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });

  await goTo(page, '支出');
  await expect(await cell(page, 1, '功能分类')).toContainText('2019998 新设事务支出');
});

test('initials typed as soon as the window stands count once pinyin has come', async ({ page }) => {
  await openSample(page, 'invented');
  await (await cell(page, 1, '部门经济分类')).click();
  await page.keyboard.type('ysf');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 1, '部门经济分类')).toHaveText('30202 印刷费');
  await expect(page.getByRole('button', { name: '撤销' })).toContainText('修改预算明细');
});
