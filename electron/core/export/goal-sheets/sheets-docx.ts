/** Goal sheets as one docx: the pages of the PDF, with rows that still grow when words are changed. */
import { indexSection } from '../../../../shared/document/goals/sheet-index.ts';
import { pagedSheet, sheetSection } from '../../../../shared/document/goals/sheet-pages.ts';
import type { Job } from '../../context.ts';
import { renderDocx } from '../docx/document.ts';
import { inSteps, step } from '../in-steps.ts';
import type { SheetsToPrint } from './sheet-facts.ts';

/** Renders sheets, with an index before several. Progress counts sheets. */
export async function sheetsDocx(order: SheetsToPrint & { readonly job: Job }): Promise<Uint8Array> {
  const { sheets, unitName, year, job } = order;
  // The index names the page of each: all are divided before the first is written.
  const paged = await inSteps(job, sheets, (sheet) => pagedSheet(sheet));
  const entries = paged.map(({ sheet, pages }) => ({ sheet, pages: pages.length }));
  const index = sheets.length > 1 ? [indexSection(entries, order)] : [];
  const [only] = sheets;
  const title = sheets.length === 1 ? `${only?.subject}绩效目标表` : `${unitName}${year}年绩效目标表`;
  return renderDocx({
    document: { title, watermark: null, sections: [...index, ...paged.map(sheetSection)] },
    numbers: null,
    author: unitName,
    onSection: (done) => step(job, Math.max(0, done - index.length), sheets.length),
  });
}
