/** What of a text stands in the disclosed document word for word. */
import { createHash } from 'node:crypto';
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
export function runs(text: string): string[] {
  const named = NAMES.reduce((rest, name) => rest.replaceAll(name, '|'), text.replaceAll(/《[^》]*》/g, '|'));
  return named.split('|').flatMap((part) => {
    const characters = part.replaceAll(/[^一-鿿]/g, '');
    return Array.from({ length: Math.max(0, characters.length - RUN + 1) }, (_, n) => characters.slice(n, n + RUN));
  });
}

/** Whether a run stands in the disclosed document. */
export const isDisclosed = (run: string): boolean =>
  disclosed.has(createHash('sha256').update(run).digest().subarray(0, HASH_BYTES).toString('hex'));
