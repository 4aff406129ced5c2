import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SampleName } from '../../../samples/sample-document.ts';
import { readJson } from '../../../samples/source.ts';
import { inCore } from '../core.fixture.ts';
import { readWorkbook } from '../import/xlsx/read-workbook.ts';
import type { SheetRow } from '../import/xlsx/sheet-rows.ts';
import { createSampleBook } from '../new-book.ts';

interface PublishedTable {
  readonly no: number;
  readonly title: string;
  readonly unit_name: string;
  readonly note: string | null;
  readonly columns: readonly string[];
  readonly key_columns: readonly string[];
  readonly column_numbers: readonly string[] | null;
  readonly rows: readonly {
    readonly row: number;
    readonly keys: Readonly<Record<string, string>>;
    readonly cells: Readonly<Record<string, string>>;
  }[];
}

interface KnownDiscrepancies {
  readonly cells: readonly unknown[];
  readonly structural: readonly { readonly type: string; readonly table: number; readonly row: number }[];
}

const published = readJson<{ readonly tables: readonly PublishedTable[] }>('lanxian-2025/expected-tables.json').tables;
const known = readJson<KnownDiscrepancies>('lanxian-2025/known-discrepancies.json');

/** What a cell shows: its text, or its number with two decimals. */
function shown(row: SheetRow | undefined, column: number): string {
  const cell = row?.cells[column];
  if (!cell) return '';
  if (cell.kind !== 'number') return cell.text;
  const [whole, fraction = ''] = cell.text.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

/** The sample book as a file, opened and exported by the program; rows by table number and row number. */
async function exported(name: SampleName, budgetId = 1): Promise<Map<number, Map<number, SheetRow>>> {
  const tables = new Map<number, Map<number, SheetRow>>();
  await inCore(async (test) => {
    createSampleBook(join(test.folder, '示例.ysb'), name, { user: '张三', now: () => new Date() });
    test.choose = '示例.ysb';
    await test.call('book.open', { recentId: null });
    test.choose = '公开表.xlsx';
    await test.call('export.workbook', { budgetId, jobId: 'export' });
    const bytes = await readFile(join(test.folder, test.choose));
    for (const sheet of await readWorkbook(bytes, test.choose)) {
      const no = Number.parseInt(/^表(\d+)/.exec(sheet.name)?.[1] ?? '0', 10);
      const rows = new Map<number, SheetRow>();
      for await (const row of sheet.rows()) rows.set(row.number, row);
      tables.set(no, rows);
    }
  });
  return tables;
}

describe.each(['lanxian-2025', 'lanxian-2025-published'] as const)(
  'the workbook of %s, read back by another reader',
  (name) => {
    it('shows every published row and cell of the 13 tables, but for the rows listed as printed twice', async () => {
      const workbook = await exported(name);
      let compared = 0;
      for (const table of published) {
        const sheet = workbook.get(table.no);
        const headRows = Math.max(...table.columns.map((path) => path.split('/').length));
        const start = 4 + headRows + (table.column_numbers ? 1 : 0);
        const repeated = known.structural.filter((item) => item.type === 'repeated_row' && item.table === table.no);
        const rows = table.rows.filter(({ row }) => !repeated.some((item) => item.row === row));
        const expected = rows.map(({ keys, cells }) => table.columns.map((path) => keys[path] ?? cells[path] ?? null));
        const actual = rows.map((_, index) =>
          table.columns.map((_path, column) => shown(sheet?.get(start + index), column)),
        );
        expect(actual, `表${table.no}`).toEqual(expected);
        const after = sheet?.get(start + rows.length);
        expect(shown(after, 0), `表${table.no}`).toBe(table.note === null ? '' : `注：${table.note}`);
        compared += expected.flat().length;
      }
      expect(published.length).toBe(13);
      expect(known.cells).toEqual([]);
      // The row printed twice has one label and four amounts.
      const transcribed = published.flatMap(({ rows, columns }) => rows.flatMap(() => columns)).length;
      expect(compared).toBe(transcribed - 5);
    });

    it('prints title, unit, heads and column numbers as published', async () => {
      const workbook = await exported(name);
      for (const table of published) {
        const sheet = workbook.get(table.no);
        expect(shown(sheet?.get(2), 0)).toBe(table.title);
        expect(shown(sheet?.get(3), 0)).toBe(`单位名称：${table.unit_name}`);
        expect(sheet?.get(3)?.cells.filter((cell) => cell?.text === '单位：万元').length).toBe(1);
        if (table.column_numbers) {
          const numbers = sheet?.get(4 + Math.max(...table.columns.map((path) => path.split('/').length)));
          expect(numbers?.cells.map((cell) => cell?.text)).toEqual(table.column_numbers);
        }
        table.columns.forEach((path, column) => {
          const labels = path.split('/');
          labels.forEach((label, level) => {
            // A head over several columns stands at its first one.
            const first = table.columns.findIndex((other) => other.startsWith(labels.slice(0, level + 1).join('/')));
            const start = level === labels.length - 1 ? column : first;
            expect(shown(sheet?.get(4 + level), start), `表${table.no} ${path}`).toBe(label);
          });
        });
      }
    });
  },
);

describe('the workbook of the invented book', () => {
  const expected = readJson<Readonly<Record<string, { readonly tables: readonly PublishedTable[] }>>>(
    'invented-2025/expected-tables.json',
  );

  // Ids of the book follow the order of its units.
  it.each([
    ['021', 1],
    ['021001', 2],
    ['021002', 3],
  ] as const)('shows in every cell what plain SQL sums: %s', async (unit, budgetId) => {
    const workbook = await exported('invented-2025', budgetId);
    for (const { no, rows } of expected[unit]?.tables ?? []) {
      // The invented book is of the same year, so its tables have the same columns.
      const columns = published.find((table) => table.no === no)?.columns ?? [];
      const numbered = published.find((table) => table.no === no)?.column_numbers ? 1 : 0;
      const start = 4 + Math.max(...columns.map((path) => path.split('/').length)) + numbered;
      const sheet = workbook.get(no);
      const actual = rows.map((_, index) => columns.map((_path, column) => shown(sheet?.get(start + index), column)));
      expect(actual, `表${no}`).toEqual(
        rows.map(({ keys, cells }) => columns.map((path) => keys[path] ?? cells[path])),
      );
    }
    expect(expected[unit]?.tables.length).toBe(13);
  });
});
