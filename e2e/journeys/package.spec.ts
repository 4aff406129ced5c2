import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { makeBook, tabTo } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { openSample } from '../window.ts';

test('by keyboard a unit’s package is written with everything in it, and the department takes it into its own book', async ({
  page,
  chooser,
  folder,
}) => {
  const file = path.join(folder, '上报包.zip');
  await openSample(page, 'real');
  await page.keyboard.press('Alt+-');
  chooser.next(file);
  await tabTo(page, page.getByRole('button', { name: '导出上报包' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('已写入 上报包.zip')).toBeVisible({ timeout: 40_000 });
  const parts = unzipSync(readFileSync(file));
  expect(Object.keys(parts)).toEqual(expect.arrayContaining(['公开文本.pdf', '绩效目标表.pdf', '预算公开表.xlsx']));
  expect(strFromU8(parts['公开文本.pdf']?.subarray(0, 5) ?? new Uint8Array())).toBe('%PDF-');

  await page.keyboard.press('Control+o');
  chooser.next(path.join(folder, '主管部门.ysb'));
  await makeBook(page, '900', '主管部门');
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('Alt+-');
  chooser.next(file);
  await tabTo(page, page.getByRole('button', { name: '选择文件并导入' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/已导入：单位预算 1 份，明细 79 条，项目 47 个/)).toBeVisible();
});
