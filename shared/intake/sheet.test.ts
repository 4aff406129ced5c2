import { expect, test } from 'vitest';
import { budgetLine } from '../entities/budget-line.ts';
import { codeChoices } from './choices.ts';
import { IntakeSheet } from './sheet.ts';
import type { CellLookup } from './values.ts';

/** A list of codes that knows only some of them. */
function lookupOf(...codes: readonly string[]): CellLookup {
  const list = codeChoices(
    codes.map((code) => ({ code, name: `科目${code}`, path: '', mark: 'O' })),
    budgetLine.fields.functional.digits,
    () => '',
  );
  return {
    amountUnit: 'yuan',
    choices: (field) => (field.kind === 'code' ? list.choices : []),
    choiceOf: (_, value) => list.byValue.get(value) ?? null,
    recent: () => [],
  };
}

const ROWS = 100;
const cells = [['功能科目', '金额（元）'], ...Array.from({ length: ROWS }, (_, at) => ['科目2120502', `${at + 1}`])];
const sheetOf = (lookup: CellLookup) =>
  new IntakeSheet({ entity: 'line', cells, positions: [], page: 'spending', lookup, unit: null });

test('new lists are read with row by row: until then each row stays as it was, and what was mended stays mended', () => {
  const sheet = sheetOf(lookupOf('2120501'));
  sheet.work();
  expect(sheet.counts).toMatchObject({ good: 0, bad: ROWS, problems: ROWS });
  sheet.mend(90, 0, '2120501');

  sheet.setLookup(lookupOf('2120501', '2120502'));
  // Nothing has been read again, and nothing has gone.
  expect(sheet.done).toBe(ROWS + 1);
  expect(sheet.counts).toMatchObject({ good: 1, bad: ROWS - 1 });
  expect(sheet.work(() => true)).toBe(false);
  expect(sheet.done).toBe(ROWS + 1);
  expect(sheet.counts.good).toBeGreaterThan(1);
  expect(sheet.counts.bad).toBeGreaterThan(0);
  // A row not read again yet is mended as any other.
  sheet.mend(80, 1, '7');
  expect(sheet.work()).toBe(true);
  const anew = sheetOf(lookupOf('2120501', '2120502'));
  anew.mend(90, 0, '2120501');
  anew.mend(80, 1, '7');
  anew.work();
  expect(sheet.counts).toEqual(anew.counts);
  expect(sheet.counts).toMatchObject({ good: ROWS, bad: 0, problems: 0 });
});

test('whoever chooses another unit than the headings name means their columns; the unit they name reads as before', () => {
  const sheet = sheetOf(lookupOf('2120501', '2120502'));
  sheet.work();
  const asWritten = sheet.counts.amount;
  expect(sheet.unit).toBe('yuan');
  sheet.setUnit('wan');
  sheet.work();
  expect(sheet.counts.amount).toBe((asWritten ?? 0) * 10_000);
  sheet.setUnit('yuan');
  sheet.work();
  expect(sheet.counts.amount).toBe(asWritten);
});
