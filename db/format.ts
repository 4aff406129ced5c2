/** What marks a file as a book, readable from its first 100 bytes without opening it. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** SQLite's `application_id` of every book: the letters YSBK. */
export const APPLICATION_ID = 0x5953424b;

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
/** Page size 4096; largest, smallest and leaf payload fraction 64, 32, 32. */
const SEALED_SIGNS = [
  [16, 0x10],
  [17, 0x00],
  [21, 0x40],
  [22, 0x20],
  [23, 0x20],
] as const;

export type BookHeader =
  | { readonly kind: 'missing' }
  | { readonly kind: 'foreign' }
  /** `reason`: Chinese, goes into the failure's sentence. */
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'book'; readonly version: number }
  /** Encrypted, as it seems: only the password can tell. */
  | { readonly kind: 'sealed' };

/**
 * Reads a file's header (https://www.sqlite.org/fileformat.html §1.3) without touching the file.
 * Opening with SQLite first would be too late: it may already replay a journal into a file that is not ours.
 */
export function readHeader(path: string): BookHeader {
  let size: number;
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return { kind: 'foreign' };
    size = stats.size;
  } catch {
    return { kind: 'missing' };
  }
  if (size === 0) return { kind: 'damaged', reason: '文件是空的' };
  const header = firstBytes(path);
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return { kind: isSealed(header) ? 'sealed' : 'foreign' };
  if (header.length < HEADER_BYTES) return { kind: 'damaged', reason: '文件不完整' };
  if (header.readUInt32BE(68) !== APPLICATION_ID) return { kind: 'foreign' };
  const version = header.readUInt32BE(60);
  if (version === 0) return { kind: 'foreign' };
  return { kind: 'book', version };
}

/**
 * An encrypted file keeps 8 bytes of SQLite's header legible, from the page size to the payload fractions, which never
 * change: https://utelle.github.io/SQLite3MultipleCiphers/docs/ciphers/cipher_chacha20/.
 */
function isSealed(header: Buffer): boolean {
  return header.length === HEADER_BYTES && SEALED_SIGNS.every(([at, byte]) => header[at] === byte);
}

/** Why the file at `path` is shorter than its header says, or null. Only meaningful when no journal is to be replayed. */
export function truncation(path: string): string | null {
  const header = firstBytes(path);
  if (header.length < HEADER_BYTES) return '文件不完整';
  const stored = header.readUInt16BE(16);
  const pageSize = stored === 1 ? 65536 : stored;
  return statSync(path).size < pageSize * header.readUInt32BE(28) ? '文件不完整，可能没有复制完' : null;
}

function firstBytes(path: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(path, 'r');
  try {
    return header.subarray(0, readSync(handle, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(handle);
  }
}
