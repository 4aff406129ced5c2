import { describe, expect, it } from 'vitest';
import { sampleDocument } from '../../samples/sample-document.ts';
import { inputsOf } from './document-input.fixture.ts';
import type { Finding } from './finding.ts';
import { runChecks } from './run.ts';

const ids = (findings: readonly Finding[]): readonly string[] => [...new Set(findings.map(({ ruleId }) => ruleId))];

describe('runChecks', () => {
  for (const name of ['lanxian-2025', 'invented-2025'] as const) {
    it(`finds no error and nothing to warn of in ${name}`, () => {
      for (const input of inputsOf(sampleDocument(name))) {
        expect(runChecks(input).filter(({ severity }) => severity !== 'advice')).toEqual([]);
      }
    });
  }

  it('advises in the mended document only what is true of it and nobody can mend: names as published, dates not said', () => {
    const [mended] = inputsOf(sampleDocument('lanxian-2025')).map((input) => runChecks(input));
    const counts = new Map<string, number>();
    for (const { ruleId } of mended ?? []) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      // Two pairs share a name, a third is in both lists (B-1, B-2).
      'project-name-repeated': 3,
      // 遗嘱补助 (P-3), 补充单位公用经费 (field notes no. 38).
      'project-name-slip': 1,
      'project-name-vague': 1,
      // F-7, where the name says that it is every year.
      'goal-yearly': 3,
      // 2023年度…二类费用, whose overview speaks of other years.
      'goal-year-unsaid': 1,
      //
      'indicator-works-words': 1,
      // 191 vehicles, and their running costs in projects.
      'asset-vehicles-without-running': 1,
      // The document does not say when it was approved.
      'budget-approved-missing': 1,
    });
  });

  it('finds the slips of the published document, and fewer once they are mended', () => {
    const [published] = inputsOf(sampleDocument('lanxian-2025-published')).map((input) => runChecks(input));
    const [mended] = inputsOf(sampleDocument('lanxian-2025')).map((input) => runChecks(input));
    expect(ids(published ?? [])).toEqual(expect.arrayContaining(['goal-name-differs', 'project-name-repeated']));
    expect(ids(mended ?? [])).not.toContain('goal-name-differs');
    // A project's name is not mended by hand: two pairs of projects really share one.
    expect(ids(mended ?? [])).toContain('project-name-repeated');
  });

  it('puts errors first and keeps the order of the book within a rule', () => {
    const [input] = inputsOf(sampleDocument('lanxian-2025'));
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
