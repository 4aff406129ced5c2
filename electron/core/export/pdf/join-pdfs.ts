/** Parts of a document, printed separately, as one PDF with its outline and links. The library is read when it is wanted. */
import type { PDFDict, PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { ELSEWHERE } from '../../../../shared/document/addresses.ts';
import type { OutlineItem } from '../../../../shared/document/model.ts';

type Library = typeof import('@cantoo/pdf-lib');

export interface JoinOrder {
  readonly title: string;
  /** Printed as parts of one document (`renderHtml` with `part`), in order. */
  readonly parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  readonly outline: readonly OutlineItem[];
}

/** One PDF of all pages in order. The structure that readers for the blind use is lost. */
export async function joinPdfs({ title, parts, outline }: JoinOrder): Promise<Uint8Array> {
  const library = await import('@cantoo/pdf-lib');
  const whole = await library.PDFDocument.create();
  whole.setTitle(title, { showInWindowTitleBar: true });
  whole.setLanguage('zh-CN');
  const places = library.PDFDict.withContext(whole.context);
  for await (const part of parts) await addPart(whole, part, places, library);
  whole.catalog.set(library.PDFName.of('Dests'), whole.context.register(places));
  const tree = nested(outline.filter(({ anchor }) => places.has(library.PDFName.of(anchor))));
  if (tree.length > 0) whole.catalog.set(library.PDFName.of('Outlines'), outlineRef(whole, tree, library));
  return whole.save({ objectsPerTick: OBJECTS_PER_TICK });
}

/** The library rests after so many: by default so often that resting takes most of the time. */
const OBJECTS_PER_TICK = 2000;

async function addPart(whole: PDFDocument, bytes: Uint8Array, places: PDFDict, library: Library): Promise<void> {
  const { PDFName, PDFDict, PDFArray, PDFRef: Ref } = library;
  const part = await library.PDFDocument.load(bytes, { updateMetadata: false });
  const own = part.getPages();
  const pages = await whole.copyPages(part, part.getPageIndices());
  const refs = new Map<string, PDFRef>();
  for (const [at, page] of pages.entries()) {
    whole.addPage(page);
    refs.set(own[at]?.ref.toString() ?? '', page.ref);
    for (const annotation of page.node.Annots()?.asArray() ?? []) {
      const link = whole.context.lookup(annotation);
      if (link instanceof PDFDict) lead(link, library);
    }
  }
  const named = part.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const [name, place] of named?.entries() ?? []) {
    if (!(place instanceof PDFArray)) continue;
    const [page, ...where] = place.asArray();
    const ref = page instanceof Ref ? refs.get(page.toString()) : undefined;
    if (ref !== undefined)
      places.set(name, whole.context.obj([ref, ...where.map((each) => each.clone(whole.context))]));
  }
}

/** A link to a place in another part leads there. */
function lead(link: PDFDict, { PDFName, PDFDict, PDFString }: Library): void {
  const address = link.lookupMaybe(PDFName.of('A'), PDFDict)?.lookupMaybe(PDFName.of('URI'), PDFString)?.decodeText();
  if (address?.startsWith(ELSEWHERE) !== true) return;
  link.delete(PDFName.of('A'));
  link.set(PDFName.of('Dest'), PDFName.of(address.slice(ELSEWHERE.length)));
}

interface Node {
  readonly item: OutlineItem;
  readonly children: Node[];
}

/** Items under the last one before them of a higher level. */
function nested(items: readonly OutlineItem[]): readonly Node[] {
  const top: Node[] = [];
  const open: Node[] = [];
  for (const item of items) {
    const node = { item, children: [] };
    while (open.length > 0 && (open.at(-1)?.item.level ?? 0) >= item.level) open.pop();
    (open.at(-1)?.children ?? top).push(node);
    open.push(node);
  }
  return top;
}

function outlineRef(whole: PDFDocument, nodes: readonly Node[], library: Library): PDFRef {
  const { PDFName, PDFHexString } = library;
  const { context } = whole;
  const fill = (parent: PDFRef, children: readonly Node[], entries: Record<string, PDFObject | number>): void => {
    const refs = children.map(() => context.nextRef());
    for (const [at, { item, children: below }] of children.entries()) {
      const ref = refs[at];
      if (ref === undefined) continue;
      const [before, after] = [refs[at - 1], refs[at + 1]];
      fill(ref, below, {
        Title: PDFHexString.fromText(item.text.replaceAll('\n', ' ')),
        Parent: parent,
        Dest: PDFName.of(item.anchor),
        ...(before === undefined ? {} : { Prev: before }),
        ...(after === undefined ? {} : { Next: after }),
      });
    }
    const [first, last] = [refs[0], refs.at(-1)];
    const ends = first === undefined || last === undefined ? {} : { First: first, Last: last, Count: refs.length };
    context.assign(parent, context.obj({ ...entries, ...ends }));
  };
  const root = context.nextRef();
  fill(root, nodes, {});
  return root;
}
