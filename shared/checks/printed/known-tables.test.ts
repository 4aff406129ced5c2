import { describe, expect, it } from 'vitest';
import { inventedUnits } from '../../../samples/invented-2025/book.ts';
import { sampleFacts } from '../../../samples/sample-facts.fixture.ts';
import type { CodeBook } from '../../codes/code-book.ts';
import { createCodeBook } from '../../codes/index.ts';
import { tableChecks } from '../cross-table.ts';
import { printedSource } from '../printed-source.ts';
import { runTableChecks } from '../run-tables.ts';
import { exactSource } from '../table-source.ts';
import { knownTables, sourceOf } from './known-tables.ts';
import { printedDocument } from './printed-table.fixture.ts';
import type { PrintedDocument } from './printed-table.ts';

const read = (document: PrintedDocument, codes: CodeBook) => sourceOf(knownTables(document, codes), document.year);
const names = inventedUnits().map(({ name }) => String(name));

describe('printed tables', () => {
  const facts = sampleFacts('invented-2025');
  const tables = facts.tables();
  const source = read(printedDocument(tables, 2025, names), facts.context.codes);
  const exact = exactSource(tables, 2025);

  it('know every row that the computed tables have, in the same order', () => {
    for (const { no, columns } of tables) {
      for (const block of new Set(columns.map((column) => column.block))) {
        expect([no, block, source.rows(no, block).length]).toEqual([no, block, exact.rows(no, block).length]);
      }
    }
    expect(source.rows(4, 0)).toEqual(exact.rows(4, 0));
    expect(source.rows(4, 1)).toEqual(exact.rows(4, 1));
    expect(source.rows(9, 1)).toEqual(exact.rows(9, 1));
    expect(source.rows(2, 0)).toEqual(exact.rows(2, 0));
  });

  it('give the figures as printed, under the names of the form', () => {
    const at = [3, 0, 'f:205', '{year}年预算数/合计'] as const;
    expect(source.label(3, 0, 'f:205')).toBe('205 教育支出');
    expect(source.amount(...at)).toBe(Math.round((exact.amount(...at) ?? 0) / 10_000) * 10_000);
    expect(source.ref(...at)).toEqual({ table: 3, block: 0, row: 'f:205', column: 2 });
  });
});

describe('cross-checks on printed tables', () => {
  it('find nothing but 尾差 in the samples, as on the computed tables rounded', () => {
    for (const name of ['lanxian-2025', 'invented-2025'] as const) {
      const facts = sampleFacts(name);
      const { year, codes } = facts.context;
      const findings = runTableChecks(tableChecks, read(printedDocument(facts.tables(), year, names), codes));
      const rounded = runTableChecks(tableChecks, printedSource(facts.tables(), year));
      expect(findings.map(({ message }) => message)).toEqual(rounded.map(({ message }) => message));
      expect(findings.length).toBeGreaterThan(0);
    }
  });

  it('find a figure that is off by more than rounding explains, where it stands', () => {
    const facts = sampleFacts('lanxian-2025');
    const document = printedDocument(facts.tables(), 2025);
    const broken = {
      ...document,
      tables: document.tables.map((table) =>
        table.no === 5
          ? { ...table, rows: table.rows.map((row) => row.map((text) => (text === '12352.39' ? '12353.39' : text))) }
          : table,
      ),
    };
    const findings = runTableChecks(tableChecks, read(broken, createCodeBook(2025)));
    expect(findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['T5-T4', 'T5-natures', 'T5-levels']),
    );
  });
});
