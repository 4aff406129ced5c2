/**
 * Prints a document in parts and keeps them: what is printed again after an edit are the parts whose HTML has changed.
 * Page numbers run through all parts, so that a part waits for the pages before it, and the contents for all.
 */
import { createHash } from 'node:crypto';
import { type PageNumbers, renderHtml } from '../../../../shared/document/html.ts';
import { namesPages, type PrintDocument } from '../../../../shared/document/model.ts';
import { type DocumentPart, partsOf } from '../../../../shared/document/parts.ts';
import type { Port } from '../../port.ts';
import { readPlaces } from './page-numbers.ts';
import { withTrueCharacters } from './true-characters.ts';

export interface PrintedPart {
  /** Of its HTML: parts of one id look alike. */
  readonly id: string;
  readonly count: number;
  /** Index of the page within the part, for each place. */
  readonly places: Readonly<Record<string, number>>;
  readonly pdf: Uint8Array;
}

export interface PartsOrder {
  /** The same object as long as nothing has changed: what was found out about it is kept. */
  readonly document: PrintDocument;
  /** Leads from each paragraph to what it comes from (`renderHtml`). */
  readonly sources: boolean;
  readonly signal?: AbortSignal;
  /** Asked after each part: whether to go on printing. */
  readonly goOn: (printed: number, parts: number) => boolean;
}

export interface PrintedParts {
  /** In order. Until all is printed, those that are; of an earlier state of the document where there is no newer one. */
  readonly parts: readonly PrintedPart[];
  readonly numbers: PageNumbers;
  /** Everything is as the document says. */
  readonly complete: boolean;
}

export interface PartPrinter {
  /** Prints parts until all are printed or nobody wants to go on. Calls wait for each other. */
  print(order: PartsOrder): Promise<PrintedParts>;
}

/** Parts that were printed before are kept up to so many bytes. */
const KEPT_BYTES = 64e6;
/** Numbers of pages change widths of nothing, so that twice is enough; a third time is for a document that lost pages. */
const MOST_ROUNDS = 4;

/** A part of the document as it is now. */
interface Current {
  readonly part: DocumentPart;
  /** What its HTML depends on besides its sections, and the id that came of it. */
  of: string;
  id: string;
}

/** Starts with nothing printed. */
export function createPartPrinter(print: Port['printPdf']): PartPrinter {
  const kept = new Map<string, PrintedPart>();
  /** The last printing of each part, by its name. */
  const last = new Map<string, PrintedPart>();
  let seen: PrintDocument | null = null;
  let current: readonly Current[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  const take = (document: PrintDocument) => {
    if (seen === document) return;
    seen = document;
    current = partsOf(document).map((part) => ({ part, of: '', id: '' }));
    const names = new Set(current.map(({ part }) => part.name));
    for (const name of last.keys()) if (!names.has(name)) last.delete(name);
  };

  const isPrinted = ({ id, part }: Current) => last.get(part.name)?.id === id;

  const printPart = async (one: Current, html: string, signal: AbortSignal | undefined): Promise<PrintedPart> => {
    const pdf = withTrueCharacters(await print(html, signal, true), html);
    return { id: one.id, pdf, ...(await readPlaces(pdf)) };
  };

  const keep = (part: PrintedPart) => {
    kept.delete(part.id);
    kept.set(part.id, part);
    let bytes = [...kept.values()].reduce((sum, { pdf }) => sum + pdf.byteLength, 0);
    for (const [id, { pdf }] of kept) {
      if (bytes <= KEPT_BYTES) break;
      kept.delete(id);
      bytes -= pdf.byteLength;
    }
  };

  /** One round over all parts; answers how many were printed, or null when nobody wanted to go on. */
  const round = async ({ document, sources, signal, goOn }: PartsOrder): Promise<number | null> => {
    let printed = 0;
    for (const one of inTurn(current, last)) {
      const numbers = numbersOf(current, last);
      const before = pagesBefore(current.slice(0, current.indexOf(one)), last);
      const of = `${sources} ${before} ${namesPages(one.part) ? JSON.stringify(numbers) : ''}`;
      if (one.of === of && isPrinted(one)) continue;
      const html = renderHtml(document, { numbers, sources, part: { sections: one.part.sections, before } });
      one.of = of;
      one.id = createHash('sha256').update(html).digest('base64url');
      if (isPrinted(one)) continue;
      const done = kept.get(one.id) ?? (await printPart(one, html, signal));
      keep(done);
      last.set(one.part.name, done);
      printed += 1;
      if (!goOn(current.filter(isPrinted).length, current.length)) return null;
    }
    return printed;
  };

  const printAll = async (order: PartsOrder): Promise<PrintedParts> => {
    take(order.document);
    let complete = false;
    for (let rounds = 0; rounds < MOST_ROUNDS && !complete; rounds += 1) {
      const printed = await round(order);
      if (printed === null) break;
      complete = printed === 0 || rounds === MOST_ROUNDS - 1;
    }
    const parts = current.flatMap(({ part }) => last.get(part.name) ?? []);
    return { parts, numbers: numbersOf(current, last), complete };
  };

  return {
    print: (order) => {
      const printing = turn.then(() => printAll(order));
      turn = printing.catch(() => undefined);
      return printing;
    },
  };
}

type Lasts = ReadonlyMap<string, PrintedPart>;

/** From first to last, but what says on which page others stand after them, where there is an earlier printing to show. */
function inTurn(current: readonly Current[], last: Lasts): readonly Current[] {
  const waits = ({ part }: Current) => namesPages(part) && last.has(part.name);
  return [...current.filter((one) => !waits(one)), ...current.filter(waits)];
}

/** Numbered pages of these parts, as far as they are printed. */
function pagesBefore(parts: readonly Current[], last: Lasts): number {
  return parts.reduce((sum, { part }) => {
    return part.sections[0]?.pageNumbers ? sum + (last.get(part.name)?.count ?? 0) : sum;
  }, 0);
}

/** Page numbers of all places that are printed. */
function numbersOf(current: readonly Current[], last: Lasts): PageNumbers {
  const pages: Record<string, number> = {};
  let [front, numbered] = [0, 0];
  for (const { part } of current) {
    const { count = 0, places = {} } = last.get(part.name) ?? {};
    for (const [name, index] of Object.entries(places)) pages[name] = numbered + index + 1;
    if (part.sections[0]?.pageNumbers) numbered += count;
    else front += count;
  }
  return { pages, front };
}
