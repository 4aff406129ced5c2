/** The samples as interchange documents, assembled from the sources beside this file. Reads files, touches no network. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventedDocument } from './invented-2025/assemble.ts';
import { lanxianDocument, lanxianMendings } from './lanxian-2025/assemble.ts';

/**
 * `lanxian-2025`: the real book with the slips of the published document mended. `lanxian-2025-published`: the same as
 * published. `invented-2025`: an invented department of three units that fills every table and column.
 */
export const SAMPLE_NAMES = ['lanxian-2025', 'lanxian-2025-published', 'invented-2025'] as const;
export type SampleName = (typeof SAMPLE_NAMES)[number];

function assemble(name: SampleName): unknown {
  switch (name) {
    case 'lanxian-2025':
      return lanxianDocument(new Set(lanxianMendings().map((mending) => mending.id)));
    case 'lanxian-2025-published':
      return lanxianDocument(new Set());
    case 'invented-2025':
      return inventedDocument();
    default:
      return name satisfies never;
  }
}

/** One sample in the interchange format (docs/interchange.md), ready for import. */
export function sampleDocument(name: SampleName): unknown {
  // A bundled program has no sources beside it, but the documents that `writeAssembled` made of them.
  const assembled = join(import.meta.dirname, 'assembled', `${name}.json`);
  return existsSync(assembled) ? JSON.parse(readFileSync(assembled, 'utf8')) : assemble(name);
}
