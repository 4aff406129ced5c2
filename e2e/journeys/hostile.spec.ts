import { clientOf } from '../client.ts';
import { expect, test } from '../shell.ts';
import { openSample } from '../window.ts';

/** Would leave a mark on the page if it were ever taken for HTML, and another if it were taken for SQL or a formula. */
const HOSTILE = `<img src=x onerror="document.title='hacked'">'; DROP TABLE line; --`;

test('HTML, SQL and formulas in every text of a book are shown as the texts they are, on every page', async ({
  page,
}) => {
  await openSample(page, 'invented');
  const call = clientOf(page);
  const records = async (
    name: 'project' | 'line' | 'procurement' | 'goalSheet' | 'unit' | 'asset',
    parentId: number | null,
  ) => {
    const { fields, columns, count } = await call(`${name}.list`, { parentId });
    return Array.from({ length: count }, (_, at) =>
      Object.fromEntries(fields.map((field, index) => [field, columns[index]?.[at]])),
    );
  };
  const budgets = await call('budget.list', { parentId: null });
  const ids = budgets.columns[budgets.fields.indexOf('id')] ?? [];
  const texts = { project: 'name', line: 'note', procurement: 'name', goalSheet: 'overview', asset: 'note' } as const;
  for (const [name, field] of Object.entries(texts) as [keyof typeof texts, string][]) {
    for (const budgetId of ids) {
      const parentId = Number(budgetId); // not an amount: an id of the list above
      const rows = (await records(name, parentId)).slice(0, 5);
      const save = rows.map(({ parentId: _parent, ...row }, at) => ({
        ...row,
        [field]: `${at === 0 ? '=1+1' : ''}${HOSTILE}${at}`,
      }));
      // The rows come from the list of the same entity; only their text is another.
      await call(`${name}.apply`, { parentId, label: '改', save: save as never, remove: [] });
    }
  }
  const nav = page.getByRole('navigation', { name: '页面' }).getByRole('button');
  const labels = await nav.allInnerTexts();
  let shown = 0;
  for (const label of labels) {
    await nav
      .filter({ hasText: label.split('\n')[0] ?? label })
      .first()
      .click();
    await expect(page.locator('.spinner')).toHaveCount(0);
    await page.waitForLoadState('networkidle');
    shown += await page.getByText('onerror=').count();
    expect(await page.locator('img[src="x"]').count(), label).toBe(0);
    expect(await page.title(), label).not.toContain('hacked');
  }
  expect(shown).toBeGreaterThan(3);
  expect((await call('line.list', { parentId: null })).count).toBeGreaterThan(50);
});
