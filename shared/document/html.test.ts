import { expect, test } from 'vitest';
import { renderHtml } from './html.ts';
import type { Block, PrintDocument, Section } from './model.ts';

const section = (blocks: readonly Block[], rest: Partial<Section> = {}): Section => ({
  id: `s${blocks.length}`,
  paper: 'A4',
  orientation: 'portrait',
  margins: 'official',
  header: null,
  pageNumbers: true,
  blocks,
  ...rest,
});
const whole = (sections: readonly Section[], watermark: string | null = null): PrintDocument => ({
  title: '公开',
  watermark,
  sections,
});

test('whatever a text holds, it stays text', () => {
  const nasty = '<b onclick="x">&amp;\u0000\ud800</b>\n第二行';
  const row = { cells: [{ text: nasty, style: 'text' as const }] };
  const html = renderHtml(
    whole([
      section([
        { kind: 'paragraph', style: 'body', runs: [{ text: nasty }] },
        { kind: 'table', table: { columns: [1], headRows: [row], rows: [row], fontSize: 9, rowHeight: 6 } },
      ]),
    ]),
  );
  expect(html.match(/&lt;b onclick=&quot;x&quot;&gt;&amp;amp;&lt;\/b&gt;/g)).toHaveLength(3);
  expect(html).toContain('&lt;/b&gt;<br>第二行');
  expect(html).not.toContain('\u0000');
  expect(html).not.toMatch(/<script|https?:/);
});

test('sections of one kind share a named page, of another kind they have their own', () => {
  const html = renderHtml(
    whole([section([]), section([]), section([], { orientation: 'landscape' }), section([], { paper: 'A3' })]),
  );
  expect([...html.matchAll(/<section class="(p\d)"/g)].map((match) => match[1])).toEqual(['p0', 'p0', 'p1', 'p2']);
  expect([...html.matchAll(/@page (p\d)\{size:([^;]+);/g)].map((match) => match.slice(1, 3))).toEqual([
    ['p0', '210mm 297mm'],
    ['p1', '297mm 210mm'],
    ['p2', '297mm 420mm'],
  ]);
});

test('the contents list every heading that asks for it, with its page once it is known', () => {
  const heading = { kind: 'heading', level: 2, style: 'text' } as const;
  const document = whole([
    section([{ kind: 'contents', title: '目录' }], { pageNumbers: false }),
    section([
      { ...heading, text: '一、职责', anchor: 'a1', contents: '一、职责' },
      { ...heading, text: '不列', anchor: 'a2', contents: null },
    ]),
  ]);
  const entries = (html: string) =>
    [...html.matchAll(/href="#(a\d)"><span>([^<]+)<\/span><i><\/i><b>(.*?)<\/b>/g)].map((match) => match.slice(1, 4));
  expect(entries(renderHtml(document))).toEqual([['a1', '一、职责', '<span class="unknown">00</span>']]);
  expect(entries(renderHtml(document, { numbers: { pages: { a1: 7 }, front: 1 } }))).toEqual([['a1', '一、职责', '7']]);
});

test('odd page numbers stand on the right, also when an odd number of pages goes before them', () => {
  const document = whole([section([])]);
  const numbers = (front: number) =>
    /@page p0:right\{@bottom-(left|right)/.exec(renderHtml(document, { numbers: { pages: {}, front } }))?.[1];
  expect([numbers(0), numbers(1), numbers(2)]).toEqual(['right', 'left', 'right']);
});

test('a page without number is not counted', () => {
  expect(renderHtml(whole([section([], { pageNumbers: false })]))).toContain('counter-increment:page 0');
  expect(renderHtml(whole([section([])]))).not.toContain('counter-increment:page 0');
});

test('a watermark lies across the middle of each kind of page', () => {
  const html = renderHtml(whole([section([]), section([], { orientation: 'landscape' })], '草稿'));
  const pictures = [...html.matchAll(/url\('data:image\/svg\+xml,([^']+)'\)/g)].map(([, text = '']) =>
    decodeURIComponent(text),
  );
  const middles = pictures.map((picture) => /<text x="([\d.]+)" y="([\d.]+)"[^>]*>草稿</.exec(picture) ?? []);
  expect(middles.map(([, x, y]) => [x, y])).toEqual([
    ['105', '148.5'],
    ['148.5', '105'],
  ]);
  expect(renderHtml(whole([section([])]))).not.toContain('top-left-corner');
});
