/**
 * Reads .xlsx workbooks of any origin: shared and inline strings, numbers as exact decimal text, days, in one pass
 * with bounded memory. Formulas are not calculated: their stored results are read.
 */
import { fail } from '../../../../shared/api/failure.ts';
import { IMPORT_LIMITS, type WorkbookLimits } from '../limits.ts';
import { openPackage } from './package.ts';
import { type SheetContext, type SheetRow, streamRows } from './sheet-rows.ts';
import { BeyondLimit, UnreadableFile } from './zip.ts';

/** What a file should have been, as sentences go on with it. */
export const WORKBOOK = ' Excel 工作簿（.xlsx）';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The sheet's rows that hold something, streamed. @throws FailureError WRONG_FILE when the sheet is damaged. */
  rows(): AsyncGenerator<SheetRow>;
  /** The same rows, many at a time. */
  batches(): AsyncGenerator<readonly SheetRow[]>;
}

/**
 * Opens a workbook from the bytes of its file.
 * @param name file name for messages.
 * @throws FailureError WRONG_FILE when it is no .xlsx workbook, is damaged, or unpacks beyond the limits.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  name: string,
  limits: WorkbookLimits = IMPORT_LIMITS,
): Promise<readonly WorkbookSheet[]> {
  const opened = await openPackage(bytes, limits).catch((error: unknown) => refuseFile(error, name));
  const context: SheetContext = {
    strings: opened.strings,
    dateStyles: opened.styles.map(({ date }) => date),
    date1904: opened.date1904,
  };
  return opened.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    async *rows() {
      for await (const batch of this.batches()) yield* batch;
    },
    batches: () => guarded(name, () => streamRows(sheet.open(), context)),
  }));
}

async function* guarded<T>(name: string, stream: () => AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield* stream();
  } catch (error) {
    refuseFile(error, name);
  }
}

/** Turns what is wrong with a file into a failure that names it. @throws FailureError WRONG_FILE, FILE_LIMIT, or what is no fault of the file. */
export function refuseFile(error: unknown, name: string): never {
  if (error instanceof BeyondLimit) fail('FILE_LIMIT', { name, reason: error.message });
  if (error instanceof UnreadableFile) fail('WRONG_FILE', { name, expected: WORKBOOK, reason: error.message });
  throw error;
}
