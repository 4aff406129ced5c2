/** Child of xlsx-import.ts: imports a workbook one way and says how many MB its process grew by at most. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openLargeBook, temporaryFolder } from './large-book.ts';
import { importBare, importInto } from './xlsx-import.ts';

const [way = '', path = ''] = process.argv.slice(2);
const book = await openLargeBook(0);
const before = process.memoryUsage.rss();
if (way === 'ours') await importInto(book, path);
else {
  const folder = temporaryFolder();
  await importBare(join(folder, 'bare.ysb'), path);
  rmSync(folder, { recursive: true, force: true });
}
// maxRSS is in kilobytes.
console.log((process.resourceUsage().maxRSS * 1024 - before) / 1e6);
await book.close();
