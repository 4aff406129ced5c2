/** What a workbook package holds: its sheets as streams of XML, and what all of them share. */
import type { WorkbookLimits } from '../limits.ts';
import { type ByteListener, type Capture, readByteXml } from './byte-xml.ts';
import { unescapeText } from './cell-text.ts';
import { refuseOtherFiles } from './other-kinds.ts';
import { readRelationships, readWorkbookPart } from './parts.ts';
import { type CellStyle, readCellStyles } from './styles.ts';
import { BeyondLimit, readZipDirectory, UnreadableFile, unpack } from './zip.ts';

export interface PackageSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The worksheet part, unpacked piece by piece. @throws UnreadableFile while it is read. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

export interface WorkbookPackage {
  readonly sheets: readonly PackageSheet[];
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
}

/** @throws UnreadableFile when the bytes are no .xlsx workbook, are damaged, or hold more than the limits allow. */
export async function openPackage(bytes: Uint8Array, limits: WorkbookLimits): Promise<WorkbookPackage> {
  refuseOtherFiles(bytes);
  const directory = readZipDirectory(bytes);
  let left = limits.bookBytes;
  const part = (target: string, most: number) => {
    const entry = directory.get(target);
    return entry === undefined ? null : counted(unpack(bytes, entry, most));
  };
  async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      left -= chunk.length;
      if (left < 0) throw new BeyondLimit('解压后过大');
      yield chunk;
    }
  }
  const required = (target: string) => part(target, limits.partBytes) ?? missing(directory);
  const root = await readRelationships(required('_rels/.rels'), '');
  const main = root.find((each) => each.kind === 'officeDocument')?.target ?? missing(directory);
  const folder = main.slice(0, Math.max(0, main.lastIndexOf('/')));
  if (!main.endsWith('.xml')) missing(directory);
  const relationships = await readRelationships(required(relationshipsOf(main)), folder);
  const workbook = await readWorkbookPart(required(main), limits.sheets);
  const targetOf = (kind: string) => relationships.find((each) => each.kind === kind)?.target ?? '';
  const styles = part(targetOf('styles'), limits.partBytes);
  const strings = part(targetOf('sharedStrings'), limits.stringBytes);
  const worksheets = new Map(
    relationships.filter(({ kind }) => kind === 'worksheet').map(({ id, target }) => [id, target]),
  );
  return {
    strings: strings === null ? [] : await readSharedStrings(strings, limits.strings),
    styles: styles === null ? [] : await readCellStyles(styles, limits.styles),
    date1904: workbook.date1904,
    sheets: workbook.sheets.flatMap(({ name, hidden, relationship }) => {
      const target = worksheets.get(relationship);
      if (target === undefined) return [];
      return [{ name, hidden, open: () => part(target, limits.sheetBytes) ?? missing(directory) }];
    }),
  };
}

function relationshipsOf(target: string): string {
  const slash = target.lastIndexOf('/') + 1;
  return `${target.slice(0, slash)}_rels/${target.slice(slash)}.rels`;
}

/** What other programs pack into an archive, by an entry that only they have. */
const OTHER_ARCHIVES: readonly (readonly [string, string])[] = [
  ['word/document.xml', '是 Word 文档'],
  ['ppt/presentation.xml', '是演示文稿'],
  ['xl/workbook.bin', '是 .xlsb 二进制工作簿，请在 Excel 或 WPS 中另存为 .xlsx'],
  ['content.xml', '是 .ods 表格，请在 Excel 或 WPS 中另存为 .xlsx'],
];

function missing(directory: ReadonlyMap<string, unknown>): never {
  const other = OTHER_ARCHIVES.find(([entry]) => directory.has(entry));
  throw new UnreadableFile(other?.[1] ?? '缺少工作簿内容');
}

async function readSharedStrings(chunks: AsyncIterable<Uint8Array>, most: number): Promise<string[]> {
  const collector = new StringCollector(most);
  for await (const _ of readByteXml(chunks, collector));
  return collector.strings;
}

class StringCollector implements ByteListener {
  readonly strings: string[] = [];
  capturing: Capture = 'nothing';
  private readonly most: number;
  private value = '';
  private phonetic = false;

  constructor(most: number) {
    this.most = most;
  }

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
    if (name === 'si') {
      if (this.strings.length === this.most) throw new BeyondLimit('文字过多');
      this.strings.push(unescapeText(this.value));
    } else if (name === 'rPh') this.phonetic = false;
    else if (name === 't') this.capturing = 'nothing';
  }
}
