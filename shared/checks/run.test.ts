import { describe, expect, it } from 'vitest';
import { SAMPLE_NAMES, type SampleName, sampleDocument } from '../../samples/sample-document.ts';
import { createCodeBook } from '../codes/index.ts';
import { createFacts } from '../facts/facts.ts';
import { documentToRows, readInterchange } from '../interchange/index.ts';
import { setsInForce } from '../procurement/decide.ts';
import { SHIPPED_RULE_SETS } from '../procurement/rule-sets/index.ts';
import type { Finding } from './finding.ts';
import { type CheckInput, runChecks } from './run.ts';

/** The budgets of a sample as the core gathers them. */
function inputsOf(name: SampleName): readonly CheckInput[] {
  const read = readInterchange(sampleDocument(name));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const rows = documentToRows(read.document);
  const stored = <R extends object>(list: readonly R[]) => list.map((row) => ({ ...row, revision: 1 }));
  return stored(rows.budget).map((budget) => {
    const own = <R extends { readonly parentId: number | null }>(list: readonly R[]) =>
      stored(list.filter(({ parentId }) => parentId === budget.id));
    const unit = stored(rows.unit).find(({ id }) => id === budget.unitId);
    if (unit === undefined) throw new Error('no unit');
    const lines = own(rows.line);
    const projects = own(rows.project);
    const goalSheets = own(rows.goalSheet);
    const sheetIds = new Set(goalSheets.map(({ id }) => id));
    const facts = createFacts({
      year: budget.year,
      unitName: unit.name,
      units: [unit],
      projects: projects.map(({ id, name: of }) => ({ id, unitId: unit.id, name: of })),
      codes: createCodeBook(budget.year, rows.code),
    });
    facts.load(lines.map((line) => ({ ...line, unitId: unit.id })));
    return {
      facts,
      unit,
      budget,
      lines,
      projects,
      procurement: own(rows.procurement),
      goalSheets,
      indicators: stored(rows.indicator.filter(({ parentId }) => parentId !== null && sheetIds.has(parentId))),
      assets: own(rows.asset),
      prior: own(rows.prior),
      ruleSets: setsInForce(SHIPPED_RULE_SETS, unit.region, `${budget.year}-01-01`),
    };
  });
}

const errors = (findings: readonly Finding[]) =>
  findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
const ids = (findings: readonly Finding[]): readonly string[] => [...new Set(findings.map(({ ruleId }) => ruleId))];

describe('runChecks', () => {
  for (const name of SAMPLE_NAMES) {
    it(`finds no error in ${name}`, () => {
      for (const input of inputsOf(name)) expect(errors(runChecks(input))).toEqual([]);
    });
  }

  it('finds the slips of the published document, and fewer once they are mended', () => {
    const [published] = inputsOf('lanxian-2025-published').map(runChecks);
    const [mended] = inputsOf('lanxian-2025').map(runChecks);
    expect(ids(published ?? [])).toEqual(expect.arrayContaining(['goal-name-differs', 'project-name-repeated']));
    expect(ids(mended ?? [])).not.toContain('goal-name-differs');
    // A project's name is not mended by hand: two pairs of projects really share one.
    expect(ids(mended ?? [])).toContain('project-name-repeated');
  });

  it('puts errors first and keeps the order of the book within a rule', () => {
    const [input] = inputsOf('lanxian-2025');
    if (input === undefined) throw new Error('no budget');
    const lines = input.lines.map((line) => ({ ...line, nature: null }));
    const findings = runChecks({ ...input, lines });
    const severities = findings.map(({ severity }) => severity);
    expect(severities).toEqual(
      [...severities].sort(
        (left, right) => ['error', 'warning', 'advice'].indexOf(left) - ['error', 'warning', 'advice'].indexOf(right),
      ),
    );
    const places = findings.flatMap(({ ruleId, location }) =>
      ruleId === 'line-nature-missing' && location.kind === 'row' ? [location.id] : [],
    );
    expect(places.length).toBeGreaterThan(50);
    expect(places).toEqual([...places].sort((left, right) => left - right));
  });
});
