/** All benchmarks, in the order they are printed. Each stands in a file of its own beside this one. */
import { bulkInsert } from './bulk-insert.ts';
import { checksAfterEdit, checksOfSheets, longestStep, waitWhileChecking } from './checking.ts';
import { disclosure } from './disclosure.ts';
import { edits } from './edit.ts';
import { goalSheets } from './goal-sheets.ts';
import type { Benchmark } from './harness.ts';
import { manySheetsMemory } from './many-sheets.ts';
import { starts } from './start.ts';
import { tableRecomputations } from './tables.ts';
import { arranging } from './window/arranging.ts';
import { keysToFrames } from './window/keys.ts';
import { pasting } from './window/pasting.ts';
import { scrolling } from './window/scrolling.ts';
import { workbook } from './workbook.ts';
import { xlsxImport, xlsxImportMemory } from './xlsx-import.ts';
import { xlsxRead } from './xlsx-read.ts';

export const benchmarks: readonly Benchmark[] = [
  bulkInsert,
  ...edits,
  ...tableRecomputations,
  workbook,
  xlsxRead,
  xlsxImport,
  xlsxImportMemory,
  checksAfterEdit,
  longestStep,
  waitWhileChecking,
  checksOfSheets,
  goalSheets,
  manySheetsMemory,
  disclosure,
  scrolling,
  ...keysToFrames,
  pasting,
  arranging,
  ...starts,
];
