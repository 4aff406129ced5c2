/** The document as JSON text: one record per line, so that two files can be compared; null fields and empty lists left out. */

import type { EntityName } from '../entities/index.ts';
import type { InterchangeDocument } from './document.ts';
import { listsIn } from './layout.ts';

type AnyRecord = Readonly<Record<string, unknown>>;

/** @returns UTF-8 text ending in a line feed; `readInterchange(JSON.parse(text))` gives the document back */
export function interchangeText(document: InterchangeDocument): string {
  return `${recordText('document', document, '')}\n`;
}

function recordText(owner: EntityName | 'document', record: AnyRecord, indent: string): string {
  const lists = listsIn(owner);
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(record)) {
    if (record[name] !== null && !Object.hasOwn(lists, name)) values[name] = record[name];
  }
  const text = JSON.stringify(values);
  const blocks = Object.entries(lists).flatMap(([name, entity]) => {
    // Every list of the layout is an array of records in an InterchangeDocument.
    const children = record[name] as readonly AnyRecord[];
    if (children.length === 0) return [];
    const lines = children.map((child) => `${indent}  ${recordText(entity, child, `${indent}  `)}`);
    return [`,\n${indent} ${JSON.stringify(name)}: [\n${lines.join(',\n')}\n${indent} ]`];
  });
  return blocks.length === 0 ? text : `${text.slice(0, -1)}${blocks.join('')}}`;
}
