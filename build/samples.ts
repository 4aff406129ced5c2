/** Writes the samples to out/samples, as interchange files and as books, and the expected tables of the invented one. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { createBook } from '../db/create.ts';
import { importDocument } from '../electron/core/import/interchange.ts';
import { SAMPLE_NAMES, sampleDocument } from '../samples/sample-document.ts';
import { writeAssembled, writeExpectedTables } from '../samples/write.ts';
import { ROOT } from './run.ts';

const OUT = path.join(ROOT, 'out', 'samples');

rmSync(OUT, { recursive: true, force: true });
writeExpectedTables();
writeAssembled(OUT);
for (const name of SAMPLE_NAMES) {
  const file = path.join(OUT, `${name}.ysb`);
  const seed = (change: Parameters<typeof importDocument>[0]) => void importDocument(change, sampleDocument(name));
  createBook(file, { user: 'npm run samples', now: () => new Date(), seed }).close();
  console.log(file);
}
