/** The workbook of the 13 公开表: an index and one sheet per table. */
import type { TableModel } from '../../../shared/tables/model.ts';
import { addIndexSheet } from './index-sheet.ts';
import { addTableSheet } from './table-sheet.ts';
import { THEME_XML } from './theme.ts';

export interface WorkbookOrder {
  readonly tables: readonly TableModel[];
  readonly unitName: string;
  readonly year: number;
  /** Written into the file as the time it was made. */
  readonly now: Date;
  /** Called and awaited before each sheet; throws to stop. */
  readonly onSheet?: (done: number, total: number) => void | Promise<void>;
}

type Library = typeof import('exceljs');
let library: Promise<Library> | null = null;

/** Loads exceljs, once. */
export function loadWorkbookWriter(): Promise<Library> {
  // exceljs is CommonJS: its classes are properties of the default export.
  library ??= import('exceljs').then((module: Library & { default?: Library }) => module.default ?? module);
  return library;
}

/** exceljs takes half a second to load; by then the first window stands and nobody has asked for an export yet. */
const WARM_UP_MS = 3_000;

/** Loads exceljs in the background after start, so that the first export need not wait. Does not keep the program alive. */
export function warmUpWorkbookWriter(): void {
  const load = () => {
    // A library that cannot be loaded is reported by the export that needs it.
    loadWorkbookWriter().catch(() => {
      library = null;
    });
  };
  setTimeout(load, WARM_UP_MS).unref();
}

/** Packs a sixth faster than the usual level 6 and leaves the file 3 KB larger. */
const COMPRESSION = 3;

/** Title of the workbook and of its index sheet. */
function workbookTitle(year: number): string {
  return `${year}年单位预算公开表`;
}

/** Renders the workbook as the bytes of an .xlsx file. Amounts are 万元 with two decimals, as in the models' texts. */
export async function renderWorkbook(order: WorkbookOrder): Promise<Uint8Array> {
  const { Workbook } = await loadWorkbookWriter();
  const workbook = new Workbook();
  const title = workbookTitle(order.year);
  workbook.title = title;
  workbook.creator = order.unitName;
  workbook.lastModifiedBy = order.unitName;
  workbook.company = order.unitName;
  workbook.created = order.now;
  workbook.modified = order.now;
  // exceljs keeps the theme in a private field that its typings leave out; its writer takes it from there.
  (workbook as unknown as { _themes: Readonly<Record<string, string>> })._themes = { theme1: THEME_XML };
  const unitText = order.tables[0]?.unitText ?? '单位：万元';
  const total = order.tables.length + 1;
  await order.onSheet?.(0, total);
  addIndexSheet(workbook, { title, unitName: order.unitName, year: order.year, unitText }, order.tables);
  for (const [index, table] of order.tables.entries()) {
    await order.onSheet?.(index + 1, total);
    addTableSheet(workbook, table);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compressionOptions: { level: COMPRESSION } } }));
}
