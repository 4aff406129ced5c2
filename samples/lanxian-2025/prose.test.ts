import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SAMPLE_NAMES, sampleDocument } from '../sample-document.ts';
import { readJson, readText } from '../source.ts';
import type { Values } from './source-types.ts';

/** Length of the runs of Chinese characters that may not stand in the disclosed document. */
const RUN = 18;
const HASH_BYTES = 5;

/** Every run of the disclosed document, hashed: the text itself is not ours to keep. See docs/samples.md. */
const disclosed = (() => {
  const bytes = Buffer.from(readText('lanxian-2025/disclosure-shingles.txt').replaceAll('\n', ''), 'base64');
  return new Set(
    Array.from({ length: bytes.length / HASH_BYTES }, (_, n) =>
      bytes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES).toString('hex'),
    ),
  );
})();

const NAMES = [
  ...readJson<readonly Values[]>('lanxian-2025/projects.json').map((project) => String(project.name)),
  '岚县城乡环卫和市政服务中心',
  '岚县人力资源和社会保障局',
].sort((a, b) => b.length - a.length);

/** Runs of Chinese characters of a text; names of projects and units and titles of documents interrupt them. */
function runs(text: string): string[] {
  const named = NAMES.reduce((rest, name) => rest.replaceAll(name, '|'), text.replaceAll(/《[^》]*》/g, '|'));
  return named.split('|').flatMap((part) => {
    const characters = part.replaceAll(/[^一-鿿]/g, '');
    return Array.from({ length: Math.max(0, characters.length - RUN + 1) }, (_, n) => characters.slice(n, n + RUN));
  });
}

const isDisclosed = (run: string) =>
  disclosed.has(createHash('sha256').update(run).digest().subarray(0, HASH_BYTES).toString('hex'));

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
