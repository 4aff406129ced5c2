/**
 * Makes a printed PDF smaller. Chromium writes every object of the structure for the blind as text, 180 for each page;
 * PDF 1.5 packs objects together (object streams), which leaves a twentieth of them. Pictures and typefaces are packed
 * already and stay as they are.
 */
import { deflateSync } from 'node:zlib';

/** Objects in a stream: a reader unpacks the whole stream for one of them. */
const AT_ONCE = 200;
/** Bytes of the three fields of an entry: its kind, an offset or stream, a place within the stream. */
const WIDTHS = [1, 4, 2] as const;

/** Packs a PDF as Chromium builds it, with or without updates at its end; another one is given back as it was. */
export function packObjects(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const table = readTable(text);
  const objects = table === null ? null : readObjects(text, table.offsets);
  if (table === null || objects === null) return pdf;
  const out = new Output();
  out.add(`%PDF-1.5\n${text.slice(text.indexOf('\n') + 1, text.indexOf('\n', 10) + 1)}`);
  for (const { number, text: whole, isStream } of objects) if (isStream) out.object(number, whole);
  const plain = objects.filter(({ isStream }) => !isStream);
  let next = Math.max(...objects.map(({ number }) => number)) + 1;
  for (let at = 0; at < plain.length; at += AT_ONCE) {
    out.packed(next, plain.slice(at, at + AT_ONCE));
    next += 1;
  }
  return out.finish(next, table.roots);
}

interface Table {
  readonly offsets: ReadonlyMap<number, number>;
  /** Entries of the trailer that name the document's root and its title. */
  readonly roots: string;
}

/** Where each object stands, the latest state of each. */
function readTable(text: string): Table | null {
  const offsets = new Map<number, number>();
  let roots: string | null = null;
  let start = startOf(text.slice(-200));
  while (start !== null) {
    const trailer = text.indexOf('trailer\n<<', start);
    if (!text.startsWith('xref\n', start) || trailer < 0) return null;
    readSections(text.slice(start + 5, trailer), offsets);
    const words = text.slice(trailer, text.indexOf('>>', trailer));
    roots ??= /\/Root [0-9]+ 0 R\n\/Info [0-9]+ 0 R/.exec(words)?.[0] ?? null;
    start = numberIn(/\/Prev ([0-9]+)/.exec(words)?.[1]);
  }
  return roots === null ? null : { offsets, roots };
}

const startOf = (end: string) => numberIn(/startxref\s+([0-9]+)\s+%%EOF\s*$/.exec(end)?.[1]);
// not an amount: an offset
const numberIn = (digits: string | undefined) => (digits === undefined ? null : Number.parseInt(digits, 10));

/** Takes over what a newer table has not said already. */
function readSections(text: string, offsets: Map<number, number>): void {
  let number = 0;
  for (const line of text.split('\n')) {
    const [first = '', , kind] = line.trim().split(' ');
    if (kind === undefined) number = numberIn(first) ?? number;
    else {
      if (kind === 'n' && !offsets.has(number)) offsets.set(number, numberIn(first) ?? 0);
      number += 1;
    }
  }
}

interface PdfObject {
  readonly number: number;
  /** A stream whole, anything else without its frame. */
  readonly text: string;
  readonly isStream: boolean;
}

function readObjects(text: string, offsets: ReadonlyMap<number, number>): readonly PdfObject[] | null {
  const objects: PdfObject[] = [];
  for (const [number, offset] of [...offsets].toSorted(([a], [b]) => a - b)) {
    const head = `${number} 0 obj\n`;
    const end = text.indexOf('\nendobj', offset);
    if (!text.startsWith(head, offset) || end < 0) return null;
    const within = text.slice(offset, end).indexOf('>> stream\n');
    const stream = offset + within;
    const isStream = within >= 0;
    if (!isStream) objects.push({ number, text: text.slice(offset + head.length, end), isStream });
    else {
      const length = numberIn(/\/Length ([0-9]+)$/.exec(text.slice(offset, stream))?.[1]);
      const foot = '\nendstream\nendobj\n';
      const last = stream + '>> stream\n'.length + (length ?? 0);
      if (length === null || !text.startsWith(foot, last)) return null;
      objects.push({ number, text: text.slice(offset, last + foot.length), isStream });
    }
  }
  return objects;
}

/** A PDF that is being written, with the place of each object. */
class Output {
  private readonly parts: Buffer[] = [];
  private size = 0;
  private readonly entries = new Map<number, readonly [kind: number, where: number, at: number]>();

  add(text: string | Buffer): void {
    const part = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
    this.parts.push(part);
    this.size += part.byteLength;
  }

  object(number: number, whole: string): void {
    this.entries.set(number, [1, this.size, 0]);
    this.add(whole);
  }

  private stream(number: number, words: string, content: Buffer): void {
    const packed = deflateSync(content);
    this.entries.set(number, [1, this.size, 0]);
    this.add(`${number} 0 obj\n<<${words}\n/Filter /FlateDecode\n/Length ${packed.byteLength}>> stream\n`);
    this.add(packed);
    this.add('\nendstream\nendobj\n');
  }

  packed(number: number, objects: readonly PdfObject[]): void {
    let heads = '';
    let content = '';
    for (const [at, object] of objects.entries()) {
      heads += `${object.number} ${content.length} `;
      content += `${object.text}\n`;
      this.entries.set(object.number, [2, number, at]);
    }
    const words = `/Type /ObjStm\n/N ${objects.length}\n/First ${heads.length}`;
    this.stream(number, words, Buffer.from(heads + content, 'latin1'));
  }

  /** Writes the table of all objects, itself the object of this number. */
  finish(number: number, roots: string): Uint8Array {
    const start = this.size;
    this.entries.set(number, [1, start, 0]);
    const table = Buffer.alloc((number + 1) * (WIDTHS[0] + WIDTHS[1] + WIDTHS[2]));
    let at = 0;
    for (let each = 0; each <= number; each += 1) {
      const entry = this.entries.get(each) ?? [0, 0, 0];
      for (const [field, width] of WIDTHS.entries()) at = table.writeUIntBE(entry[field] ?? 0, at, width);
    }
    const words = `/Type /XRef\n/Size ${number + 1}\n/W [${WIDTHS.join(' ')}]\n${roots}`;
    this.stream(number, words, table);
    this.add(`startxref\n${start}\n%%EOF\n`);
    return new Uint8Array(Buffer.concat(this.parts));
  }
}
