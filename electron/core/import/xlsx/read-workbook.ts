/**
 * Reads .xlsx workbooks of any origin: shared and inline strings, numbers as exact decimal text, days, in one pass
 * with bounded memory. Formulas are not calculated: their stored results are read.
 */
import { fail } from '../../../../shared/api/failure.ts';
import { type ByteListener, type Capture, readByteXml } from './byte-xml.ts';
import { unescapeText } from './cell-text.ts';
import { type Relationship, readDateStyles, readRelationships, readWorkbookPart } from './parts.ts';
import { type SheetContext, type SheetRow, streamRows } from './sheet-rows.ts';
import { readZipDirectory, UnreadableFile, unpack } from './zip.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The sheet's rows that hold something, streamed. @throws FailureError WRONG_FILE when the sheet is damaged. */
  rows(): AsyncGenerator<SheetRow>;
}

export interface WorkbookLimits {
  /** Unpacked bytes of one worksheet. */
  readonly sheetBytes: number;
  /** Unpacked bytes of the shared strings, which are kept in memory. */
  readonly stringBytes: number;
}

/** A sheet of a million rows by twelve columns unpacks to about 500 MB. */
const LIMITS: WorkbookLimits = { sheetBytes: 800_000_000, stringBytes: 200_000_000 };
const SMALL_PART = 50_000_000;

/**
 * Opens a workbook from the bytes of its file.
 * @param name file name for messages.
 * @throws FailureError WRONG_FILE when it is no .xlsx workbook, is damaged, or unpacks beyond the limits.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  name: string,
  limits: WorkbookLimits = LIMITS,
): Promise<readonly WorkbookSheet[]> {
  return guarded(name, () => openSheets(bytes, name, limits));
}

async function openSheets(bytes: Uint8Array, name: string, limits: WorkbookLimits): Promise<WorkbookSheet[]> {
  refuseOtherKinds(bytes);
  const directory = readZipDirectory(bytes);
  const part = (target: string, most: number) => {
    const entry = directory.get(target);
    return entry ? unpack(bytes, entry, most) : null;
  };
  const required = (target: string) => part(target, SMALL_PART) ?? missing();
  const root = await readRelationships(required('_rels/.rels'), '');
  const main = root.find((each) => each.kind === 'officeDocument')?.target ?? missing();
  const folder = main.slice(0, Math.max(0, main.lastIndexOf('/')));
  const relationships = await readRelationships(required(relationshipsOf(main)), folder);
  const workbook = await readWorkbookPart(required(main));
  const targetOf = (kind: string) => relationships.find((each: Relationship) => each.kind === kind)?.target ?? '';
  const styles = part(targetOf('styles'), SMALL_PART);
  const strings = part(targetOf('sharedStrings'), limits.stringBytes);
  const context: SheetContext = {
    strings: strings ? await readSharedStrings(strings) : [],
    dateStyles: styles ? await readDateStyles(styles) : [],
    date1904: workbook.date1904,
  };
  return workbook.sheets.flatMap((sheet) => {
    const target = relationships.find((each) => each.id === sheet.relationship);
    if (target?.kind !== 'worksheet') return [];
    const rows = () =>
      guardedRows(name, () => streamRows(part(target.target, limits.sheetBytes) ?? missing(), context));
    return [{ name: sheet.name, hidden: sheet.hidden, rows }];
  });
}

function relationshipsOf(target: string): string {
  const slash = target.lastIndexOf('/') + 1;
  return `${target.slice(0, slash)}_rels/${target.slice(slash)}.rels`;
}

async function readSharedStrings(chunks: AsyncIterable<Uint8Array>): Promise<string[]> {
  const collector = new StringCollector();
  for await (const _ of readByteXml(chunks, collector));
  return collector.strings;
}

class StringCollector implements ByteListener {
  readonly strings: string[] = [];
  capturing: Capture = 'nothing';
  private value = '';
  private phonetic = false;

  open(name: string): void {
    if (name === 'si') this.value = '';
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 't') this.capturing = this.phonetic ? 'nothing' : 'text';
  }

  text(text: string): void {
    this.value = this.value === '' ? text : this.value + text;
  }

  index(): void {
    // Strings are never asked for as numbers.
  }

  close(name: string): void {
    if (name === 'si') this.strings.push(unescapeText(this.value));
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 't') this.capturing = 'nothing';
  }
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

function refuseOtherKinds(bytes: Uint8Array): void {
  if (OLE.every((byte, index) => bytes[index] === byte)) {
    throw new UnreadableFile('是旧版 .xls 或加了密码的文件，请在 Excel 或 WPS 中另存为不加密的 .xlsx');
  }
}

function missing(): never {
  throw new UnreadableFile('缺少工作簿内容');
}

async function guarded<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    return refuse(error, name);
  }
}

async function* guardedRows(name: string, rows: () => AsyncGenerator<SheetRow>): AsyncGenerator<SheetRow> {
  try {
    yield* rows();
  } catch (error) {
    refuse(error, name);
  }
}

function refuse(error: unknown, name: string): never {
  if (error instanceof UnreadableFile)
    fail('WRONG_FILE', { name, expected: ' Excel 工作簿（.xlsx）', reason: error.message });
  throw error;
}
