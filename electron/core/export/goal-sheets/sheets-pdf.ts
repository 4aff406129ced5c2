/** Goal sheets as one PDF, with an index before several. */

import { type IndexEntry, indexSection } from '../../../../shared/document/goals/sheet-index.ts';
import { pagedSheet, RESERVE, sheetSection } from '../../../../shared/document/goals/sheet-pages.ts';
import { type PartOfDocument, renderHtml } from '../../../../shared/document/html.ts';
import { outlineOf, type PrintDocument, type Section } from '../../../../shared/document/model.ts';
import type { Job } from '../../context.ts';
import type { Port } from '../../port.ts';
import { inSteps } from '../in-steps.ts';
import { joinPdfs } from '../pdf/join-pdfs.ts';
import { packObjects } from '../pdf/pack-objects.ts';
import { countPages } from '../pdf/page-numbers.ts';
import { withTrueCharacters } from '../pdf/true-characters.ts';
import type { SheetsToPrint } from './sheet-facts.ts';

/** Sheets printed at once: a browser needs memory for all of them, about 4 MB for each. */
const AT_ONCE = 100;
/** Room left empty at the foot of each page, in mm. More is taken when a browser made more pages than were planned. */
const RESERVES = [RESERVE, 16, 40] as const;

export interface PdfOrder extends SheetsToPrint {
  readonly print: Port['printPdf'];
  readonly job: Job;
  /** Sheets printed at once. */
  readonly atOnce?: number;
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
  const { sheets, job, atOnce = AT_ONCE } = order;
  const paged = await inSteps(job, sheets, (sheet) => pagedSheet(sheet, reserve));
  const entries = paged.map(({ sheet, pages }): IndexEntry => ({ sheet, pages: pages.length }));
  const index = sheets.length > 1 ? [indexSection(entries, order, reserve)] : [];
  const document = documentOf(order, [...index, ...paged.map(sheetSection)]);
  if (sheets.length <= atOnce) {
    const pdf = await printPart(order, document);
    return { pdf: packObjects(pdf), asPlanned: (await countPages(pdf)) === plannedPages(document.sections) };
  }
  let asPlanned = true;
  async function* parts() {
    let before = 0;
    for (let at = 0; at < document.sections.length && asPlanned; at += atOnce) {
      job.progress(Math.min(at, sheets.length), sheets.length);
      const part = { sections: document.sections.slice(at, at + atOnce), before };
      const pdf = await printPart(order, document, part);
      const planned = plannedPages(part.sections);
      asPlanned = (await countPages(pdf)) === planned || reserve === RESERVES.at(-1);
      before += planned;
      yield pdf;
    }
    job.progress(sheets.length, sheets.length);
  }
  const { title } = document;
  return { pdf: await joinPdfs({ title, parts: parts(), outline: outlineOf(document.sections) }), asPlanned };
}

/** Every table of a form stands on a page of its own. */
function plannedPages(sections: readonly Section[]): number {
  return sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'table').length;
}

function documentOf({ sheets, unitName, year }: PdfOrder, sections: readonly Section[]): PrintDocument {
  const title = sheets.length === 1 ? `${sheets[0]?.subject ?? ''}绩效目标表` : `${unitName}${year}年绩效目标表`;
  return { title, watermark: null, sections };
}

async function printPart(
  { print, job }: PdfOrder,
  document: PrintDocument,
  part?: PartOfDocument,
): Promise<Uint8Array> {
  job.check();
  const html = renderHtml(document, part === undefined ? {} : { part });
  // What is put together afterwards loses its structure, and gets its outline then.
  return withTrueCharacters(await print(html, job.signal, part !== undefined), html);
}
