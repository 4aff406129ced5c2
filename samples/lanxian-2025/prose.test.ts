import { describe, expect, it } from 'vitest';
import { SAMPLE_NAMES, sampleDocument } from '../sample-document.ts';
import { isDisclosed, runs } from './disclosed.fixture.ts';
import type { Values } from './source-types.ts';

/** Texts of a document by field; the names as printed on the sheets are facts. */
function texts(value: unknown, field = ''): { field: string; text: string }[] {
  if (typeof value === 'string') return field === 'nameOnSheet' ? [] : [{ field, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => texts(inner, Array.isArray(value) ? field : name));
}

describe('the prose of the samples', () => {
  it.each(SAMPLE_NAMES)('shares no run of 18 characters with the disclosed document: %s', (name) => {
    const copied = texts(sampleDocument(name)).filter(({ text }) => runs(text).some(isDisclosed));
    expect(copied).toEqual([]);
  });

  it('would be caught if it did: the title of the form, which every sheet of the document bears, is known', () => {
    expect(runs('岚县县（区）级预算部门（单位）项目支出绩效目标表').some(isDisclosed)).toBe(true);
  });

  it('repeats no sentence of a goal sheet on another one, but for the basis', () => {
    const sheets =
      (sampleDocument('lanxian-2025') as { budgets: { goalSheets: Values[] }[] }).budgets[0]?.goalSheets ?? [];
    const sentences = sheets.flatMap((sheet) =>
      ['overview', 'necessity', 'safeguards', 'plan', 'implGoal', 'annualGoal'].flatMap((field) =>
        String(sheet[field])
          .split('。')
          .filter((sentence) => sentence.length > 15),
      ),
    );
    expect(sentences.filter((sentence, n) => sentences.indexOf(sentence) !== n)).toEqual([]);
  });
});
