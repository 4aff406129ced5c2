import { expect, test } from '../shell.ts';
import { cell, fill, goTo, openSample, saved, tableRow } from '../window.ts';

test('one changed figure is followed by tables 1, 3, 5 and 12, by the balance, and by undo', async ({ page }) => {
  await openSample(page, 'real');
  await page.keyboard.press('F8');
  const project = '岚县污水处理厂污水源热泵供热系统工程项目';
  const before = {
    one: await tableRow(page, 1, '十一、节能环保支出'),
    three: await tableRow(page, 3, '2110302'),
    five: await tableRow(page, 5, '2110302'),
    twelve: await tableRow(page, 12, project),
  };
  expect(before.twelve).toContain('50.00');

  await goTo(page, '支出');
  const row = 15;
  await expect(await cell(page, row, '金额')).toHaveText('50.00');
  await fill(page, row, '金额', '60');
  await saved(page);
  await expect(page.getByText('收支不平：支出多 10.00 万元')).toBeVisible();
  // The table beside the grid follows at once and shows what has changed.
  await expect(page.locator('.beside .is-changed').first()).toBeVisible();

  expect(await tableRow(page, 12, project)).toContain('60.00');
  const plusTen = (text: string) => more(text, 10);
  expect((await tableRow(page, 1, '十一、节能环保支出')).slice(3, 5)).toEqual(before.one.slice(3, 5).map(plusTen));
  for (const [table, rowBefore] of [
    [3, before.three],
    [5, before.five],
  ] as const) {
    const after = await tableRow(page, table, '2110302');
    expect([after[2], after[4]]).toEqual([plusTen(rowBefore[2] ?? ''), plusTen(rowBefore[4] ?? '')]);
  }

  await page.keyboard.press('Control+z');
  await expect(page.getByText('✓ 收支平衡')).toBeVisible();
  expect(await tableRow(page, 12, project)).toEqual(before.twelve);
  await page.keyboard.press('Control+y');
  await expect(page.getByText('收支不平')).toBeVisible();
});

/** A printed figure made larger by whole 万元. */
function more(text: string, by: number): string {
  const [whole = '', cents = ''] = text.replaceAll(',', '').split('.');
  const sum = String(Number.parseInt(whole, 10) + by);
  return `${sum.replaceAll(/\B(?=(?:[0-9]{3})+$)/g, ',')}.${cents}`;
}
