import { afterAll, expect, test } from 'vitest';
import type { Block, PrintDocument, Section } from '../../shared/document/model.ts';
import { pdfTexts } from '../core/export/paper-text.fixture.ts';
import { createPartPrinter, type PrintedParts } from '../core/export/pdf/part-printer.ts';
import { printDocument } from '../core/export/pdf/print-document.ts';
import { findBrowser } from './find-browser.ts';
import { createPdfPrinter } from './pdf-printer.ts';

const printer = createPdfPrinter(findBrowser());
afterAll(() => printer.close());

const section = (id: string, margins: Section['margins'], blocks: readonly Block[], pageNumbers = true): Section => {
  return { id, paper: 'A4', orientation: 'portrait', margins, header: null, pageNumbers, blocks };
};
const text = (words: string): Block => ({ kind: 'paragraph', style: 'body', runs: [{ text: words }], source: 'a.b' });
const heading = (anchor: string, contents: string | null = anchor): Block => {
  return { kind: 'heading', level: 2, text: `题${anchor}`, anchor, contents, style: 'text' };
};
const row = (anchor: string) => ({ cells: [{ text: '', style: 'text' as const, pageOf: anchor }] });
const table = (anchor: string): Block => {
  return { kind: 'table', table: { columns: [1], headRows: [], rows: [row(anchor)], fontSize: 10, rowHeight: 6 } };
};

/** Contents, words of some length, an index, forms, words. */
function documentWith(words: string): PrintDocument {
  return {
    title: '公开',
    watermark: null,
    sections: [
      section('front', 'official', [{ kind: 'contents', title: '目录' }], false),
      section('words', 'official', [heading('w1'), text(words), heading('w2', null), text('二')]),
      section('index', 'table', [heading('i1'), table('f2')]),
      section('form1', 'form', [heading('f1', null), text('一')]),
      section('form2', 'form', [heading('f2'), text('二')]),
      section('end', 'official', [heading('e1')]),
    ],
  };
}

/** A printer that notes what it prints. */
function noting() {
  const printed: string[] = [];
  const parts = createPartPrinter((html, ...rest) => {
    printed.push(
      [...html.matchAll(/<section class="p\d"[^>]*>\s*<[^>]*>(?:<[^>]*>)?([^<]+)/g)].map(([, first]) => first).join(),
    );
    return printer.print(html, ...rest);
  });
  return { parts, printed };
}

const ALL = { sources: false, goOn: () => true };
const textsOf = async ({ parts }: PrintedParts) => (await Promise.all(parts.map(({ pdf }) => pdfTexts(pdf)))).flat();

test('a document in parts has the pages, numbers and words of the whole', async () => {
  const document = documentWith('长文。'.repeat(900));
  const whole = await printDocument(document, printer.print);
  const parts = await noting().parts.print({ ...ALL, document });
  expect(parts.complete).toBe(true);
  expect(parts.numbers).toEqual(whole.numbers);
  expect(parts.numbers.pages.e1).toBeGreaterThan(6);
  expect(await textsOf(parts)).toEqual(await pdfTexts(whole.pdf));
});

test('what is edited is printed again with what it moves, and nothing else', async () => {
  const { parts, printed } = noting();
  await parts.print({ ...ALL, document: documentWith('甲') });
  expect(printed).toEqual(['目录', '题w1', '题i1', '题f1,题f2', '题e1', '目录', '题i1']);
  printed.length = 0;
  await parts.print({ ...ALL, document: documentWith('甲') });
  expect(printed).toEqual([]);
  await parts.print({ ...ALL, document: documentWith('乙') });
  expect(printed).toEqual(['题w1']);
  printed.length = 0;
  // What was printed before is taken out again, as after an undo.
  await parts.print({ ...ALL, document: documentWith('甲') });
  expect(printed).toEqual([]);
  const moved = await parts.print({ ...ALL, document: documentWith('长文。'.repeat(300)) });
  expect(printed).toEqual(['题w1', '题f1,题f2', '题e1', '目录', '题i1']);
  expect((await textsOf(moved))[0]).toContain(`f2${moved.numbers.pages.f2}`);
});

test('a printing that nobody waits for stops, shows what there is, and goes on where it stopped', async () => {
  const { parts, printed } = noting();
  const document = documentWith('甲');
  const first = await parts.print({ ...ALL, document, goOn: (done) => done < 2 });
  expect([first.complete, first.parts.length]).toEqual([false, 2]);
  const rest = await parts.print({ ...ALL, document });
  expect([rest.complete, rest.parts.length, printed.length]).toEqual([true, 5, 7]);
  const stale = await parts.print({ ...ALL, document: documentWith('长文。'.repeat(300)), goOn: () => false });
  expect([stale.complete, stale.parts.length]).toEqual([false, 5]);
});
