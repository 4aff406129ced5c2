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
