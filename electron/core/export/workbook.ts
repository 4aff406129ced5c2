/** The workbook of the 13 公开表: an index and one sheet per table. */
import type { Workbook } from 'exceljs';
import type { TableModel } from '../../../shared/tables/model.ts';
import { addIndexSheet } from './index-sheet.ts';
import { addTableSheet } from './table-sheet.ts';
import { THEME_XML } from './theme.ts';

export interface WorkbookOrder {
  /** Of the workbook and its index sheet; by default that of a unit's. */
  readonly title?: string;
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

export interface WorkbookWords {
  readonly title: string;
  readonly unitName: string;
  readonly now: Date;
  /**
   * Typeface in which widths of columns are counted. By default that of the theme; where it is missing, each program
   * takes another one, and the columns come out wider or narrower.
   */
  readonly countedIn?: { readonly name: string; readonly size: number };
}

/** What of exceljs is private and left out of its typings. */
interface Inside {
  _themes: Readonly<Record<string, string>>;
  readonly xlsx: {
    addStyles(zip: { append(text: string, place: { name: string }): void }, model: { styles: { xml: string } }): void;
  };
}

/** An empty workbook in our typefaces that names the unit as its maker. */
export async function newWorkbook({ title, unitName, now, countedIn }: WorkbookWords): Promise<Workbook> {
  const library = await loadWorkbookWriter();
  const workbook = new library.Workbook();
  Object.assign(workbook, { title, creator: unitName, lastModifiedBy: unitName, company: unitName });
  Object.assign(workbook, { created: now, modified: now });
  const inside = workbook as unknown as Inside;
  // The writer takes the theme from there.
  inside._themes = { theme1: THEME_XML };
  if (countedIn !== undefined) {
    // The standard font is the first of all, and exceljs always writes the same one.
    const standard = `<fonts$1><font><sz val="${countedIn.size}"/><name val="${countedIn.name}"/></font>`;
    inside.xlsx.addStyles = (zip, { styles }) => {
      const xml = styles.xml.replace(/<fonts([^>]*)><font>.*?<\/font>/, standard);
      zip.append(xml, { name: 'xl/styles.xml' });
    };
  }
  return workbook;
}

/** The bytes of an .xlsx file. */
export async function workbookBytes(workbook: Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compressionOptions: { level: COMPRESSION } } }));
}

/** Renders the workbook as the bytes of an .xlsx file. Amounts are 万元 with two decimals, as in the models' texts. */
export async function renderWorkbook(order: WorkbookOrder): Promise<Uint8Array> {
  const title = order.title ?? workbookTitle(order.year);
  const workbook = await newWorkbook({ title, unitName: order.unitName, now: order.now });
  const unitText = order.tables[0]?.unitText ?? '单位：万元';
  const total = order.tables.length + 1;
  await order.onSheet?.(0, total);
  addIndexSheet(workbook, { title, unitName: order.unitName, year: order.year, unitText }, order.tables);
  for (const [index, table] of order.tables.entries()) {
    await order.onSheet?.(index + 1, total);
    addTableSheet(workbook, table);
  }
  return workbookBytes(workbook);
}
