/**
 * Reads a zip archive piece by piece: the directory first, then any entry as a stream of chunks, so that a large
 * worksheet is never whole in memory. Sizes are counted while unpacking, because a directory can lie.
 */
import { crc32, createInflateRaw } from 'node:zlib';
import { ZIP_ENTRIES } from '../limits.ts';

/** Why an archive cannot be read; `message` is Chinese and fits into “（…）” of a sentence. */
export class UnreadableFile extends Error {}

/** The archive holds more than this program is willing to read; `message` is Chinese and says of what. */
export class BeyondLimit extends UnreadableFile {}

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  /** Where the entry's local header begins. */
  readonly offset: number;
  readonly packedBytes: number;
  /** CRC-32 of the unpacked content. */
  readonly checksum: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
/** Bytes unpacked at a time: in pieces of 64 KB a long sheet takes a half longer to unpack. */
const CHUNK = 256 * 1024;

/** Lists the archive's entries by name. @throws UnreadableFile when `bytes` is no archive this program can read. */
export function readZipDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = viewOf(bytes);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw new BeyondLimit('文件过大');
  if (count > ZIP_ENTRIES) throw new BeyondLimit('压缩包内文件过多');
  const entries = new Map<string, ZipEntry>();
  const decoder = new TextDecoder();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw damaged();
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new UnreadableFile('文件加了密码');
    const nameLength = view.getUint16(at + 28, true);
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/\\/g, '/');
    if (entries.has(name)) throw damaged();
    entries.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      offset: view.getUint32(at + 42, true),
      packedBytes: view.getUint32(at + 20, true),
      checksum: view.getUint32(at + 16, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * Unpacks one entry chunk by chunk.
 * @param mostBytes the unpacked size at which reading stops: a small file can unpack without end.
 * @throws UnreadableFile when the entry is damaged, packed in an unknown way or larger than `mostBytes`.
 */
export async function* unpack(bytes: Uint8Array, entry: ZipEntry, mostBytes: number): AsyncGenerator<Uint8Array> {
  const packed = packedBytes(bytes, entry);
  let seen = 0;
  let checksum = 0;
  const chunks = entry.method === STORED ? slices(packed) : inflate(packed);
  for await (const chunk of chunks) {
    seen += chunk.length;
    if (seen > mostBytes) throw new BeyondLimit('解压后过大');
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (checksum !== entry.checksum) throw damaged();
}

function packedBytes(bytes: Uint8Array, { offset, packedBytes: length, method }: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  if (method !== STORED && method !== DEFLATED) throw new UnreadableFile('压缩方式不支持');
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + length > bytes.length) throw damaged();
  return bytes.subarray(start, start + length);
}

async function* inflate(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: CHUNK });
  stream.end(packed);
  try {
    // A zlib stream yields Buffers; its type says `any`.
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (error) {
    throw error instanceof Error && 'code' in error ? damaged() : error;
  } finally {
    stream.destroy();
  }
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new UnreadableFile('不是压缩格式的工作簿');
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(): UnreadableFile {
  return new UnreadableFile('文件已损坏');
}
