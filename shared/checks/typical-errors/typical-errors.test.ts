import { describe, expect, it } from 'vitest';
import { exampleInput } from '../example-input.fixture.ts';
import { runChecks } from '../run.ts';
import { TYPICAL_ERRORS } from './typical-errors.fixture.ts';

it('are the 45 of the field notes, each with rules or with the reason why there is none', () => {
  expect(TYPICAL_ERRORS.map(({ no }) => no)).toEqual(Array.from({ length: 45 }, (_, at) => at + 1));
  for (const { no, rules, seen = [], why } of TYPICAL_ERRORS) {
    expect(rules.length > 0 || why !== undefined, `no. ${no}`).toBe(true);
    // What is shown is what is claimed.
    expect(rules, `no. ${no}`).toEqual(expect.arrayContaining(seen.map(({ by }) => by)));
  }
});

describe('a book with a typical error', () => {
  for (const { no, error, seen = [] } of TYPICAL_ERRORS) {
    for (const [at, { by, book }] of seen.entries()) {
      it(`no. ${no}.${at + 1} ${error}: ${by}`, () => {
        expect(runChecks(exampleInput(book)).map(({ ruleId }) => ruleId)).toContain(by);
      });
    }
  }
});
