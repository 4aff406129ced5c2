import { afterAll, expect, test } from 'vitest';
import { printedSheets } from '../../shared/document/goals/printed-sheet.ts';
import { pagedSheet, sheetSection } from '../../shared/document/goals/sheet-pages.ts';
import { tortureFacts } from '../../shared/document/goals/sheets.fixture.ts';
import { renderHtml } from '../../shared/document/html.ts';
import { pdfLinks, pdfOutline, pdfTexts } from '../core/export/paper-text.fixture.ts';
import { packObjects } from '../core/export/pdf/pack-objects.ts';
import { readPlaces } from '../core/export/pdf/page-numbers.ts';
import { withTrueCharacters } from '../core/export/pdf/true-characters.ts';
import { findBrowser } from './find-browser.ts';
import { createPdfPrinter } from './pdf-printer.ts';

const printer = createPdfPrinter(findBrowser());
afterAll(() => printer.close());

test('a packed PDF is much smaller, and says, shows in its outline and leads to the same', async () => {
  const sections = printedSheets(tortureFacts()).map((sheet) => sheetSection(pagedSheet(sheet)));
  const html = renderHtml({ title: '绩效目标表', watermark: null, sections });
  // The mended notes stand in an update at the end, which counts in place of what it replaces.
  const printed = withTrueCharacters(await printer.print(html), html);
  const packed = packObjects(printed);
  expect(packed.byteLength).toBeLessThan(printed.byteLength * 0.75);
  expect(await pdfTexts(packed)).toEqual(await pdfTexts(printed));
  expect(await pdfOutline(packed)).toEqual(await pdfOutline(printed));
  expect(await pdfLinks(packed)).toEqual(await pdfLinks(printed));
  expect(await readPlaces(packed)).toEqual(await readPlaces(printed));
});

test('what Chromium did not build is given back as it was', async () => {
  const printed = await printer.print('<!doctype html><p>一');
  const packed = packObjects(printed);
  for (const other of [packed, printed.slice(0, -40), new Uint8Array([1, 2, 3]), new Uint8Array()]) {
    expect(packObjects(other)).toBe(other);
  }
});
