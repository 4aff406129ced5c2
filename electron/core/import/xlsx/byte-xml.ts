/**
 * Reads the large parts of a workbook straight from their bytes: tags and attributes are found without making text of
 * them, and only what a listener asks for becomes a string. Many times faster than a general parser; the small parts
 * go through `xml.ts`. Names come without their namespace prefix.
 */
import { XML_LIMITS } from '../limits.ts';
import { wholeNumber } from './whole-number.ts';
import { damaged, lines, withoutEntities } from './xml-text.ts';
import { UnreadableFile } from './zip.ts';

export type Capture = 'nothing' | 'text' | 'index';

export interface ByteListener {
  /** `tag` is good during the call only. */
  open(name: string, tag: Tag): void;
  /** What is wanted of the text that comes: nothing, the text itself, or the whole number it spells. */
  readonly capturing: Capture;
  text(text: string): void;
  /** -1 when the text spells no whole number. */
  index(value: number): void;
  close(name: string): void;
  /**
   * Takes a whole element that the listener knows by its first bytes, without being told of its tags.
   * @returns where it ends; 0 when it is to be told tag by tag
   */
  takeWhole?(bytes: Buffer, less: number): number;
}

/** A tag whose attributes are read when they are asked for. */
export interface Tag {
  /** The value of an attribute, or null. */
  get(name: string): string | null;
  /** Whether an attribute is there with this value, of plain ASCII. */
  is(name: string, value: string): boolean;
  /** The whole number an attribute spells, or null without the attribute; -1 when it spells none. */
  integerOf(name: string): number | null;
  /** The column from 0 in an address such as `AB12`; -1 when there is no letter, null without the attribute. */
  columnOf(name: string): number | null;
}

interface Name {
  readonly bytes: Uint8Array;
  readonly local: string;
}

/** A number of more would not be exact. */
const MOST_DIGITS = 15;
const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const BANG = 0x21;
const QUESTION = 0x3f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const AMPERSAND = 0x26;

/**
 * Reads a part to its end and tells `listener`; yields after each chunk, so that the caller can hand on what has been
 * found so far.
 * @throws UnreadableFile when the part is not well-formed or brings a document type (and with it entities) of its own.
 */
export async function* readByteXml(chunks: AsyncIterable<Uint8Array>, listener: ByteListener): AsyncGenerator<void> {
  const reader = new ByteXml(listener);
  for await (const chunk of chunks) {
    reader.write(chunk);
    yield;
  }
  reader.end();
  yield;
}

class ByteXml implements Tag {
  private readonly listener: ByteListener;
  private buffer: Buffer = Buffer.alloc(0);
  private readonly open: Name[] = [];
  private seenRoot = false;
  private names = new Map<number, Name[]>();
  private nameCount = 0;
  private attributesFrom = 0;
  private attributesTo = 0;

  constructor(listener: ByteListener) {
    this.listener = listener;
  }

  write(chunk: Uint8Array): void {
    const own = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.buffer = this.buffer.length === 0 ? own : Buffer.concat([this.buffer, own]);
    const done = this.scan();
    this.buffer = this.buffer.subarray(done);
    if (this.buffer.length > XML_LIMITS.piece) throw damaged();
  }

  end(): void {
    // A text behind the last tag can only be blank; anything else has not been closed.
    if (this.open.length > 0 || !this.seenRoot || this.buffer.toString('utf8').trim() !== '') throw damaged();
  }

  get(name: string): string | null {
    const at = this.valueAt(name);
    if (at < 0) return null;
    const to = this.endOfValue(at);
    return this.decode(at, to, true);
  }

  is(name: string, value: string): boolean {
    const at = this.valueAt(name);
    return at >= 0 && this.isName(at, this.endOfValue(at), value);
  }

  integerOf(name: string): number | null {
    const at = this.valueAt(name);
    return at < 0 ? null : this.integer(at, this.endOfValue(at));
  }

  columnOf(name: string): number | null {
    const at = this.valueAt(name);
    if (at < 0) return null;
    let column = 0;
    for (let index = at; index < this.attributesTo; index += 1) {
      const letter = (this.buffer[index] ?? 0) & ~0x20;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    return column - 1;
  }

  /** Works through the buffer; answers how far, the rest being incomplete. */
  private scan(): number {
    const { buffer } = this;
    const { length } = buffer;
    let at = 0;
    for (;;) {
      let less = at;
      while (less < length && buffer[less] !== LESS) less += 1;
      if (less >= length) return at;
      if (less > at) this.tell(at, less);
      const next = this.tag(less);
      if (next < 0) return less;
      at = next;
    }
  }

  private tell(from: number, to: number): void {
    const { listener } = this;
    if (listener.capturing === 'text') listener.text(this.decode(from, to));
    else if (listener.capturing === 'index') listener.index(this.integer(from, to));
  }

  private integer(from: number, to: number): number {
    return wholeNumber(this.buffer, from, to, MOST_DIGITS);
  }

  /** Reads what begins with the `<` at `less`; answers where it ends, or -1 when it is not all there. */
  private tag(less: number): number {
    switch (this.buffer[less + 1]) {
      case undefined:
        return -1;
      case SLASH:
        return this.closing(less);
      case QUESTION:
        return this.after(less, '?>');
      case BANG:
        return this.special(less);
      default:
        return (this.open.length > 0 && this.listener.takeWhole?.(this.buffer, less)) || this.opening(less);
    }
  }

  private special(less: number): number {
    const { buffer } = this;
    if (buffer.length < less + 9) return -1;
    const start = buffer.toString('latin1', less, less + 9);
    if (start.startsWith('<!--')) return this.after(less + 4, '-->');
    if (start !== '<![CDATA[') throw new UnreadableFile('文件含有不允许的定义');
    const end = this.after(less + 9, ']]>');
    if (end > 0 && this.listener.capturing === 'text')
      this.listener.text(lines(buffer.toString('utf8', less + 9, end - 3)));
    return end;
  }

  private after(from: number, sign: string): number {
    const found = this.buffer.indexOf(sign, from, 'latin1');
    return found < 0 ? -1 : found + sign.length;
  }

  private closing(less: number): number {
    const { buffer } = this;
    const last = this.open.at(-1);
    if (last === undefined) throw damaged();
    const { bytes } = last;
    let at = less + 2;
    for (let place = 0; place < bytes.length; place += 1, at += 1) {
      if (at >= buffer.length) return -1;
      if (buffer[at] !== bytes[place]) throw damaged();
    }
    while (isBlank(buffer[at])) at += 1;
    if (at >= buffer.length) return -1;
    if (buffer[at] !== GREATER) throw damaged();
    this.open.pop();
    this.listener.close(last.local);
    return at + 1;
  }

  private opening(less: number): number {
    const { buffer } = this;
    const { length } = buffer;
    const from = less + 1;
    let nameEnd = from;
    let hash = 0;
    for (; nameEnd < length; nameEnd += 1) {
      const byte = buffer[nameEnd] ?? 0;
      if (byte === GREATER || byte === SLASH || isBlank(byte)) break;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    const end = buffer[nameEnd] === GREATER ? nameEnd : this.endOfTag(nameEnd);
    if (end < 0) return -1;
    if (nameEnd === from || (this.open.length === 0 && this.seenRoot)) throw damaged();
    const empty = buffer[end - 1] === SLASH;
    const name = this.nameOf(hash, from, nameEnd);
    this.attributesFrom = nameEnd;
    this.attributesTo = empty ? end - 1 : end;
    this.seenRoot = true;
    this.listener.open(name.local, this);
    if (empty) this.listener.close(name.local);
    else if (this.open.push(name) > XML_LIMITS.depth) throw damaged();
    return end + 1;
  }

  /** The first `>` outside of quotes; -1 when it is not there yet. */
  private endOfTag(from: number): number {
    const { buffer } = this;
    const { length } = buffer;
    let at = from;
    while (at < length) {
      const byte = buffer[at];
      if (byte === GREATER) return at;
      if (byte === LESS) throw damaged();
      at += 1;
      if (byte !== QUOTE && byte !== APOSTROPHE) continue;
      while (at < length && buffer[at] !== byte) {
        if (buffer[at] === LESS) throw damaged();
        at += 1;
      }
      at += 1;
    }
    return -1;
  }

  /** The same few names come again and again: each is made once. */
  private nameOf(hash: number, from: number, to: number): Name {
    const { buffer } = this;
    const known = this.names.get(hash);
    if (known !== undefined) for (const name of known) if (this.isSame(name.bytes, from, to)) return name;
    const list = known ?? [];
    this.names.set(hash, list);
    const full = buffer.toString('utf8', from, to);
    const name = { bytes: new Uint8Array(buffer.subarray(from, to)), local: full.slice(full.indexOf(':') + 1) };
    list.push(name);
    // A file of ever new names is no workbook.
    this.nameCount += 1;
    if (this.nameCount > XML_LIMITS.names) throw damaged();
    return name;
  }

  private isSame(bytes: Uint8Array, from: number, to: number): boolean {
    if (bytes.length !== to - from) return false;
    for (let at = 0; at < bytes.length; at += 1) if (bytes[at] !== this.buffer[from + at]) return false;
    return true;
  }

  /** Where the value of an attribute begins, behind its quote; -1 without. */
  private valueAt(name: string): number {
    const { buffer, attributesTo } = this;
    let at = this.attributesFrom;
    for (;;) {
      while (at < attributesTo && isBlank(buffer[at])) at += 1;
      if (at >= attributesTo) return -1;
      const start = at;
      while (at < attributesTo && buffer[at] !== EQUALS && !isBlank(buffer[at])) at += 1;
      const end = at;
      while (at < attributesTo && isBlank(buffer[at])) at += 1;
      if (buffer[at] !== EQUALS) throw damaged();
      at += 1;
      while (at < attributesTo && isBlank(buffer[at])) at += 1;
      const quote = buffer[at];
      if (at >= attributesTo || (quote !== QUOTE && quote !== APOSTROPHE)) throw damaged();
      at += 1;
      if (this.isName(start, end, name)) return at;
      at = this.endOfValue(at) + 1;
    }
  }

  private isName(from: number, to: number, name: string): boolean {
    if (to - from !== name.length) return false;
    for (let at = 0; at < name.length; at += 1) if (this.buffer[from + at] !== name.charCodeAt(at)) return false;
    return true;
  }

  private endOfValue(from: number): number {
    const quote = this.buffer[from - 1];
    let at = from;
    while (at < this.attributesTo && this.buffer[at] !== quote) at += 1;
    if (at >= this.attributesTo) throw damaged();
    return at;
  }

  private decode(from: number, to: number, inTag = false): string {
    const { buffer } = this;
    let plain = true;
    let ascii = true;
    for (let at = from; at < to; at += 1) {
      const byte = buffer[at] ?? 0;
      if (byte === AMPERSAND) plain = false;
      else if (byte > 0x7f) ascii = false;
    }
    const raw = lines(buffer.toString(ascii ? 'latin1' : 'utf8', from, to));
    // In an attribute every blank is a space.
    const text = inTag ? raw.replace(/[\n\t]/g, ' ') : raw;
    return plain ? text : withoutEntities(text);
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d;
}
