import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCodeBook } from '../codes/index.ts';
import { makeLookup } from './lookup.ts';
import { IntakeSheet } from './sheet.ts';
import { parseTsv } from './tsv.ts';
import type { CellValue, SavedRow } from './values.ts';

const FOLDER = new URL('../../e2e/fixtures/paste/', import.meta.url);

interface Expected {
  readonly entity: 'line' | 'project' | 'procurement' | 'indicator';
  readonly page: 'income' | 'spending';
  readonly unit: 'yuan' | 'wan' | null;
  readonly projects: readonly string[];
  readonly positions?: readonly string[];
  readonly fillDown?: readonly string[];
  readonly parent?: boolean;
  readonly records: readonly Readonly<Record<string, CellValue>>[];
  readonly problems: readonly { readonly row: number; readonly field: string }[];
  readonly amount?: number;
}

const codes = createCodeBook(2025);
const named = (names: readonly string[]): SavedRow[] =>
  names.map((name, index) => ({ id: index + 1, revision: 1, position: index, values: { name } }));

function sheetOf(name: string): { readonly sheet: IntakeSheet; readonly expected: Expected } {
  // The fixtures of this folder are written in this shape.
  const expected = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Expected;
  const cells = parseTsv(readFileSync(new URL(`${name}.tsv`, FOLDER), 'utf8'));
  const lookup = makeLookup({
    amountUnit: 'yuan',
    codes: (catalogue) => codes.list(catalogue),
    rows: (entity) => named(entity === 'project' ? expected.projects : ['单位整体']),
    initials: () => '',
    recent: () => [],
  });
  const positions = (expected.positions ?? []).map((field) => ({ field }));
  const sheet = new IntakeSheet({ ...expected, cells, positions, lookup, unit: null });
  if (expected.parent === true) sheet.setFill('parentId', 1);
  for (const field of expected.fillDown ?? []) {
    sheet.setUses(sheet.header.uses.map((use) => (use?.field === field ? { ...use, fillDown: true } : use)));
  }
  while (!sheet.work(() => true));
  return { sheet, expected };
}

const blocks = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.tsv'))
  .map((file) => file.slice(0, -4));

describe('blocks as they are copied out of people’s workbooks', () => {
  it.each(blocks)('%s becomes the records it means, and names each cell it cannot read', (name) => {
    const { sheet, expected } = sheetOf(name);
    const records = sheet.cells.flatMap((_, row) => sheet.recordsOf(row));
    const shown = records.map(({ values }) =>
      Object.fromEntries(
        Object.entries(values)
          .filter(([field, value]) => value !== null && value !== undefined && field !== 'parentId')
          .map(([field, value]) => [
            field,
            field === 'projectId' && typeof value === 'number' ? (expected.projects[value - 1] ?? null) : value,
          ]),
      ),
    );
    expect(shown).toEqual(expected.records);
    const problems = records.flatMap(({ row, problems: list }) => list.map(({ field }) => ({ row, field })));
    expect(problems).toEqual(expected.problems);
    if (expected.unit !== null) expect(sheet.unit ?? 'yuan').toBe(expected.unit);
    if (expected.amount !== undefined) expect(sheet.counts.amount).toBe(expected.amount);
    expect(sheet.counts.problems).toBe(expected.problems.length);
  });
});
