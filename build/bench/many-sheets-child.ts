/** Child of many-sheets.ts: writes so many goal sheets as docx and says how many MB its process grew by at most. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBook } from '../../db/open.ts';
import { readSheets } from '../../electron/core/export/goal-sheets/sheet-facts.ts';
import { sheetsDocx } from '../../electron/core/export/goal-sheets/sheets-docx.ts';
import { createSampleBook } from '../../electron/core/new-book.ts';

const MAKER = { user: 'bench', now: () => new Date() };
const JOB = { signal: new AbortController().signal, progress: () => undefined, check: () => undefined };

// not an amount: a number of sheets
const wanted = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'yusuan-bench-'));
const path = join(folder, '示例.ysb');
createSampleBook(path, 'lanxian-2025', MAKER);
const book = openBook(path, { ...MAKER, mode: 'read' });
const { sheets, ...words } = readSheets(book, 1, []);
// The sample's sheets again and again, each in a place of its own.
const many = Array.from({ length: Math.ceil(wanted / sheets.length) }, (_, round) =>
  sheets.map((sheet) => ({ ...sheet, anchor: `goal_${round}_${sheet.id}` })),
).flat();
const before = process.memoryUsage.rss();
await sheetsDocx({ ...words, sheets: many.slice(0, wanted), job: JOB });
// maxRSS is in kilobytes.
console.log((process.resourceUsage().maxRSS * 1024 - before) / 1e6);
book.close();
rmSync(folder, { recursive: true, force: true });
