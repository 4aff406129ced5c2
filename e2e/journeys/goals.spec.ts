import type { CDPSession, Page } from '@playwright/test';
import { clientOf } from '../client.ts';
import { makeBook, tabTo } from '../keyboard.ts';
import { expect, test } from '../shell.ts';
import { goTo, openSample, saved } from '../window.ts';

const box = (page: Page, field: string) => page.locator(`.goal-paper [data-field="${field}"]`);
const option = (page: Page, name: string) => page.getByRole('option', { name });
const line = (page: Page, level2: string) =>
  page.locator('.goal-table tbody tr', { has: page.getByRole('rowheader', { name: level2, exact: true }) });

/** A book with one project of 500,000 元, and what else the checks ask of a unit. */
async function bookWithProject(page: Page): Promise<void> {
  await makeBook(page, '044', '县环卫中心');
  await expect(page.getByRole('navigation', { name: '页面' })).toBeVisible();
  const call = clientOf(page);
  const none = { code: null, startsOn: null, endsOn: null, note: null, lineage: null };
  const meta = { id: null, revision: null, position: null };
  await call('project.apply', {
    ...{ parentId: 1, label: '录入', remove: [] },
    save: [{ ...meta, ...none, name: '垃圾车购置', category: 'specificTarget', continues: false, confidential: false }],
  });
  const shared = { origin: 'current', fund: 'generalPublic', functional: '2120501', revenue: null } as const;
  const rest = { govEconomic: null, use: null, note: null, amount: 50_000_000 as never };
  await call('line.apply', {
    ...{ parentId: 1, label: '录入', remove: [] },
    save: [
      { ...meta, ...shared, ...rest, side: 'income', nature: null, deptEconomic: null, projectId: null },
      { ...meta, ...shared, ...rest, side: 'expenditure', nature: 'project', deptEconomic: '31003', projectId: 1 },
    ],
  });
}

async function compose(cdp: CDPSession, text: string): Promise<void> {
  await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

async function sheetsOf(page: Page, budgetId: number) {
  const { fields, columns, count } = await clientOf(page)('goalSheet.list', { parentId: budgetId });
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(fields.map((field, index) => [field, columns[index]?.[at]])),
  );
}

/** Puts a text on the clipboard, as copying in Excel does, and presses Ctrl+V. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

/** Types cells from the active one on, Tab after each. */
async function typeCells(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
}

test('a goal sheet is filled by keyboard, from none to one without any finding', async ({ page, chooser, folder }) => {
  test.slow();
  chooser.next(`${folder}/目标.ysb`);
  await bookWithProject(page);
  await page.keyboard.press('Alt+7');
  await expect(option(page, '垃圾车购置')).toContainText('缺表');

  // Enter in the list makes the sheet; what the book knows is there.
  await page.getByRole('listbox', { name: '绩效目标表' }).focus();
  await page.keyboard.press('Enter');
  await expect(box(page, 'nameOnSheet')).toBeFocused();
  await expect(box(page, 'annualTotal')).toHaveValue('500,000.00');
  await expect(box(page, 'implLocal')).toHaveValue('500,000.00');
  await expect(box(page, 'supervisor')).toHaveValue('县环卫中心');
  await expect(page.getByText('支出明细合计 500,000.00 元，与本表一致。')).toBeVisible();

  // Two sources instead of one: the totals of both periods follow.
  await box(page, 'annualOwn').focus();
  await page.keyboard.type('=2*1万');
  await page.keyboard.press('Enter');
  await expect(box(page, 'annualTotal')).toHaveValue('520,000.00');
  await expect(box(page, 'implTotal')).toHaveValue('520,000.00');
  await expect(page.getByText('支出明细合计 500,000.00 元，比本表少 20,000.00 元。')).toBeVisible();
  await page.getByRole('button', { name: '取自明细' }).click();
  await expect(box(page, 'annualOwn')).toHaveValue('0.00');
  await expect(box(page, 'implTotal')).toHaveValue('500,000.00');

  const texts = [
    ['overview', '购置压缩式垃圾车两辆，替换已到报废年限的旧车，2027年当年完成。'],
    ['basis', '县政府2027年民生实事清单；单位办公会议纪要。'],
    ['necessity', '现有车辆老化，清运能力不足，更新后可满足县城日常清运。'],
    ['safeguards', '按政府采购程序办理，签订合同，验收后付款。'],
    ['plan', '上半年完成采购，第三季度验收并投入使用。'],
    ['implGoal', '更新两辆压缩车，县城生活垃圾日产日清。'],
  ] as const;
  await box(page, 'overview').focus();
  for (const [field, text] of texts) {
    await expect(box(page, field)).toBeFocused();
    await page.keyboard.type(text);
    await page.keyboard.press('Control+Enter');
  }
  await expect(box(page, 'plan').locator('..')).toContainText('20 字');

  // From the goals Tab leads into the indicators; each row is name, value; Enter goes down where Tab began.
  await page.keyboard.press('Tab');
  await expect(page.locator('.goal-input')).toBeFocused();
  const rows = [
    ['购置成本', '不超过50万元'],
    ['', ''],
    ['', ''],
    ['购置垃圾车数量', '≥2辆'],
    ['车辆验收合格率', '100%'],
    ['完成购置时间', '2027年9月底前'],
    ['', ''],
    ['生活垃圾清运', '日产日清、全程密闭'],
    ['', ''],
    ['', ''],
    ['群众满意度', '95%以上'],
  ] as const;
  for (const [name, value] of rows) {
    if (name !== '') await typeCells(page, [name, value]);
    await page.keyboard.press(name === '' ? 'ArrowDown' : 'Enter');
  }
  await expect(line(page, '经济成本指标')).toContainText('≤50万元');
  await expect(line(page, '服务对象满意度')).toContainText('≥95%');
  await expect(option(page, '垃圾车购置')).toContainText('未填完');

  await page.getByRole('button', { name: '实施期 → 年度' }).click();
  await expect(line(page, '经济成本指标').getByText('≤50万元')).toHaveCount(2);
  await expect(box(page, 'annualGoal')).toHaveValue('更新两辆压缩车，县城生活垃圾日产日清。');
  await box(page, 'filledOn').focus();
  await page.keyboard.type('2026.11.20');
  await page.keyboard.press('Tab');
  await saved(page);
  await expect(option(page, '垃圾车购置')).toContainText('齐全');
  await expect(page.locator('.goal-findings')).toHaveCount(0);
  const findings = await clientOf(page)('check.run', { budgetId: 1 });
  const own = findings.filter(({ location }) => location.kind === 'row' && /goalSheet|indicator/.test(location.entity));
  expect(own.map(({ ruleId, message }) => [ruleId, message])).toEqual([]);

  // Another project's sheet of last year would be taken over the same way: its parts are chosen by keyboard.
  await page.getByRole('button', { name: '表式…' }).click();
  const forms = page.getByRole('dialog', { name: '更换表式' });
  await forms.getByRole('radio', { name: /成本列在产出指标下/ }).check();
  await forms.getByRole('button', { name: '更换', exact: true }).click();
  await expect(forms).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: '经济成本指标' })).toHaveCount(0);
  await expect(line(page, '成本指标')).toContainText('购置成本');
  await page.keyboard.press('Control+z');
  await expect(line(page, '经济成本指标')).toContainText('购置成本');
});

test('a sheet takes over parts of another, a block from Excel, single rows, and is mended from the checks', async ({
  page,
}) => {
  await openSample(page, 'real');
  const call = clientOf(page);
  await call('project.duplicate', {
    ...{ projectId: 1, name: '新增项目', lines: true, goalSheet: false, procurement: false },
  });
  await page.keyboard.press('Alt+7');
  await page.getByRole('searchbox', { name: '搜索项目' }).fill('新增');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box(page, 'nameOnSheet')).toBeFocused();

  // 沿用: the likely sheet is found by its name, all by keyboard.
  await page.keyboard.press('F6');
  await expect(page.getByRole('searchbox', { name: '搜索项目' })).toBeFocused();
  await page.keyboard.press('F6');
  await tabTo(page, page.getByRole('button', { name: '沿用…' }));
  await page.keyboard.press('Enter');
  const reuse = page.getByRole('dialog', { name: /^沿用到/ });
  await page.keyboard.type('污水源热泵');
  await tabTo(page, reuse.getByRole('radio').first());
  await page.keyboard.press('Space');
  await expect(reuse.getByRole('status')).toContainText('取来');
  await tabTo(page, reuse.getByRole('button', { name: '沿用', exact: true }));
  await page.keyboard.press('Enter');
  await expect(reuse).toHaveCount(0);
  await expect(box(page, 'overview')).toHaveValue(/污水处理厂出水常年带有余热/);
  await expect(line(page, '成本指标')).toContainText('≤572.63万元');

  // The form itself, pasted from a workbook: a known name is changed, a new one is added.
  await line(page, '数量指标').locator('[data-column="0"]').click();
  await paste(
    page,
    '二级指标\t三级指标\t指标值\n成本指标\t支付工程款\t>=500万元\n数量指标\t更换阀门数量\t不少于12只\n',
  );
  await expect(page.getByRole('gridcell', { name: '更换阀门数量' })).toBeVisible();
  await expect(line(page, '成本指标')).toContainText('≥500万元');

  // One row to the year: Alt+→.
  const added = page.locator('.goal-table tbody tr', { hasText: '更换阀门数量' });
  await added.locator('[data-column="0"]').click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(added.getByText('≥12只')).toHaveCount(2);
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(() => added.getAttribute('data-row')).toBe('1');

  // The checks say what is wrong with the cost, and lead to the very cell; typed there, it is mended.
  await saved(page);
  await goTo(page, '审核');
  await page.getByRole('treeitem').filter({ hasText: '“新增项目”的成本指标“支付工程款”写成“≥500”' }).first().dblclick();
  await expect(page.locator('.goal-input')).toBeFocused();
  await expect(page.locator('.goal-value.is-active')).toHaveText('≥500万元');
  await page.keyboard.type('≤500万元');
  await page.keyboard.press('Enter');
  await expect(line(page, '成本指标')).toContainText('≤500万元');
  await expect(page.locator('.goal-value.has-error')).toHaveCount(0);
});

test('what an input method composes and what the book refuses stay where they were typed', async ({ page }) => {
  await openSample(page, 'real');
  await page.keyboard.press('Alt+7');
  const overview = box(page, 'overview');
  await overview.click();
  await page.keyboard.press('Control+End');
  const cdp = await page.context().newCDPSession(page);
  for (const step of ['q', 'qi', 'qing', 'qing kuang']) await compose(cdp, step);
  // Longer than the pause after which a text is saved: half a word is neither saved nor lost.
  await page.waitForTimeout(2_500);
  await compose(cdp, 'qing kuang shu');
  await cdp.send('Input.insertText', { text: '情况属实' });
  await page.keyboard.type('。');
  await expect(overview).toHaveValue(/情况属实。$/);
  await saved(page);
  const [sheet] = (await sheetsOf(page, 1)).filter(({ projectId }) => projectId !== null);
  expect(sheet?.overview).toMatch(/[^a-z]情况属实。$/);

  // In a cell of the indicators, too.
  await line(page, '数量指标').first().locator('[data-column="0"]').click();
  for (const step of ['l', 'lu', 'lu deng']) await compose(cdp, step);
  await cdp.send('Input.insertText', { text: '路灯' });
  await expect(page.locator('.goal-input')).toHaveValue('路灯');
  await page.keyboard.press('Escape');

  // A day that does not exist is kept, on another page and after the window has been opened anew.
  await box(page, 'filledOn').fill('2025.13.40');
  await page.keyboard.press('Tab');
  await expect(box(page, 'filledOn').locator('..')).toContainText('日期');
  await goTo(page, '项目');
  await page.waitForTimeout(500);
  await page.reload();
  await expect(page.getByRole('grid', { name: '项目' })).toBeVisible();
  await page.keyboard.press('Alt+7');
  await expect(box(page, 'filledOn')).toHaveValue('2025.13.40');
  await expect(box(page, 'filledOn').locator('..')).toContainText('日期');
});
