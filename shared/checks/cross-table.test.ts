import { describe, expect, it } from 'vitest';
import { SAMPLE_NAMES } from '../../samples/sample-document.ts';
import { sampleFacts } from '../../samples/sample-facts.fixture.ts';
import { line } from '../facts/facts.fixture.ts';
import { fen } from '../money/fen.ts';
import { tableChecks } from './cross-table.ts';
import { exampleSource } from './example-source.fixture.ts';
import type { Finding } from './finding.ts';
import { printedTableChecks } from './printed/check-printed.ts';
import { runTableChecks } from './run-tables.ts';
import { exactSource } from './table-source.ts';

const byId = new Map(printedTableChecks.map((check) => [check.id, check]));
const messages = (findings: readonly Finding[]): readonly string[] => findings.map(({ message }) => message);

describe('every cross-check', () => {
  it('has an id of its own, a title, a basis and a message that is a sentence', () => {
    expect(byId.size).toBe(printedTableChecks.length);
    for (const { id, title, basis, message } of printedTableChecks) {
      expect(title, id).not.toBe('');
      expect(basis, id).not.toBe('');
      expect(message, id).toMatch(/。$/);
    }
  });

  for (const check of printedTableChecks) {
    it(`${check.id} finds nothing in its good examples and something in its bad ones`, () => {
      expect(check.examples.passes.length).toBeGreaterThan(0);
      expect(check.examples.fails.length).toBeGreaterThan(0);
      for (const example of check.examples.passes) {
        expect(messages(runTableChecks([check], exampleSource(example)))).toEqual([]);
      }
      for (const example of check.examples.fails) {
        const findings = runTableChecks([check], exampleSource(example));
        expect(findings.length).toBeGreaterThan(0);
        for (const { severity, message, location } of findings) {
          expect(message).not.toMatch(/无法核对|[{}]/);
          expect(severity).toBe(check.severity);
          expect(location.kind).toBe('cell');
        }
      }
    });
  }
});

describe('the interpreter', () => {
  const check = byId.get('T3-natures');
  if (check === undefined) throw new Error('no such check');
  const row = (all: string, basic: string, project: string) => ({
    '3|0|f:212|{year}年预算数/合计': all,
    '3|0|f:212|{year}年预算数/基本支出': basic,
    '3|0|f:212|{year}年预算数/项目支出': project,
  });

  it('takes differences that rounding explains for 尾差 where figures are printed, and for errors where they are exact', () => {
    const printed = exampleSource(row('12.08', '11.99', '0.08'), 10_000);
    expect(runTableChecks([check], printed)).toMatchObject([
      { severity: 'advice', message: expect.stringContaining('尾差') as unknown },
    ]);
    expect(runTableChecks([check], exampleSource(row('12.08', '11.99', '0.08')))).toMatchObject([
      { severity: 'error' },
    ]);
  });

  it('knows how much rounding explains: half a step for every figure', () => {
    expect(runTableChecks([check], exampleSource(row('12.09', '11.99', '0.08'), 10_000))).toMatchObject([
      { severity: 'error' },
    ]);
  });

  it('reports a reference that finds nothing and never takes it for zero', () => {
    const { '3|0|f:212|{year}年预算数/项目支出': _, ...missing } = row('9.00', '9.00', '');
    expect(messages(runTableChecks([check], exampleSource(missing)))).toEqual([
      '无法核对“支出总表：每行合计等于基本支出加项目支出”：找不到表3的“f:212”行“{year}年预算数/项目支出”栏。',
    ]);
  });
});

describe('on the sample books', () => {
  for (const name of SAMPLE_NAMES) {
    it(`${name}: every reference is found and nothing is wrong between the tables`, () => {
      const facts = sampleFacts(name);
      const findings = runTableChecks(tableChecks, exactSource(facts.tables(), facts.context.year));
      expect(messages(findings.filter(({ severity }) => severity !== 'advice'))).toEqual([]);
    });
  }

  it('an income line that goes missing shows in both balances, with the amount in words of the accountant', () => {
    const facts = sampleFacts('lanxian-2025');
    const [id] = facts.linesOf({ table: 1, block: 0, row: 'governmentFund', column: 1 });
    expect(id).toBeUndefined();
    const [first] = facts.linesOf({ table: 1, block: 0, row: 'generalPublic', column: 1 });
    if (first === undefined) throw new Error('no income line');
    facts.remove(first);
    const findings = runTableChecks(tableChecks, exactSource(facts.tables(), facts.context.year));
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['T1-balance', 'T4-balance', 'T4-balance-generalPublic', 'T2-T3-items']),
    );
    const balance = findings.find(({ ruleId }) => ruleId === 'T1-balance');
    expect(balance).toMatchObject({
      message: expect.stringMatching(
        /^收支不平：收入总计[0-9,.]+元，支出总计[0-9,.]+元，相差21,413\.00元。$/,
      ) as unknown,
      location: { kind: 'cell', cell: { table: 1, block: 0, row: 'total', column: 1 } },
    });
  });

  it('a line without nature shows where the two natures no longer make the total', () => {
    const facts = sampleFacts('lanxian-2025');
    facts.put([line(999, { nature: null, deptEconomic: null, amount: fen(50_000) })]);
    const ids = runTableChecks(tableChecks, exactSource(facts.tables(), facts.context.year)).map(
      ({ ruleId }) => ruleId,
    );
    expect(new Set(ids)).toEqual(
      new Set(['T1-balance', 'T3-natures', 'T2-T3-items', 'T4-balance', 'T4-balance-generalPublic', 'T5-natures']),
    );
  });
});
