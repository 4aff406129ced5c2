/** Serves the built window (out/renderer) from memory by URL path. Only files that were there when it was opened exist. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface BuiltFile {
  readonly type: string;
  readonly body: Buffer;
}

/** Answers the file for a URL path such as `/` or `/assets/index.js`; null when there is none. */
export type BuiltFiles = (urlPath: string) => BuiltFile | null;

/**
 * Reads a folder of built files once, so that a window that is open stays whole while a newer one is built. A path is
 * looked up in what was read and never joined to a folder: no path of any spelling leads outside. A type that the
 * window does not need is not served.
 * In: folder of the built window. Throws when it has no index.html.
 */
export function openBuiltFiles(folder: string): BuiltFiles {
  const files = new Map<string, BuiltFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[path.extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(`/${path.relative(folder, file).split(path.sep).join('/')}`, { type, body: readFileSync(file) });
  }
  const index = files.get('/index.html');
  if (index === undefined) throw new Error(`no index.html in ${folder}`);
  files.set('/', index);
  return (urlPath) => files.get(urlPath) ?? null;
}
