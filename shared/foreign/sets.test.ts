import { describe, expect, it } from 'vitest';
import { bookOf, type Draft, draw, publishedTables } from '../../samples/published-workbook.fixture.ts';
import { createCodeBook } from '../codes/index.ts';
import { type Audit, auditOf } from './audit.ts';
import { NO_CORRECTIONS, type Recognition, recognise } from './recognise.ts';
import type { GridBook } from './sheet.ts';

const codes = createCodeBook(2025);
const tables = publishedTables();
const [OWN = ''] = tables.map(({ unit_name }) => unit_name);
const OTHER = '岚县供水服务中心';
const read = (book: GridBook): Recognition => recognise(book, NO_CORRECTIONS, { codes: () => codes, usualYear: 2025 });
const audit = (book: GridBook): Audit => auditOf(read(book), codes);

/** The published tables as those of a unit. */
const drawn = (unit: string, prefix = '', change: (draft: Draft, no: number) => void = () => undefined) =>
  tables.map((table) => {
    const rows = table.rows.map((row) => ({
      ...row,
      keys: Object.fromEntries(Object.entries(row.keys).map(([path, text]) => [path, text === OWN ? unit : text])),
    }));
    const draft = draw({ ...table, unit_name: unit, rows }, { sheetName: `${prefix}表${table.no}` });
    change(draft, table.no);
    return draft;
  });

const wrong = (draft: Draft, no: number) => {
  const cells = draft.rows.find((row) => row[0]?.text === '208');
  const cell = cells?.[2];
  if (no === 3 && cells !== undefined && cell !== undefined) cells[2] = { ...cell, text: '99.99' };
};

describe('a workbook with the tables of several units', () => {
  it('is audited unit by unit: each has the findings that its tables alone have, under its name', () => {
    const both = audit(bookOf([...drawn(OWN), ...drawn(OTHER, '供水', wrong)]));
    const [first, second] = [audit(bookOf(drawn(OWN))), audit(bookOf(drawn(OTHER, '', wrong)))];
    const named = (unit: string, shift: number, { findings }: Audit) =>
      findings.map(({ ruleId, message, cells }) => [
        ruleId,
        `${unit}：${message}`,
        cells.map((cell) => ({ ...cell, sheet: cell.sheet + shift })),
      ]);
    const told = both.findings.map(({ ruleId, message, cells }) => [ruleId, message, cells]);
    const expected = [...named(OWN, 0, first), ...named(OTHER, tables.length, second)];
    const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
    expect(told.sort(byText)).toEqual(expected.sort(byText));
    expect(second.findings.length).toBeGreaterThan(first.findings.length);
    expect(both.made).toBe(first.made + second.made);
  });

  it('misses a table in the unit that lacks it, though the other has it', () => {
    const lacking = drawn(OTHER, '供水').filter((_, at) => at !== 4);
    const found = audit(bookOf([...drawn(OWN), ...lacking])).findings.filter(
      ({ ruleId }) => ruleId === 'F-table-missing',
    );
    expect(found.map(({ message }) => message)).toEqual([expect.stringMatching(`^${OTHER}：没有表5`)]);
  });

  it('takes a table that is headed with no unit for that of the tables before it', () => {
    const silent = (draft: Draft, no: number) => {
      const row = draft.rows.findIndex((cells) => cells[0]?.text.startsWith('单位名称') === true);
      if (no === 6 && row >= 0) draft.rows[row] = [];
    };
    const { sets, tables: found } = read(bookOf([...drawn(OWN), ...drawn(OTHER, '供水', silent)]));
    expect(sets).toEqual([OWN, OTHER]);
    expect(found.map(({ set }) => set)).toEqual([...tables.map(() => 0), ...tables.map(() => 1)]);
    expect(found.every(({ isDouble }) => !isDouble)).toBe(true);
  });
});

describe('a workbook of one unit', () => {
  it('stays one where a name is mistyped on a table or two, and the slip is told', () => {
    const slip = drawn(OWN).map((draft, at) => (at === 3 || at === 7 ? (drawn(OTHER)[at] ?? draft) : draft));
    const book = bookOf(slip);
    expect(read(book).sets).toEqual([OWN]);
    expect(audit(book).findings.filter(({ ruleId }) => ruleId === 'F-unit-name')).toHaveLength(2);
  });

  it('stays one where tables stand there twice under its name: the second ones are not used, and told', () => {
    const book = bookOf([...drawn(OWN), ...drawn(OWN, '旧').slice(0, 3)]);
    expect(read(book).sets).toEqual([OWN]);
    expect(audit(book).findings.filter(({ ruleId }) => ruleId === 'F-table-repeated')).toHaveLength(3);
  });

  it('stays one where a table or two of another unit lie beside its own', () => {
    const book = bookOf([...drawn(OWN), ...drawn(OTHER, '供水').slice(2, 4)]);
    expect(read(book).sets).toEqual([OWN]);
    expect(audit(book).findings.filter(({ ruleId }) => ruleId === 'F-table-repeated')).toHaveLength(2);
  });
});
