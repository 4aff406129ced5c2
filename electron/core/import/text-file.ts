/** Text files as Chinese offices hand them on: UTF-8, UTF-16 from Excel's “Unicode 文本”, or GB18030. */
import { parseCells } from '../../../shared/intake/tsv.ts';

/** Decodes by byte order mark, else as UTF-8 where that is valid, else as GB18030. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const SEPARATORS = ['\t', ',', ';', '，'];

/** The rows of delimited text; the separator is the one that the text's first lines hold most of. */
export function delimitedRows(text: string): string[][] {
  const head = text.split('\n', 20).join('\n');
  const counts = SEPARATORS.map((separator) => head.split(separator).length);
  const separator = SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
  return text === '' ? [] : parseCells(text, separator);
}
