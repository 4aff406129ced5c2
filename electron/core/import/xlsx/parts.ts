/** The small parts of a workbook package: relationships, the list of sheets, which cell styles are dates. */
import { readXml } from './xml.ts';

export interface Relationship {
  readonly id: string;
  /** Last segment of the type, the same in transitional and strict files: `worksheet`, `styles` … */
  readonly kind: string;
  /** Entry name in the archive. */
  readonly target: string;
}

/** Reads a `.rels` part; targets are resolved against `folder`, the folder of the part that they belong to. */
export async function readRelationships(chunks: AsyncIterable<Uint8Array>, folder: string): Promise<Relationship[]> {
  const found: Relationship[] = [];
  await readXml(chunks, {
    open(name, { Id: id, Type: type, Target: target }) {
      if (name !== 'Relationship' || !id || !type || !target) return;
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

export async function readWorkbookPart(chunks: AsyncIterable<Uint8Array>): Promise<WorkbookPart> {
  const sheets: { name: string; hidden: boolean; relationship: string }[] = [];
  let date1904 = false;
  await readXml(chunks, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') return;
      // The relationship's attribute is `r:id`, but the prefix is the writer's choice.
      const key = Object.keys(attributes).find((each) => each.endsWith(':id')) ?? '';
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: attributes.name ?? '', hidden, relationship: attributes[key] ?? '' });
    },
  });
  return { sheets, date1904 };
}

/** For each cell style, in order, whether its numbers are days. */
export async function readDateStyles(chunks: AsyncIterable<Uint8Array>): Promise<boolean[]> {
  const formats = new Map<string, string>();
  const styles: boolean[] = [];
  let inCells = false;
  await readXml(chunks, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = attributes.numFmtId ?? '0';
        styles.push(BUILT_IN_DATES.test(id) || isDateFormat(formats.get(id) ?? ''));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** Built-in formats 14–22, 45–47 and, in Chinese Excel, 27–36 and 50–58 are dates (ECMA-376 18.8.30). */
const BUILT_IN_DATES = /^(?:1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8])$/;

/** True when a number format shows a day or time: a y, m, d, h or s outside quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return !/general/i.test(bare) && /[ymdhs]/i.test(bare);
}
