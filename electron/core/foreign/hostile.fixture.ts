/** Workbooks made to hurt whoever opens them, written piece by piece so that making one costs little memory. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, createDeflateRaw } from 'node:zlib';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A part of an archive: pieces of text, each as often as said. */
export type Part = readonly (readonly [text: string, times: number])[];

/** Parts of a small workbook, each of which may be replaced. */
export interface Hostile {
  readonly sheet?: Part;
  readonly strings?: Part;
  readonly styles?: Part;
  readonly workbook?: Part;
  readonly more?: Readonly<Record<string, Part>>;
}

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;

export const once = (text: string): Part => [[text, 1]];

const WORKBOOK = once(
  `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="表1" sheetId="1" r:id="r1"/></sheets></workbook>`,
);

/** Writes the archive. */
export async function writeHostile(path: string, hostile: Hostile): Promise<void> {
  const parts: Record<string, Part> = {
    '_rels/.rels': once(`<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
    'xl/workbook.xml': hostile.workbook ?? WORKBOOK,
    'xl/_rels/workbook.xml.rels': once(
      `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', 'styles.xml')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': hostile.strings ?? once('<sst/>'),
    'xl/styles.xml': hostile.styles ?? once('<styleSheet/>'),
    'xl/worksheets/sheet1.xml': hostile.sheet ?? once('<worksheet><sheetData/></worksheet>'),
    ...hostile.more,
  };
  const file = openSync(path, 'w');
  try {
    const entries: { readonly head: Buffer; readonly name: Buffer; readonly offset: number }[] = [];
    let offset = 0;
    for (const [name, part] of Object.entries(parts)) {
      const { packed, checksum, size } = await pack(part);
      const head = Buffer.alloc(26);
      head.writeUInt16LE(20, 0);
      head.writeUInt16LE(8, 4);
      head.writeUInt32LE(checksum, 10);
      head.writeUInt32LE(packed.length, 14);
      head.writeUInt32LE(size % 0x1_0000_0000, 18);
      const bytes = Buffer.from(name);
      head.writeUInt16LE(bytes.length, 22);
      for (const piece of [Buffer.from('PK\x03\x04'), head, bytes, packed]) writeSync(file, piece);
      entries.push({ head, name: bytes, offset });
      offset += 30 + bytes.length + packed.length;
    }
    const start = offset;
    for (const { head, name, offset: at } of entries) {
      const rest = Buffer.alloc(14);
      rest.writeUInt32LE(at, 10);
      const record = [Buffer.from('PK\x01\x02\x14\x00'), head, rest, name];
      for (const piece of record) writeSync(file, piece);
      offset += 46 + name.length;
    }
    const end = Buffer.alloc(18);
    end.writeUInt16LE(entries.length, 4);
    end.writeUInt16LE(entries.length, 6);
    end.writeUInt32LE(offset - start, 8);
    end.writeUInt32LE(start, 12);
    for (const piece of [Buffer.from('PK\x05\x06'), end]) writeSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/** About this much text is handed to the packer at a time. */
const PIECE = 1_000_000;

async function pack(
  part: Part,
): Promise<{ readonly packed: Buffer; readonly checksum: number; readonly size: number }> {
  const stream = createDeflateRaw({ level: 1 });
  const packed: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => void packed.push(chunk));
  let checksum = 0;
  let size = 0;
  for (const [text, times] of part) {
    const inOne = Math.max(1, Math.min(times, Math.floor(PIECE / text.length)));
    const many = Buffer.from(text.repeat(inOne));
    const one = Buffer.from(text);
    for (let done = 0; done < times; ) {
      const bytes = times - done >= inOne ? many : one;
      done += bytes === many ? inOne : 1;
      checksum = crc32(bytes, checksum);
      size += bytes.length;
      if (!stream.write(bytes)) await new Promise((resolve) => stream.once('drain', resolve));
    }
  }
  const ended = new Promise((resolve) => stream.once('end', resolve));
  stream.end();
  await ended;
  return { packed: Buffer.concat(packed), checksum, size };
}
