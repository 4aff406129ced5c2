import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../shell.ts';
import { goTo, openSample } from '../window.ts';

/** With the key that, together with Alt, goes there. */
const PAGES = [
  ['概览', '1'],
  ['单位信息', '2'],
  ['收入', '3'],
  ['支出', '4'],
  ['项目', '5'],
  ['采购', '6'],
  ['绩效目标', '7'],
  ['公开表', '8'],
  ['文档', '9'],
  ['审核', '0'],
  ['导出', '-'],
] as const;

test('every page is usable by those who do not see it or use no mouse: axe finds nothing serious', async ({ page }) => {
  // Axe looks at every cell of all pages.
  test.slow();
  await openSample(page, 'invented');
  const look = async (name: string) => {
    await expect(page.getByRole('main')).not.toContainText('正在读取');
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const told = serious.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html ?? ''}`);
    expect(told).toEqual([]);
  };
  for (const [name] of PAGES) {
    await goTo(page, name);
    await look(name);
  }
  await goTo(page, '公开表');
  await page.getByRole('radio', { name: '部门汇总' }).check({ force: true });
  await expect(page.getByRole('table', { name: '各单位' })).toBeVisible();
  await look('部门汇总');
});

test('no page is wider or higher than the window, at 1366×768 and at 200% zoom', async ({ page }) => {
  await openSample(page, 'real');
  for (const size of [
    { width: 1366, height: 768 },
    { width: 683, height: 384 },
  ]) {
    await page.setViewportSize(size);
    for (const [name] of PAGES) {
      await goTo(page, name);
      const over = await page.evaluate(() => [
        document.documentElement.scrollWidth - innerWidth,
        document.documentElement.scrollHeight - innerHeight,
      ]);
      expect([name, ...over]).toEqual([name, 0, 0]);
    }
  }
});

test('at 200% zoom the status bar is read whole, and so is each name in lists at the side', async ({ page }) => {
  await openSample(page, 'invented');
  await page.setViewportSize({ width: 683, height: 384 });
  await page.keyboard.press('Tab');
  const cut = (selector: string) =>
    page.evaluate(
      (each) =>
        [...document.querySelectorAll<HTMLElement>(each)]
          .filter((item) => item.getBoundingClientRect().right > innerWidth || item.scrollWidth > item.clientWidth + 1)
          .map((item) => item.innerText),
      selector,
    );
  await expect(page.getByRole('contentinfo')).toContainText('20501 教育管理事务');
  expect(await cut('.status-item')).toEqual([]);
  expect(await cut('.nav-item')).toEqual([]);
  await goTo(page, '公开表');
  await expect(page.getByRole('figure')).toBeVisible();
  const tabs = await page.getByRole('tab').evaluateAll((all) => all.map((tab) => tab.getBoundingClientRect()));
  for (const [index, tab] of tabs.entries()) expect(tab.top).toBeGreaterThanOrEqual(tabs[index - 1]?.bottom ?? 0);
});

test('at 200% zoom the rows have the window to themselves until the table beside them is asked for', async ({
  page,
}) => {
  await openSample(page, 'invented');
  await goTo(page, '支出');
  const beside = page.getByRole('complementary', { name: '公开表' });
  await expect(beside).toBeVisible();
  await page.setViewportSize({ width: 683, height: 384 });
  await expect(beside).toHaveCount(0);
  await page.keyboard.press('F9');
  await beside.getByLabel('旁边显示的公开表').selectOption({ label: '表5 一般公共预算支出表' });
  await page.keyboard.press('F9');
  await expect(beside).toHaveCount(0);
  await expect(page.getByRole('grid', { name: '支出' })).toBeVisible();
  // As it was before, with the table chosen meanwhile.
  await page.setViewportSize({ width: 1366, height: 768 });
  await expect(beside.getByLabel('旁边显示的公开表')).toHaveValue('5');
  await beside.getByRole('button', { name: '收起公开表' }).click();
  await page.setViewportSize({ width: 683, height: 384 });
  await page.getByRole('button', { name: '◂ 公开表' }).click();
  await expect(beside).toBeVisible();
  await page.setViewportSize({ width: 1366, height: 768 });
  await expect(beside).toHaveCount(0);
});

test('every page is reached by its shortcut and shortcuts are listed', async ({ page }) => {
  await openSample(page, 'real');
  for (const [name, key] of PAGES) {
    await page.keyboard.press(`Alt+${key}`);
    await expect(page.locator('.nav-item.is-current')).toContainText(name);
  }
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: '快捷键一览' })).toContainText('向下填充');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已自动保存，无需手动保存。')).toBeVisible();
});
