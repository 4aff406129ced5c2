import { clientOf } from '../client.ts';
import { typeRow } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { newBook, saved } from '../window.ts';

/** Economic classes as people type them: number, name, part of a name; and what 30 lines of each amount to. */
const CLASSES = ['30101', '办公费', '30205', '差旅', '30229', '维修（护）费'] as const;
const AMOUNTS = ['12352.39', '1.2万', '=3*528*12', '２００', '1,000'] as const;
const FEN = [1_235_239, 1_200_000, 1_900_800, 20_000, 100_000] as const;

test('thirty lines are entered by keyboard alone, in the order they were typed, and survive a restart', async ({
  page,
  open,
  chooser,
  folder,
}) => {
  await newBook(page, chooser, `${folder}/三十条.ysb`);
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('grid', { name: '支出' })).toBeVisible();
  for (let line = 0; line < 30; line += 1) {
    const economic = CLASSES[line % CLASSES.length] ?? '';
    // 支出性质 goes on from the line above; a line ends with Enter and the next begins below its first cell.
    await typeRow(page, [null, '2120501', economic, null, AMOUNTS[line % AMOUNTS.length] ?? '']);
  }
  await saved(page);
  const total = FEN.reduce((sum, fen) => sum + fen, 0) * 6;
  const stored = async (from: typeof page) => {
    const lines = await clientOf(from)('line.list', { parentId: 1 });
    const column = (field: string) => lines.columns[lines.fields.indexOf(field)];
    return { amounts: column('amount'), classes: column('deptEconomic') };
  };
  const wanted = {
    amounts: Array.from({ length: 30 }, (_, line) => FEN[line % FEN.length]),
    classes: Array.from({ length: 30 }, (_, line) => ['30101', '30201', '30205', '30211', '30229', '30213'][line % 6]),
  };
  await expect.poll(() => stored(page)).toEqual(wanted);
  expect(await clientOf(page)('totals.get', { budgetId: 1 })).toMatchObject({ expenditure: total, lines: 30 });

  await page.close();
  const again = await open();
  await again.getByRole('button', { name: /三十条/ }).click();
  await expect(again.getByRole('grid', { name: '支出' })).toBeVisible();
  expect(await stored(again)).toEqual(wanted);
});
