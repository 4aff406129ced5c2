/** Goal sheets as one PDF, with an index before several. */

import type { PrintedSheet } from '../../../../shared/document/goals/printed-sheet.ts';
import { type IndexEntry, indexSection } from '../../../../shared/document/goals/sheet-index.ts';
import { pagedSheet, RESERVE, sheetSection } from '../../../../shared/document/goals/sheet-pages.ts';
import { renderHtml } from '../../../../shared/document/html.ts';
import type { Section } from '../../../../shared/document/model.ts';
import type { Job } from '../../context.ts';
import type { Port } from '../../port.ts';
import { withTrueCharacters } from '../pdf/true-characters.ts';
import { countPages, joinPdfs } from './join-pdfs.ts';
import type { SheetsToPrint } from './sheet-facts.ts';

/** Sheets printed at once: a browser needs memory for all of them, about 4 MB for each. */
const AT_ONCE = 100;
/** Room left empty at the foot of each page, in mm. More is taken when a browser made more pages than were planned. */
const RESERVES = [RESERVE, 16, 40] as const;

export interface PdfOrder extends SheetsToPrint {
  readonly print: Port['printPdf'];
  readonly job: Job;
}

/** Prints sheets. Progress counts sheets, where they are printed in parts. */
export async function sheetsPdf(order: PdfOrder): Promise<Uint8Array> {
  let pdf: Uint8Array | null = null;
  for (const reserve of RESERVES) {
    const printed = await printWith(order, reserve);
    pdf = printed.pdf;
    if (printed.asPlanned) break;
  }
  if (pdf === null) throw new RangeError('nothing was printed');
  return pdf;
}

interface Printed {
  readonly pdf: Uint8Array;
  /** Every page became one page: then the numbers in the index are right. */
  readonly asPlanned: boolean;
}

async function printWith(order: PdfOrder, reserve: number): Promise<Printed> {
  const { sheets, job } = order;
  // Beyond the first part only the numbers of pages are kept: the pages themselves would fill the memory.
  const first = sheets.slice(0, AT_ONCE).map((sheet) => pagedSheet(sheet, reserve));
  const entries = sheets.map((sheet, at): IndexEntry => {
    return { sheet, pages: (first[at] ?? pagedSheet(sheet, reserve)).pages.length };
  });
  const index = sheets.length > 1 ? [indexSection(entries, order, reserve)] : [];
  const indexPages = index.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'table').length;
  const parts: Uint8Array[] = [];
  let before = 0;
  let planned = indexPages;
  for (let at = 0; at < sheets.length; at += AT_ONCE) {
    job.check();
    // While a browser prints a part, nothing tells how far it is.
    job.progress(at, sheets.length > AT_ONCE ? sheets.length : 0);
    const part = entries.slice(at, at + AT_ONCE);
    planned += part.reduce((sum, { pages }) => sum + pages, 0);
    const paged = at === 0 ? first : part.map(({ sheet }) => pagedSheet(sheet, reserve));
    const sections = paged.map(sheetSection);
    const pdf = await printPart(order, at === 0 ? [...index, ...sections] : sections, before);
    const asPlanned = (await countPages(pdf)) === planned - before;
    if (!asPlanned && reserve !== RESERVES.at(-1)) return { pdf, asPlanned };
    parts.push(pdf);
    before = planned;
  }
  job.progress(sheets.length, sheets.length);
  const [only] = parts;
  return { pdf: parts.length === 1 && only !== undefined ? only : await joinPdfs(parts), asPlanned: true };
}

async function printPart(
  { sheets, unitName, year, print, job }: PdfOrder,
  sections: readonly Section[],
  before: number,
): Promise<Uint8Array> {
  const title = sheets.length === 1 ? titleOf(sheets[0]) : `${unitName}${year}年绩效目标表`;
  const html = renderHtml({ title, watermark: null, sections }, { before });
  // What is put together afterwards loses its structure anyway.
  return withTrueCharacters(await print(html, job.signal, sheets.length > AT_ONCE), html);
}

const titleOf = (sheet: PrintedSheet | undefined) => `${sheet?.subject ?? ''}绩效目标表`;
