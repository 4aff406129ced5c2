import type { Page } from '@playwright/test';
import { expect, test } from '../shell.ts';
import { cell, goTo, openSample } from '../window.ts';

/** Left edges of the cells drawn in the first row, each beside that of its column's head. */
async function edges(page: Page): Promise<readonly (readonly [string, number, number])[]> {
  return page.locator('[data-row="0"] .grid-cell').evaluateAll((cells) =>
    cells.map((each) => {
      const column = each.getAttribute('data-column') ?? '';
      const head = document.querySelector(`[data-head="${column}"]`);
      return [column, each.getBoundingClientRect().left, head?.getBoundingClientRect().left ?? -1];
    }),
  );
}

async function underTheirHeads(page: Page): Promise<void> {
  for (const [column, at, head] of await edges(page)) expect(at, `column ${column}`).toBeCloseTo(head, 0);
}

test('columns out of view are not drawn, and stand under their heads as soon as they come into view', async ({
  page,
}) => {
  await openSample(page, 'invented');
  const first = page.locator('[data-row="0"] [data-column="1"]');
  const last = page.locator('[data-row="0"] [data-column="10"]');
  await expect(first).toBeInViewport();
  await expect(last).toHaveCount(0);
  await underTheirHeads(page);

  // By keys, there and back.
  await page.keyboard.press('End');
  await expect(page.locator('.grid-cell.is-active')).toBeInViewport({ ratio: 1 });
  await expect(last).toHaveClass(/is-active/);
  await expect(first).toHaveCount(0);
  await underTheirHeads(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(first).toBeInViewport({ ratio: 1 });
  await expect(last).toHaveCount(0);

  // By the wheel, which leaves the selection where it is.
  await first.hover();
  await page.mouse.wheel(5_000, 0);
  await expect(last).toBeInViewport({ ratio: 1 });
  await underTheirHeads(page);

  // Coming back from another page.
  await goTo(page, '项目');
  await goTo(page, '支出');
  await expect(last).toBeInViewport({ ratio: 1 });
  await underTheirHeads(page);
});

test('a column out of view is brought there for its menu, and takes the width of what it shows', async ({ page }) => {
  await openSample(page, 'invented');
  await (await cell(page, 1, '功能分类科目')).click();
  const width = async () => (await (await cell(page, 1, '功能分类科目')).boundingBox())?.width ?? 0;
  const before = await width();
  await page.mouse.wheel(5_000, 0);
  await expect(page.locator('[data-row="0"] [data-column="1"]')).toHaveCount(0);
  const across = () => page.locator('.grid-scroller').evaluate((scroller) => scroller.scrollLeft);
  const right = await across();
  // The menu of a column that stays in place moves nothing.
  await page.getByRole('button', { name: '支出性质：排序、筛选、分组' }).click();
  await expect(page.getByRole('button', { name: '适合内容' })).toBeVisible();
  expect(await across()).toBe(right);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+l');
  await expect(page.locator('[data-head="1"]')).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: '适合内容' }).click();
  await expect.poll(width).toBeGreaterThan(before);
  await underTheirHeads(page);
});

test('no text stands over the cell beside it: what may be too long is cut off', async ({ page }) => {
  await openSample(page, 'real');
  let cut = 0;
  for (const name of ['收入', '支出', '项目', '采购']) {
    await goTo(page, name);
    await expect(page.getByRole('grid', { name })).toBeVisible();
    await expect(page.locator('.grid-moving .grid-cell').first()).toBeVisible();
    const cells = await page.locator('.grid-cell').evaluateAll((all) =>
      all.map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const text = range.getBoundingClientRect();
        const { left, right } = cell.getBoundingClientRect();
        const over = text.width > 0 && (text.right > right || text.left < left);
        return { over, cut: getComputedStyle(cell).overflowX === 'clip', text: cell.textContent };
      }),
    );
    expect(cells.filter((cell) => cell.over && !cell.cut)).toEqual([]);
    // Most of them fit and need no cut.
    expect(cells.filter((cell) => cell.cut).length).toBeLessThan(cells.length / 2);
    cut += cells.filter((cell) => cell.over).length;
  }
  expect(cut).toBeGreaterThan(0);
});
