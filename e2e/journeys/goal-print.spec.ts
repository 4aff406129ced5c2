import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { comparable, pdfTexts } from '../../electron/core/export/paper-text.fixture.ts';
import { tabTo } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { openSample } from '../window.ts';

const FIRST = '岚县污水处理厂污水源热泵供热系统工程项目';
const NEXT = '民宜供热有限公司2022-2023年度用煤亏损补贴';

test('goal sheets are ticked, looked at and printed by keyboard, and a batch can be stopped', async ({
  page,
  chooser,
  folder,
}) => {
  await openSample(page, 'real');
  await page.keyboard.press('Alt+7');
  await expect(page.getByRole('heading', { name: FIRST })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: '打印…' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '打印绩效目标表' });
  const preview = dialog.getByRole('region', { name: '预览' });
  await expect(preview.getByText('编号：044-2025-001').first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: '导出 1 张' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  // The one that has the focus is shown; the space bar ticks it.
  await page.keyboard.type('2022-2023');
  await tabTo(page, dialog.getByRole('checkbox', { name: NEXT }));
  await expect(preview.getByText('编号：044-2025-002').first()).toBeVisible();
  await page.keyboard.press('Space');
  const file = path.join(folder, '两张.pdf');
  chooser.next(file);
  await tabTo(page, dialog.getByRole('button', { name: '导出 2 张' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('两张.pdf')).toBeVisible({ timeout: 30_000 });
  const [index, ...pages] = await pdfTexts(readFileSync(file));
  expect(index).toContain(comparable(FIRST));
  expect(index).toContain(comparable(NEXT));
  expect(pages.at(-1)).toContain(comparable(NEXT));

  const batch = path.join(folder, '给财政局');
  mkdirSync(batch);
  chooser.next(batch);
  await tabTo(page, dialog.getByRole('searchbox'));
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await tabTo(page, dialog.getByRole('button', { name: '勾选全部' }));
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('radio', { name: '一个文件（带目录）' }));
  await page.keyboard.press('ArrowRight');
  await tabTo(page, dialog.getByRole('button', { name: '导出 48 张' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/[1-9]\d* \/ 48 张/)).toBeVisible({ timeout: 30_000 });
  await tabTo(page, dialog.getByRole('button', { name: '取消' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: '导出 48 张' })).toBeEnabled();
  expect(readdirSync(batch)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
