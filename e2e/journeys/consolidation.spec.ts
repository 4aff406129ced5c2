import path from 'node:path';
import { clientOf } from '../client.ts';
import { makeBook, tabTo, typeRow } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { saved } from '../window.ts';

const LINE = ['一般公共预算', '2120501'];

test('by keyboard a department takes a unit’s package in, sees which unit is missing, and reads its tables added up; a newer package takes the place of the old', async ({
  page,
  chooser,
  folder,
}) => {
  const file = path.join(folder, '清运队.zip');
  const unitBook = path.join(folder, '清运队.ysb');
  const departmentBook = path.join(folder, '环卫局.ysb');
  const press = async (name: string | RegExp) => {
    await tabTo(page, page.getByRole('button', { name }));
    await page.keyboard.press('Enter');
  };
  const income = async (amount: string) => {
    await page.keyboard.press('Alt+3');
    await expect(page.getByRole('grid', { name: '收入' })).toBeVisible();
    await typeRow(page, [...LINE, amount]);
    await saved(page);
  };
  const pack = async () => {
    await page.keyboard.press('Alt+-');
    chooser.next(file);
    await press('导出上报包');
    await expect(page.getByText('已写入 清运队.zip')).toBeVisible({ timeout: 40_000 });
  };

  // Two packages are printed.
  test.slow();
  // A unit hands in.
  chooser.next(unitBook);
  await makeBook(page, '044001', '清运队');
  await expect(page.getByRole('navigation')).toBeVisible();
  await income('30000');
  await pack();

  // The department takes it in: the unit did not name it as the one above, which is told and mended in one step.
  await page.keyboard.press('Control+o');
  chooser.next(departmentBook);
  await makeBook(page, '044', '环卫局');
  await expect(page.getByRole('navigation')).toBeVisible();
  await income('10000');
  await page.keyboard.press('Alt+8');
  await expect(page.getByRole('figure')).toBeVisible();
  await expect(page.getByRole('radio', { name: '部门汇总' })).toHaveCount(0);
  await page.keyboard.press('Alt+-');
  chooser.next(file);
  await press('选择文件并导入');
  await expect(page.getByText(/已导入：单位预算 1 份/)).toBeVisible();
  await page.keyboard.press('Alt+8');
  await tabTo(page, page.getByRole('radio', { name: '本单位' }));
  await page.keyboard.press('ArrowRight');
  const units = page.getByRole('table', { name: '各单位' });
  await expect(units).toContainText('044 环卫局');
  await expect(units).not.toContainText('清运队');
  await press('列为本部门的下属单位');
  await expect(units.getByRole('row', { name: /044001 清运队/ })).toContainText('30,000.00');
  await expect(units.getByRole('row', { name: /^汇总/ })).toContainText('40,000.00');
  await expect(page.getByRole('contentinfo')).toContainText('部门汇总');

  // Each figure says which lines of which unit it is made of, and leads to them.
  await tabTo(page, page.getByRole('tab', { name: '汇总范围' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('figure')).toContainText('单位名称：环卫局');
  await tabTo(page, page.getByRole('button', { name: '40,000.00' }).first());
  await page.keyboard.press('Enter');
  const lines = page.getByRole('region', { name: '组成明细' });
  await expect(lines.getByRole('heading', { name: /清运队/ })).toContainText('30,000.00');
  await tabTo(page, lines.getByRole('button', { name: '跳转' }).last());
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('单位', { exact: true })).toContainText('044001 清运队');
  await expect(page.getByRole('gridcell', { name: '30,000.00' })).toBeVisible();
  await page.keyboard.press('Alt+8');
  await press('↑ 主管部门的汇总');
  await expect(units.getByRole('row', { name: /^汇总/ })).toContainText('40,000.00');

  // The unit sends a newer one.
  await page.keyboard.press('Control+o');
  chooser.next(unitBook);
  await press(/^打开账套/);
  await expect(page.getByRole('navigation')).toBeVisible();
  await income('35000');
  await pack();
  await page.keyboard.press('Control+o');
  chooser.next(departmentBook);
  await press(/^打开账套/);
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('Alt+8');
  if ((await page.getByRole('radio', { name: '部门汇总' }).count()) === 0) await press('↑ 主管部门的汇总');
  await expect(units).toBeVisible();
  chooser.next(folder);
  await press('导入文件夹里的上报包…');
  await expect(page.getByText('没有重复导入')).toBeVisible();
  await press('用文件里的替换');
  await expect(units.getByRole('row', { name: /044001 清运队/ })).toContainText('35,000.00');
  await expect(units.getByRole('row', { name: /^汇总/ })).toContainText('45,000.00');

  // A unit without a budget is named.
  const place = { id: null, revision: null, position: null, superiorId: 1, region: null } as const;
  const save = [{ ...place, code: '044002', name: '绿化队', level: 'county', kind: 'institution' } as const];
  await clientOf(page)('unit.apply', { parentId: null, label: '新增单位', save, remove: [] });
  await expect(units.getByRole('row', { name: /044002 绿化队/ })).toContainText('没有汇总在内');
  const out = path.join(folder, '部门.xlsx');
  chooser.next(out);
  await press('导出部门公开表');
  await expect(page.getByText('已写入 部门.xlsx')).toBeVisible({ timeout: 20_000 });
});
