import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../../shared/api/failure.ts';
import { type PrintedSheet, printedSheets } from '../../../../shared/document/goals/printed-sheet.ts';
import { pagedSheet } from '../../../../shared/document/goals/sheet-pages.ts';
import { sheetRow, tortureFacts } from '../../../../shared/document/goals/sheets.fixture.ts';
import type { Job } from '../../context.ts';
import { docxTexts } from '../docx/docx-text.fixture.ts';
import { comparable } from '../paper-text.fixture.ts';
import { sheetsDocx } from './sheets-docx.ts';

const JOB: Job = { signal: new AbortController().signal, progress: () => undefined, check: () => undefined };
const written = (sheets: readonly PrintedSheet[]) => sheetsDocx({ sheets, unitName: '测试单位', year: 2025, job: JOB });
const xmlOf = (docx: Uint8Array) => strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());

describe.each(['costUnderOutput', 'costFirst'])('a docx of the form %s', (form) => {
  const [sheet] = printedSheets(tortureFacts(form));
  if (sheet === undefined) throw new Error('no sheet');

  it('holds every cell of every page whole', async () => {
    const { pages } = pagedSheet(sheet);
    const [text = ''] = docxTexts(await written([sheet]));
    const cells = pages.flatMap(({ headRows, rows }) => [...headRows, ...rows]).flatMap((row) => row.cells);
    expect(cells.filter((cell) => !text.includes(comparable(cell.text))).map((cell) => cell.text)).toEqual([]);
  });

  it('begins a page with its title where the PDF does, and repeats the head where a page grows', async () => {
    const { pages } = pagedSheet(sheet);
    const xml = xmlOf(await written([sheet]));
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(pages.length - 1);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(pages.length * 2);
  });
});

it('counts the sheets it writes, and can be stopped between two of them', async () => {
  const sheets = printedSheets({ ...tortureFacts(), projects: [], sheets: [1, 2, 3].map((id) => sheetRow({ id })) });
  const told: number[] = [];
  const job: Job = {
    ...JOB,
    progress: (done, total) => {
      if (total === 3) told.push(done);
    },
    check: () => {
      if (told.at(-1) === 2) fail('CANCELLED');
    },
  };
  await expect(sheetsDocx({ sheets, unitName: '测试单位', year: 2025, job })).rejects.toThrow();
  expect(told).toEqual([0, 0, 1, 2]);
});

it('is well-formed XML, also where texts have what XML does not take', async () => {
  const nasty = {
    ...tortureFacts(),
    indicators: [],
    sheets: [sheetRow({ overview: '甲<乙>&"丙\u0001\ud800\ufffe丁' })],
  };
  const [text = ''] = docxTexts(await written(printedSheets(nasty)));
  expect(text).toContain('甲<乙>&"丙丁');
});

it('several sheets follow an index that links to them, each in a section of its own', async () => {
  const facts = { ...tortureFacts(), indicators: [], projects: [] };
  const docx = await written(printedSheets({ ...facts, sheets: [1, 2].map((id) => sheetRow({ id })) }));
  expect(docxTexts(docx)).toHaveLength(3);
  const xml = xmlOf(docx);
  for (const id of [1, 2]) {
    expect(xml).toContain(`w:anchor="goal_${id}"`);
    expect(xml).toContain(`w:name="goal_${id}"`);
  }
});
