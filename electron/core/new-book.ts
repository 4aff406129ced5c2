/** New books that come into being without a form being filled: empty ones for imports, and copies of the samples. */
import { createBook } from '../../db/create.ts';
import { type SampleName, sampleDocument } from '../../samples/sample-document.ts';
import { importDocument } from './import/interchange.ts';
import type { Port } from './port.ts';

type Maker = Pick<Port, 'user' | 'now'>;

/** Creates a book without a unit. @throws FailureError DUPLICATE when the file exists, TARGET_DENIED, DISK_FULL. */
export function createEmptyBook(path: string, { user, now }: Maker): void {
  createBook(path, { user, now }).close();
}

/** Creates a book that holds a sample. @throws FailureError as createEmptyBook. */
export function createSampleBook(path: string, name: SampleName, { user, now }: Maker): void {
  createBook(path, { user, now, seed: (change) => void importDocument(change, sampleDocument(name)) }).close();
}
