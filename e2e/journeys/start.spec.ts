import { clientOf } from '../client.ts';
import { expect, test } from '../shell.ts';

test('the program opens on its start page, the size of a small laptop, and reaches for nothing outside', async ({
  page,
}) => {
  await expect(page.getByRole('button', { name: /新建/ }).first()).toBeVisible();
  expect(await clientOf(page)('book.state', {})).toBeNull();
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1366, 768]);
});

test('the lists in the form for a new book open over it and are chosen from by mouse', async ({
  page,
  chooser,
  folder,
}) => {
  chooser.next(`${folder}/账套.ysb`);
  await page.getByRole('button', { name: '新建账套' }).click();
  const dialog = page.getByRole('dialog', { name: '新建账套' });
  await dialog.getByLabel('单位编码').fill('044');
  await dialog.getByLabel('单位名称').fill('市环卫中心');
  await dialog.locator('.ant-select').first().click();
  await page.locator('.ant-select-item-option').filter({ hasText: '市级' }).click();
  await expect(dialog.locator('.ant-select').first()).toContainText('市级');
  // Esc belongs to the open list first, then to the dialog.
  await dialog.locator('.ant-select').last().click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: '选择保存位置并新建' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  const { fields, columns } = await clientOf(page)('unit.list', { parentId: null });
  expect(columns[fields.indexOf('level')]).toEqual(['city']);
});
