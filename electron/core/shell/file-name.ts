/** What a person may call a file, on any system the book may be carried to. */
import { existsSync } from 'node:fs';
import path from 'node:path';

const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f]/;
/** Most file systems allow 255 bytes; a Chinese character takes three of them. */
const MAX_BYTES = 240;

/** In: a typed file name. Out: what is wrong with it, a Chinese reason, or null when it is fine. */
export function fileNameProblem(name: string): string | null {
  if (name.trim() === '') return '请输入文件名';
  const bad = FORBIDDEN.exec(name)?.[0];
  if (bad !== undefined) return bad < ' ' ? '文件名中有不可见字符' : `文件名中不能有“${bad}”`;
  if (/^\.|[. ]$/.test(name)) return '文件名不能以点开头，也不能以点或空格结尾';
  if (RESERVED_ON_WINDOWS.test(name)) return `“${name}”是 Windows 保留的名称`;
  if (Buffer.byteLength(name) > MAX_BYTES) return '文件名太长';
  return null;
}

/** Adds the first extension when the name has none of them. `extensions` are without dot, e.g. `['ysb']`. */
export function withExtension(name: string, extensions: readonly string[]): string {
  const [first] = extensions;
  return first === undefined || hasExtension(name, extensions) ? name : `${name}.${first}`;
}

/** Whether the name ends in one of the extensions, in any case; true when none is asked for. */
export function hasExtension(name: string, extensions: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return extensions.length === 0 || extensions.some((extension) => lower.endsWith(`.${extension.toLowerCase()}`));
}

/**
 * Completes what a system's own save dialog answered. Such a dialog asks before it replaces the name that was typed, but
 * not before it replaces that name with the extension added: then it has to be shown again, with the full name.
 * Out: the path to write, or the name to ask with again.
 */
export function completeSavePath(
  chosen: string,
  extensions: readonly string[],
): { readonly path: string } | { readonly askAgain: string } {
  const full = withExtension(chosen, extensions);
  return full !== chosen && existsSync(full) ? { askAgain: path.basename(full) } : { path: full };
}
