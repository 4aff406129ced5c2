import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../shell.ts';
import { fill, goTo, openSample, saved } from '../window.ts';

const BASIC = '说明中的基本支出';

test('a sentence is rewritten, its figure goes on following the lines, a typed one is doubted, and the PDF is saved', async ({
  page,
  folder,
  chooser,
}) => {
  // The document is printed several times.
  test.slow();
  await openSample(page, 'real');
  await page.keyboard.press('Alt+9');
  const first = page.locator('.page-picture').first();
  await expect(first).toHaveAttribute('data-drawn', 'true', { timeout: 60_000 });

  // A line of the printed contents leads to its page; at another zoom the page stays.
  const place = page.locator('.preview-place');
  await expect(page.locator('.preview-bar').getByText('正在排版…')).toHaveCount(0, { timeout: 60_000 });
  await page.locator('.page-picture[data-page="2"] .page-area').first().click();
  await expect(place).toContainText('第 4 页 / 共 91 页');
  await page.getByRole('combobox', { name: '显示比例' }).selectOption('100');
  await expect(place).toContainText('第 4 页');
  await expect(page.locator('.page-picture[data-page="4"]')).toHaveAttribute('data-drawn', 'true');

  await page
    .getByRole('navigation', { name: '文档目录' })
    .getByRole('button', { name: '三、支出预算情况说明' })
    .click();
  const box = page.getByRole('textbox', { name: '支出预算情况说明 第1段' });
  await expect(box).toContainText('13,623.06万元');
  await box.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(BASIC);
  await expect(page.getByText('已改写', { exact: true })).toBeVisible();
  await saved(page);

  await page.keyboard.insertText('为300.00万元。');
  await goTo(page, '支出');
  await fill(page, 1, '金额', '1');
  await saved(page);
  await goTo(page, '文档');
  await page
    .getByRole('navigation', { name: '文档目录' })
    .getByRole('button', { name: '三、支出预算情况说明' })
    .click();
  await expect(box).toContainText(`${BASIC}为300.00万元。`);
  await expect(box).not.toContainText('13,623.06万元');

  // A number is typed where a figure was.
  await box.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(
    '{unit}{year}年支出预算合计12.34万元，其中基本支出{expenditure.basic}，占{expenditure.basic.share}。',
  );
  await expect(page.getByText('手写的“12.34万元”与账套不一致')).toBeVisible();
  await page.getByRole('button', { name: '改用账套的数' }).click();
  await expect(page.getByText('手写的“12.34万元”')).toHaveCount(0);
  await page.getByRole('button', { name: '恢复自动生成', exact: true }).click();
  await expect(box).not.toContainText(BASIC);
  await expect(page.getByText('自动生成', { exact: true })).toBeVisible();
  await saved(page);

  // A press just below a printed line, too, opens its paragraph, and the outline goes along.
  const outline = page.getByRole('navigation', { name: '文档目录' });
  await outline.getByRole('button', { name: /^第三部分/ }).click();
  const line = page.locator('.page-area[title="点击改写这一段"]').first();
  await expect(line).toBeInViewport({ timeout: 60_000 });
  const { x, y, height } = (await line.boundingBox()) ?? { x: 0, y: 0, height: 0 };
  await page.mouse.click(x + 40, y + height + 2);
  await expect(page.getByRole('textbox', { name: /第1段$/ })).toBeFocused();
  await expect(outline.locator('[aria-current]')).toHaveText(/^一、/);

  const file = path.join(folder, '公开.pdf');
  chooser.next(file);
  await page.getByRole('button', { name: '保存 PDF' }).click();
  await expect(page.getByText('已写入')).toBeVisible({ timeout: 60_000 });
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
});

test('Chinese is composed in a sentence without loss, and the document goes to the system’s print dialog', async ({
  page,
}) => {
  test.slow();
  await page.context().addInitScript(() => {
    // Headless browsers have no dialog: what would be printed is noted instead.
    window.print = () => {
      const noted = (window.top ?? window) as Window & { printed?: string };
      noted.printed = `${document.title}|${document.body.innerText.replaceAll(/\s/g, '').slice(0, 40)}`;
    };
  });
  await openSample(page, 'real');
  await goTo(page, '文档');
  await page.getByRole('navigation', { name: '文档目录' }).getByRole('button', { name: '十二、其他说明' }).click();
  const box = page.getByRole('textbox', { name: '其他需要说明的事项' });
  await box.click();
  await page.keyboard.press('Control+a');
  const cdp = await page.context().newCDPSession(page);
  for (const step of ['m', 'mei', 'mei you']) {
    await cdp.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
    // Longer than typing has to rest: half a word must not be saved meanwhile.
    await page.waitForTimeout(800);
  }
  await expect(page.getByText(/^已保存 /)).toHaveCount(0);
  await cdp.send('Input.insertText', { text: '没有其他事项。' });
  await saved(page);
  await expect(box).toHaveText('没有其他事项。');
  // The section was chosen before there was any page: its page is shown as soon as it is there.
  await expect(page.locator('.preview-place')).toContainText('第 25 页', { timeout: 60_000 });

  await page.getByRole('button', { name: '打印…' }).click();
  const printed = () => page.evaluate(() => (window as Window & { printed?: string }).printed ?? '');
  await expect.poll(printed, { timeout: 60_000 }).toContain('2025年度单位预算公开|');
  expect(await printed()).toContain('岚县城乡环卫和市政服务中心2025年度单位预算公开');
});
