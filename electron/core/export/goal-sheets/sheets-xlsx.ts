/** Goal sheets as a workbook: one worksheet each, with an index before several. */
import { lineUnderTitle, type PrintedSheet } from '../../../../shared/document/goals/printed-sheet.ts';
import { type IndexEntry, indexTable, indexTitle } from '../../../../shared/document/goals/sheet-index.ts';
import type { Job } from '../../context.ts';
import { step } from '../in-steps.ts';
import { INDEX_SHEET } from '../sheet-name.ts';
import { newWorkbook, workbookBytes } from '../workbook.ts';
import { drawPagedWorksheet } from './paged-worksheet.ts';
import type { SheetsToPrint } from './sheet-facts.ts';
import { COUNTED_IN, worksheetPages } from './worksheet-pages.ts';

export interface XlsxOrder extends SheetsToPrint {
  readonly now: Date;
  readonly job: Job;
}

/** Renders the workbook. Progress counts sheets. */
export async function sheetsXlsx(order: XlsxOrder): Promise<Uint8Array> {
  const { sheets, unitName, year, job, now } = order;
  const workbook = await newWorkbook({
    title: `${unitName}${year}年绩效目标表`,
    unitName,
    now,
    countedIn: COUNTED_IN,
  });
  const names = new Map(sheets.map((sheet) => [sheet.anchor, worksheetName(sheet)]));
  const sheetOf = (anchor: string) => names.get(anchor) ?? INDEX_SHEET;
  // The index comes first in the workbook, and is filled when the pages are known.
  const index = sheets.length > 1 ? workbook.addWorksheet(INDEX_SHEET) : null;
  const entries: IndexEntry[] = [];
  for (const [at, sheet] of sheets.entries()) {
    await step(job, at, sheets.length);
    const { title, orientation, tables } = sheet;
    const tablesOnIt = { title, orientation, running: [lineUnderTitle(sheet, ''), sheet.running], tables };
    const divided = worksheetPages(tablesOnIt);
    drawPagedWorksheet(workbook.addWorksheet(sheetOf(sheet.anchor)), { ...tablesOnIt, divided, sheetOf });
    entries.push({ sheet, pages: divided.pages.length });
  }
  if (index !== null) {
    const tables = [indexTable(entries, null)];
    const tablesOnIt = { title: indexTitle(order), orientation: 'portrait', running: [], tables } as const;
    drawPagedWorksheet(index, { ...tablesOnIt, divided: worksheetPages(tablesOnIt), sheetOf });
  }
  return workbookBytes(workbook);
}

const LONGEST = 31;

/** `目标003供热补贴`: the number makes it unique. Letters and digits only, so that links need no quoting. */
function worksheetName({ place, subject, isProject }: PrintedSheet): string {
  const plain = `${isProject ? '' : '整体'}${subject.replace(/[^\p{L}\p{N}]/gu, '')}`;
  let name = `目标${place.replace('-', '_')}`;
  for (const character of plain) {
    if (name.length + character.length > LONGEST) break;
    name += character;
  }
  return name;
}
