import { describe, expect, it } from 'vitest';
import { inventedUnits } from '../../../samples/invented-2025/book.ts';
import { sampleFacts } from '../../../samples/sample-facts.fixture.ts';
import { createCodeBook } from '../../codes/index.ts';
import { exampleInput } from '../example-input.fixture.ts';
import { checkPrinted, printedRules } from './check-printed.ts';
import { scoreOf } from './mutants.fixture.ts';
import { printedDocument } from './printed-table.fixture.ts';
import type { PrintedDocument, PrintedTable } from './printed-table.ts';

const codes = createCodeBook(2025);
const real = printedDocument(sampleFacts('lanxian-2025').tables(), 2025);
const invented = printedDocument(
  sampleFacts('invented-2025', ['021']).tables(),
  2025,
  inventedUnits().map(({ name }) => String(name)),
);

const department = printedDocument(
  sampleFacts('invented-2025').tables(),
  2025,
  inventedUnits().map(({ name }) => String(name)),
);

type Change = (table: PrintedTable) => Partial<PrintedTable>;

/** The document with one table changed; null leaves the table out. */
function broken(no: number, change: Change | null): PrintedDocument {
  const tables = real.tables.flatMap((table) =>
    table.no !== no ? [table] : change === null ? [] : [{ ...table, ...change(table) }],
  );
  return { ...real, tables };
}

const cell =
  (row: number, column: number, text: string): Change =>
  ({ rows }) => ({
    rows: rows.map((line, at) => (at === row ? line.map((old, index) => (index === column ? text : old)) : line)),
  });
const withoutRow =
  (label: string): Change =>
  ({ rows }) => ({ rows: rows.filter((row) => row[0] !== label) });

/** For each rule on printed tables a document it finds something in. */
const BROKEN: Readonly<Record<string, PrintedDocument>> = {
  'F-table-missing': broken(7, null),
  'F-table-repeated': { ...real, tables: [...real.tables, ...real.tables.slice(0, 1)] },
  'F-note-missing': broken(7, () => ({ note: null })),
  'F-note-wrong': broken(5, () => ({ note: '注：本表无数据' })),
  'F-column-missing': broken(5, ({ columns }) => ({ columns: columns.map((one, at) => (at === 3 ? null : one)) })),
  'F-row-missing': broken(3, withoutRow('合计')),
  'F-class-missing': broken(1, cell(2, 2, '')),
  'F-row-repeated': broken(13, ({ rows }) => ({ rows: [...rows.slice(0, 1), ...rows] })),
  'F-row-unknown': broken(6, cell(2, 0, '基本工钱')),
  'F-detail-missing': broken(12, ({ rows }) => ({ rows: rows.slice(0, 1) })),
  'F-row-order': broken(3, ({ rows }) => ({ rows: [...rows.slice(0, 1), ...rows.slice(1).reverse()] })),
  'F-year': broken(3, ({ head }) => ({ head: [head[0]?.replace('2025', '2024') ?? '', ...head.slice(1)] })),
  'F-unit-name': broken(3, () => ({ unitName: '县环卫和市政服务中心' })),
  'F-code-shape': broken(3, cell(1, 0, '20 8 0')),
  'F-code-parent': broken(3, withoutRow('21205')),
  'F-code-leaf': broken(3, withoutRow('2210201')),
  'F-code-name': broken(3, cell(1, 1, '医疗卫生与计划生育支出')),
  'F-amount': broken(3, cell(1, 2, '五十二')),
  'F-decimals': broken(3, cell(1, 2, '52.6')),
  'F-project-repeated': real,
  'F-placeholder': broken(3, cell(1, 1, 'XX支出')),
  'F-uses': broken(6, ({ rows }) => ({ rows: rows.map((row) => [...row.slice(0, 3), row[4] ?? '', row[3] ?? '']) })),
};

describe('rules on printed tables', () => {
  const clean = new Set(checkPrinted(real, codes).map(({ message }) => message));

  it('have ids of their own, titles and bases, and a broken document each', () => {
    expect(Object.keys(BROKEN).sort()).toEqual(printedRules.map(({ id }) => id).sort());
    for (const { id, title, basis } of printedRules) expect([id, title, basis]).not.toContain('');
  });

  for (const [id, document] of Object.entries(BROKEN)) {
    it(`${id} finds what is broken and says so in a sentence`, () => {
      const found = checkPrinted(document, codes).filter(({ ruleId }) => ruleId === id);
      expect(found.length).toBeGreaterThan(0);
      for (const { message } of found) expect(message).toMatch(/^[^{}]*表[0-9]+[^{}]*。$/);
    });
  }

  it('find no error and nothing to warn of in the mended sample and the invented one', () => {
    for (const document of [real, invented, department]) {
      const findings = checkPrinted(document, codes);
      expect(findings.filter(({ severity }) => severity !== 'advice')).toEqual([]);
    }
  });

  it('find nothing missing on a side of a table where there is nothing', () => {
    const money = { fund: 'stateCapital', amount: 5_000_000 } as const;
    const { facts } = exampleInput({
      lines: [
        { side: 'income', functional: '2230105', revenue: '1030601', ...money },
        { side: 'yearEndCarryover', functional: null, ...money },
      ],
    });
    const findings = checkPrinted(printedDocument(facts.tables(), 2025), codes);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('find the repeated row of the published table 13', () => {
    const published = broken(13, ({ rows }) => ({ rows: [...rows.slice(0, 1), ...rows] }));
    const more = checkPrinted(published, codes).filter(({ message }) => !clean.has(message));
    expect(more.map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([
      expect.stringMatching(/^F-row-repeated 表13“.*服务中心”列了不止一次/),
    ]);
  });

  it('tell a missing table once, not once for every comparison it is part of', () => {
    const findings = checkPrinted(broken(5, null), codes);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId)).toEqual([
      'F-table-missing',
    ]);
  });
});

describe('broken documents', () => {
  for (const [name, document, step] of [
    ['real', real, 37],
    ['invented', invented, 41],
  ] as const) {
    it(`are noticed at the right place in at least 99 of 100 cases: ${name}`, () => {
      const { scores, survivors } = scoreOf(document, codes, step);
      const mutants = scores.reduce((sum, one) => sum + one.mutants, 0);
      expect(mutants).toBeGreaterThan(100);
      expect(survivors.length / mutants).toBeLessThanOrEqual(0.01);
    });
  }
});
