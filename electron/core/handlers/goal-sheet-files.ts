/** Goal sheets on paper: one file of all that are wanted, or one for each. */

import { fail } from '../../../shared/api/failure.ts';
import type { SheetFormat } from '../../../shared/document/goals/formats.ts';
import { pagedSheet, sheetSection } from '../../../shared/document/goals/sheet-pages.ts';
import type { Context, Handlers, Job } from '../context.ts';
import { fileName, fileStem } from '../export/file-name.ts';
import { readSheets, type SheetsToPrint } from '../export/goal-sheets/sheet-facts.ts';
import { sheetsDocx } from '../export/goal-sheets/sheets-docx.ts';
import { sheetsPdf } from '../export/goal-sheets/sheets-pdf.ts';
import { sheetsXlsx } from '../export/goal-sheets/sheets-xlsx.ts';
import { writeChosen } from '../export/write-chosen.ts';
import { writeFolder } from '../export/write-folder.ts';

const TITLE = '导出绩效目标表';

/** One file with all the sheets. */
export function renderSheets(format: SheetFormat, toPrint: SheetsToPrint, job: Job, ctx: Context): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return sheetsPdf({ ...toPrint, print: ctx.port.printPdf, job });
    case 'docx':
      return sheetsDocx({ ...toPrint, job });
    case 'xlsx':
      return sheetsXlsx({ ...toPrint, now: ctx.port.now(), job });
    default:
      return format satisfies never;
  }
}

/** One file for each sheet. Numbers tell apart projects of the same name. */
async function* renderEach(format: SheetFormat, toPrint: SheetsToPrint, job: Job, ctx: Context) {
  const quiet: Job = { ...job, progress: () => undefined };
  for (const [at, sheet] of toPrint.sheets.entries()) {
    job.check();
    job.progress(at, toPrint.sheets.length);
    yield {
      name: fileName(`${sheet.number} ${sheet.subject}`, format),
      content: await renderSheets(format, { ...toPrint, sheets: [sheet] }, quiet, ctx),
    };
  }
}

export const goalSheetFileHandlers = {
  'goalSheets.printable': ({ budgetId }, ctx) =>
    readSheets(ctx.book(), budgetId, []).sheets.map(({ id, number, subject, isProject, annualTotal }) => {
      return { id, number, subject, isProject, annualTotal };
    }),

  'goalSheets.preview': ({ budgetId, sheetId }, ctx) => {
    const [sheet] = readSheets(ctx.book(), budgetId, [sheetId]).sheets;
    return sheet === undefined ? fail('NOT_FOUND', { what: '绩效目标表' }) : sheetSection(pagedSheet(sheet));
  },

  'export.goalSheets': ({ budgetId, sheets, format, each, jobId }, ctx) => {
    const toPrint = readSheets(ctx.book(), budgetId, sheets);
    const words = `${toPrint.unitName}${toPrint.year}年绩效目标表`;
    const [only] = toPrint.sheets;
    if (only === undefined) return fail('NO_GOAL_SHEETS');
    if (each) {
      return writeFolder(ctx, {
        jobId,
        title: TITLE,
        folderName: fileStem(words),
        render: (job) => renderEach(format, toPrint, job, ctx),
      });
    }
    return writeChosen(ctx, {
      jobId,
      title: TITLE,
      suggestedName: fileName(toPrint.sheets.length === 1 ? `${only.number} ${only.subject}` : words, format),
      extension: format,
      render: (job) => renderSheets(format, toPrint, job, ctx),
    });
  },
} satisfies Pick<Handlers, 'goalSheets.printable' | 'goalSheets.preview' | 'export.goalSheets'>;
