/** The small parts of a workbook package: relationships and the list of sheets. */
import { readXml } from './xml.ts';
import { BeyondLimit } from './zip.ts';

export interface Relationship {
  readonly id: string;
  /** Last segment of the type, the same in transitional and strict files: `worksheet`, `styles` … */
  readonly kind: string;
  /** Entry name in the archive. */
  readonly target: string;
}

/** Drawings, links and comments of a sheet are in files of their own, so that a workbook itself has few relationships. */
const MOST_RELATIONSHIPS = 20_000;

/** Reads a `.rels` part; targets are resolved against `folder`, the folder of the part that they belong to. */
export async function readRelationships(chunks: AsyncIterable<Uint8Array>, folder: string): Promise<Relationship[]> {
  const found: Relationship[] = [];
  await readXml(chunks, {
    open(name, { Id: id, Type: type, Target: target }) {
      if (name !== 'Relationship' || !id || !type || !target) return;
      if (found.length === MOST_RELATIONSHIPS) throw new BeyondLimit('文件内部的关系过多');
      found.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), target: resolve(folder, target) });
    },
  });
  return found;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const segments = folder === '' ? [] : folder.split('/');
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

export interface WorkbookPart {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly relationship: string }[];
  /** Days are counted from 1904, as old Macintosh workbooks do. */
  readonly date1904: boolean;
}

/** @throws BeyondLimit for more sheets than `mostSheets`. */
export async function readWorkbookPart(chunks: AsyncIterable<Uint8Array>, mostSheets: number): Promise<WorkbookPart> {
  const sheets: { name: string; hidden: boolean; relationship: string }[] = [];
  let date1904 = false;
  await readXml(chunks, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') return;
      if (sheets.length === mostSheets) throw new BeyondLimit('工作表过多');
      // The relationship's attribute is `r:id`, but the prefix is the writer's choice.
      const key = Object.keys(attributes).find((each) => each.endsWith(':id')) ?? '';
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: attributes.name ?? '', hidden, relationship: attributes[key] ?? '' });
    },
  });
  return { sheets, date1904 };
}
