import { expect, test } from '../shell.ts';
import { goTo, openSample, saved } from '../window.ts';

test('each field of a form saves itself when it is left, says what is wrong, and the tables follow', async ({
  page,
}) => {
  await openSample(page, 'real');
  await goTo(page, '单位信息');
  const name = page.getByLabel('单位名称');
  await name.fill('');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('alert')).toContainText('请填写“单位名称”');
  await name.fill('岚县环卫中心');
  await page.getByLabel('行政区划').fill('山西省岚县');
  await page.keyboard.press('Tab');
  await saved(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('banner').getByLabel('单位', { exact: true })).toContainText('岚县环卫中心');

  await page.getByRole('tab', { name: '预算与说明' }).click();
  const day = page.getByLabel('批复日期');
  await day.fill('2025年2月30日');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('alert')).toContainText('批复日期');
  await expect(day).toHaveValue('2025年2月30日');
  await day.fill('2025年4月1日');
  await page.keyboard.press('Tab');
  await expect(day).toHaveValue('2025-04-01');

  await goTo(page, '公开表');
  await expect(page.getByRole('tabpanel')).toContainText('单位名称：岚县环卫中心');
  for (const _ of [1, 2, 3]) await page.keyboard.press('Control+z');
  await expect(page.getByRole('tabpanel')).toContainText('单位名称：岚县城乡环卫和市政服务中心');
});

test('another year is made for the same unit and starts with what to do next', async ({ page }) => {
  await openSample(page, 'real');
  await page.getByLabel('预算年度和阶段').selectOption('new');
  const dialog = page.getByRole('dialog', { name: /新建年度预算/ });
  await expect(dialog.getByLabel('预算年度')).toHaveValue(/^20\d\d$/);
  await dialog.getByRole('button', { name: '新建' }).click();
  await expect(page.getByRole('main')).toContainText('年预算还没有内容');
  await expect(page.getByRole('main')).toContainText('二、录入收入');
});
