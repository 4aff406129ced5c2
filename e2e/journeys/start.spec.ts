import { clientOf } from '../client.ts';
import { expect, test } from '../shell.ts';

test('the program opens on its start page, the size of a small laptop, and reaches for nothing outside', async ({
  page,
}) => {
  await expect(page.getByRole('button', { name: /新建/ }).first()).toBeVisible();
  expect(await clientOf(page)('book.state', {})).toBeNull();
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1366, 768]);
});
