import { describe, expect, it } from 'vitest';
import { SAMPLE_NAMES } from '../../samples/sample-document.ts';
import { sampleFacts } from '../../samples/sample-facts.fixture.ts';
import { fen } from '../money/fen.ts';
import { tableChecks } from './cross-table.ts';
import { printedSource } from './printed-source.ts';
import { runTableChecks } from './run-tables.ts';

describe('the sample books as printed', () => {
  for (const name of SAMPLE_NAMES) {
    it(`${name}: nothing but 尾差 is wrong between the tables`, () => {
      const facts = sampleFacts(name);
      const findings = runTableChecks(tableChecks, printedSource(facts.tables(), facts.context.year));
      expect(findings.filter(({ rounding }) => rounding !== true)).toEqual([]);
      expect(findings.length).toBeGreaterThan(0);
    });
  }

  it('lanxian-2025: the rounded parts that do not add up are the ones listed of the document', () => {
    const facts = sampleFacts('lanxian-2025');
    const findings = runTableChecks(tableChecks, printedSource(facts.tables(), facts.context.year));
    expect(
      findings.map(({ ruleId, location }) =>
        location.kind === 'cell' ? `${ruleId} ${location.cell.row} ${location.cell.column}` : ruleId,
      ),
    ).toMatchInlineSnapshot(`
      [
        "T6-uses total 2",
        "T2-levels f:208 2",
        "T2-levels f:208 3",
        "T2-levels f:21011 2",
        "T2-levels f:21011 3",
        "T3-levels f:208 2",
        "T3-levels f:208 3",
        "T3-levels f:21011 2",
        "T3-levels f:21011 3",
        "T5-levels f:208 2",
        "T5-levels f:208 3",
        "T5-levels f:21011 2",
        "T5-levels f:21011 3",
        "T6-levels total 2",
        "T6-levels e:301 2",
        "T6-levels e:301 3",
      ]
    `);
  });

  it('a difference that rounding cannot make is an error', () => {
    const facts = sampleFacts('lanxian-2025');
    const tables = facts.tables().map((table) => ({
      ...table,
      rows: table.rows.map((row) =>
        table.no === 3 && row.keys[0] === 'f:212'
          ? { ...row, cells: row.cells.map((cell, at) => (at === 2 ? { ...cell, fen: fen(0) } : cell)) }
          : row,
      ),
    }));
    const findings = runTableChecks(tableChecks, printedSource(tables, facts.context.year));
    expect(findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['T3-natures', 'T3-T1-classes', 'T3-levels']),
    );
  });
});
