/** What journeys do in the window again and again, in the user's own terms. */
import type { Locator, Page } from '@playwright/test';
import { makeBook, typeRow } from './keyboard.ts';
import { type ChooserScript, expect } from './shell.ts';

export const SAMPLES = { real: '县环卫中心 2025', invented: '虚构部门 2025' } as const;

/** Opens a sample from the start page and waits for its first grid. */
export async function openSample(page: Page, which: keyof typeof SAMPLES): Promise<void> {
  await page.getByRole('button', { name: SAMPLES[which] }).click();
  await expect(page.getByRole('grid')).toBeVisible();
}

/** Makes a book at a path by keyboard and waits until it lies open. */
export async function newBook(page: Page, chooser: ChooserScript, path: string): Promise<void> {
  chooser.next(path);
  await makeBook(page, '044', '县环卫中心');
  await expect(page.getByRole('navigation')).toBeVisible();
}

/** The same with one line of income, 8,000 元, in the book; 收入 is on screen. */
export async function bookWithIncome(page: Page, chooser: ChooserScript, path: string): Promise<void> {
  await newBook(page, chooser, path);
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid', { name: '收入' })).toBeVisible();
  await typeRow(page, ['一般公共预算', '2120501', '8000']);
  await saved(page);
}

/** Goes to a page by its name in the navigation. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '页面' }).getByRole('button', { name, exact: false }).click();
  await expect(page.locator('.nav-item.is-current')).toContainText(name);
}

/** The column's place among the heads, by the beginning of its name. */
async function columnOf(page: Page, column: string): Promise<number> {
  await expect(page.getByRole('grid')).toBeVisible();
  const heads = await page.getByRole('grid').getByRole('columnheader').allInnerTexts();
  const at = heads.findIndex((head) => head.startsWith(column));
  if (at < 1) throw new Error(`no column ${column} among ${heads.join(' ')}`);
  return at - 1;
}

/** A cell of the grid by row number (from 1) and column name, whose column is brought into view: only those are drawn. */
export async function cell(page: Page, row: number, column: string): Promise<Locator> {
  const place = await columnOf(page, column);
  await page
    .locator(`[data-head="${place}"]`)
    .evaluate((head) => head.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  return page.locator(`[data-row="${row - 1}"] [data-column="${place}"]`);
}

/** What scrolls sideways of a row of the grid, by row number (from 1). */
export function movingPart(page: Page, row: number): Locator {
  return page.locator(`.grid-moving > [data-row="${row - 1}"]`);
}

/** Selects a cell with the mouse and types into it; Enter confirms. */
export async function fill(page: Page, row: number, column: string, text: string): Promise<void> {
  await (await cell(page, row, column)).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Waits until everything typed is in the book. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/^已保存 /)).toBeVisible();
}

/** The printed figures of a row of the table on screen, by a text the row begins with or contains. */
export async function tableRow(page: Page, table: number, row: string): Promise<readonly string[]> {
  await goTo(page, '公开表');
  await page
    .getByRole('tab', { name: `表${table} `, exact: false })
    .first()
    .click();
  const found = page.locator('.sheet-table tbody tr', { hasText: row }).first();
  await expect(found).toBeVisible();
  return (await found.locator('td').allInnerTexts()).map((text) => text.trim());
}
