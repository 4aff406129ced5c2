/** Goal sheets as one docx: the pages of the PDF, with rows that still grow when words are changed. */
import { indexSection } from '../../../../shared/document/goals/sheet-index.ts';
import { type PagedSheet, pagedSheet, sheetSection } from '../../../../shared/document/goals/sheet-pages.ts';
import type { Job } from '../../context.ts';
import { renderDocx } from '../docx/document.ts';
import type { SheetsToPrint } from './sheet-facts.ts';

/** Renders sheets, with an index before several. */
export async function sheetsDocx(order: SheetsToPrint & { readonly job: Job }): Promise<Uint8Array> {
  const { sheets, unitName, year, job } = order;
  // Nothing tells how far the writing is.
  job.progress(0, 0);
  const paged = sheets.map((sheet): PagedSheet => pagedSheet(sheet));
  const entries = paged.map(({ sheet, pages }) => ({ sheet, pages: pages.length }));
  const index = sheets.length > 1 ? [indexSection(entries, order)] : [];
  const [only] = sheets;
  const title = sheets.length === 1 ? `${only?.subject}绩效目标表` : `${unitName}${year}年绩效目标表`;
  job.check();
  return renderDocx({ title, watermark: null, sections: [...index, ...paged.map(sheetSection)] }, null, unitName);
}
