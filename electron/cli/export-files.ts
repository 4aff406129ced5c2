/** Everything a budget is exported as: the workbook, and the whole disclosure as PDF and as Word document. */
import type { CallFunction } from '../../shared/api/client.ts';
import { FailureError } from '../../shared/api/failure.ts';
import type { Written } from '../../shared/api/types.ts';

/**
 * Writes the files, where the port says. A PDF needs a browser: without one, `note` is told and the rest is written.
 * @returns the files written
 */
export async function exportFiles(
  call: CallFunction,
  budgetId: number,
  note: (text: string) => void,
): Promise<readonly Written[]> {
  const workbook = await call('export.workbook', { budgetId, jobId: 'export' });
  // PDF before Word: its pages tell the page numbers of the contents of both.
  const pdf = await call('export.pdf', { budgetId, jobId: 'export' }).catch((error: unknown) => {
    if (!(error instanceof FailureError) || error.failure.code !== 'NO_BROWSER') throw error;
    note(error.failure.sentence);
    return null;
  });
  const docx = await call('export.docx', { budgetId, jobId: 'export' });
  return [workbook, docx, ...(pdf === null ? [] : [pdf])];
}
