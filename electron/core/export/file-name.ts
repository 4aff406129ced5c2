/** Names of files that the program writes for the user. */
import { existsSync } from 'node:fs';
import { extname, join, parse } from 'node:path';

const LONGEST = 80;
/** Most file systems allow 255 bytes for a name; some characters take four. */
const MOST_BYTES = 230;
/** Characters kept of the end of a name that is too long: `2025年度单位预算公开（含绩效目标）`. */
const END = 24;
/** What Windows refuses, and characters that cannot be seen: one of them can make a name read backwards. */
const REFUSED = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Names of devices, with whatever stands behind the first point. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/** A file name from words that may hold anything: what Windows refuses in names is left out. */
export function fileName(words: string, extension: string): string {
  return `${fileStem(words)}.${extension}`;
}

/** As `fileName`, without extension: for a folder. */
export function fileStem(words: string): string {
  const plain = words
    .replace(REFUSED, '')
    .trim()
    .replace(RESERVED, '$&_')
    .replace(/[. ]+$/, '');
  return shortened([...plain]) || '导出';
}

/** A name that is too long keeps its end, too: a long unit's name begins it, what tells the files apart ends it. */
function shortened(name: readonly string[]): string {
  const fits = (characters: readonly string[]) =>
    characters.length <= LONGEST && Buffer.byteLength(characters.join('')) <= MOST_BYTES;
  if (fits(name)) return name.join('');
  const end = ['…', ...name.slice(-END)];
  let begins = LONGEST - end.length;
  while (!fits([...name.slice(0, begins), ...end])) begins -= 1;
  return [...name.slice(0, begins), ...end].join('');
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
