import { describe, expect, it } from 'vitest';
import { inventedUnits } from './invented-2025/book.ts';
import { type ExpectedTable, expectedTables } from './invented-2025/expected/tables.ts';
import { printed } from './printed-table.fixture.ts';
import { sampleFacts } from './sample-facts.fixture.ts';
import { readJson } from './source.ts';

const unitKeys = inventedUnits().map((unit) => String(unit.key));
const scopes = [...unitKeys.map((key) => ({ scope: key, units: [key] })), { scope: 'department', units: unitKeys }];
const written = readJson<Readonly<Record<string, { readonly tables: readonly ExpectedTable[] }>>>(
  'invented-2025/expected-tables.json',
);

describe('the invented book', () => {
  it.each(scopes)('has its expected tables written as plain SQL gives them: $scope', ({ scope, units }) => {
    expect(written[scope]?.tables).toEqual(expectedTables(units));
  });

  it.each(scopes)('shows in every cell what plain SQL sums: $scope', ({ scope, units }) => {
    const tables = sampleFacts('invented-2025', units).tables().map(printed);
    expect(tables).toEqual(written[scope]?.tables);
  });

  it('leaves no amount column of any table empty in the department itself', () => {
    const empty = expectedTables(['021']).flatMap((table) =>
      Object.keys(table.rows[0]?.cells ?? {})
        .filter((column) => table.rows.every((row) => row.cells[column] === ''))
        .map((column) => `表${table.no} ${column}`),
    );
    expect(empty).toEqual([]);
  });

  it('shows totals that differ from the sum of their printed parts, so that adding rounded cells is found out', () => {
    const income = expectedTables(['021'])[0]?.rows.find((row) => row.keys['支出/项目'] === '五、教育支出');
    expect(income?.cells).toMatchObject({
      '支出/2025年合计': '1787.41',
      '支出/当年预算安排': '1738.20',
      '支出/上年结转安排': '49.22',
    });
  });
});

describe('the real book', () => {
  const golden = readJson<{ readonly tables: readonly ExpectedTable[] }>('lanxian-2025/expected-tables.json').tables;
  // The printed table 13 shows the unit's row twice (S-1 of known-discrepancies.json).
  const withoutRepeatedRow = golden.map(({ no, rows }) => ({
    no,
    rows: rows.filter((row) => no !== 13 || row.row !== 2).map((row, index) => ({ ...row, row: index + 1 })),
  }));

  it.each(['lanxian-2025', 'lanxian-2025-published'] as const)('gives all 1152 published cells: %s', (name) => {
    expect(sampleFacts(name).tables().map(printed)).toEqual(withoutRepeatedRow);
    const cells = golden.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)));
    expect(cells.length).toBe(1152);
  });
});
