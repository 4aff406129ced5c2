/** Names of files that the program writes for the user. */
import { existsSync } from 'node:fs';
import { extname, join, parse } from 'node:path';

const LONGEST = 80;

/** A file name from words that may hold anything: what Windows refuses in names is left out. */
export function fileName(words: string, extension: string): string {
  const stem = words
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .trim()
    .replace(/[. ]+$/, '');
  return `${[...stem].slice(0, LONGEST).join('') || '导出'}.${extension}`;
}

/**
 * The chosen path with its extension. A dialog that leaves the extension away has asked about another name, so a file
 * that happens to have the full one is not replaced: the new one gets a number.
 */
export function withExtension(path: string, extension: string): string {
  if (extname(path).toLowerCase() === `.${extension}`) return path;
  const { dir, base } = parse(path);
  for (let number = 1; ; number += 1) {
    const candidate = join(dir, number === 1 ? `${base}.${extension}` : `${base} ${number}.${extension}`);
    if (!existsSync(candidate)) return candidate;
  }
}
