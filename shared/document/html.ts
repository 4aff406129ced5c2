/** A document as HTML for print: one text without scripts or links outside. Chromium makes the pages. */
import { ELSEWHERE, SOURCE } from './addresses.ts';
import { type PageKind, styleSheet } from './css.ts';
import { escapeHtml } from './escape-html.ts';
import {
  alignmentOf,
  type Block,
  type Cover,
  contentsOf,
  type Heading,
  outlineOf,
  type Paragraph,
  type PrintCell,
  type PrintDocument,
  type PrintRow,
  type PrintTable,
  type Section,
} from './model.ts';

/** Page numbers, known only after a first printing. */
export interface PageNumbers {
  /** By anchor of the heading. */
  readonly pages: Readonly<Record<string, number>>;
  /** How many pages stand before page 1. */
  readonly front: number;
}

/** Names the place where page 1 begins, so that a reader of the PDF finds it. */
export const FIRST_PAGE = 'page-1';

/** Takes the room of a page number in a first printing, and where none is ever known. */
const UNKNOWN_PAGE = '<span class="unknown">00</span>';

function pageText(anchor: string, numbers: PageNumbers | null): string {
  return String(numbers?.pages[anchor] ?? UNKNOWN_PAGE);
}

const lines = (text: string) => escapeHtml(text).replaceAll('\n', '<br>');

function cover({ above, title, signatures, foot }: Cover): string {
  const signed = signatures.map(
    ({ label, text }) => `<p>${escapeHtml(label)}：<span>${escapeHtml(text)}&#8203;</span></p>`,
  );
  return (
    `<div class="cover"><p class="above">${lines(above)}</p><p class="name">${lines(title)}</p>` +
    `<div class="signatures">${signed.join('')}</div><p class="foot">${escapeHtml(foot ?? '')}</p></div>`
  );
}

function contents(title: string, { document, numbers, hrefOf }: Rendering): string {
  const entries = contentsOf(document).map(({ level, anchor, contents: text }) => {
    const page = pageText(anchor, numbers);
    return `<a class="toc toc${level}" href="${hrefOf(anchor)}"><span>${escapeHtml(text)}</span><i></i><b>${page}</b></a>`;
  });
  const first = hrefOf(FIRST_PAGE);
  return `<p class="title"><a class="mark" href="${first}">${escapeHtml(title)}</a></p>${entries.join('\n')}`;
}

function heading({ level, text, anchor, style }: Heading): string {
  const over = style === 'text' ? '' : ` class="over-${style}"`;
  return `<h${level} id="${anchor}"${over}>${lines(text)}</h${level}>`;
}

function paragraph({ style, runs, source }: Paragraph, sources: boolean): string {
  const texts = runs.map(({ text, bold }) => (bold ? `<b>${lines(text)}</b>` : lines(text))).join('');
  const linked =
    sources && source !== undefined ? `<a class="mark" href="${SOURCE}${escapeHtml(source)}">${texts}</a>` : texts;
  return `<p class="${style}">${linked}</p>`;
}

function cellHtml(cell: PrintCell, rendering: Rendering): string {
  const classes = [cell.style, alignmentOf(cell)[0], ...(cell.bold ? ['b'] : [])].join(' ');
  const spans =
    (cell.colSpan === undefined || cell.colSpan === 1 ? '' : ` colspan="${cell.colSpan}"`) +
    (cell.rowSpan === undefined || cell.rowSpan === 1 ? '' : ` rowspan="${cell.rowSpan}"`);
  const indent = cell.indent ? ` style="padding-left:calc(1.2mm + ${cell.indent}em)"` : '';
  return `<td class="${classes}"${spans}${indent}>${cellText(cell, rendering)}</td>`;
}

function cellText({ text, anchor, link, pageOf }: PrintCell, { numbers, hrefOf }: Rendering): string {
  if (pageOf !== undefined) return `<a class="mark" href="${hrefOf(pageOf)}">${pageText(pageOf, numbers)}</a>`;
  const escaped = escapeHtml(text);
  if (anchor !== undefined) return `<h3 class="in-cell" id="${anchor}">${escaped}</h3>`;
  return link === undefined ? escaped : `<a class="mark" href="${hrefOf(link)}">${escaped}</a>`;
}

function rowHtml({ cells, keepTogether, height }: PrintRow, rendering: Rendering): string {
  const own = height === undefined ? '' : ` style="height:${Math.round(height * 100) / 100}mm"`;
  return `<tr${keepTogether ? ' class="whole"' : ''}${own}>${cells.map((cell) => cellHtml(cell, rendering)).join('')}</tr>`;
}

function tableHtml({ columns, headRows, rows, fontSize, rowHeight }: PrintTable, rendering: Rendering): string {
  const drawn = (row: PrintRow) => rowHtml(row, rendering);
  const total = columns.reduce((sum, width) => sum + width, 0);
  const widths = columns.map((width) => `<col style="width:${Math.round((width / total) * 1e5) / 1e3}%">`);
  return (
    `<table style="font-size:${fontSize}pt;--h:${rowHeight}mm"><colgroup>${widths.join('')}</colgroup>` +
    `<thead>${headRows.map(drawn).join('')}</thead><tbody>${rows.map(drawn).join('\n')}</tbody></table>`
  );
}

interface Rendering {
  readonly document: PrintDocument;
  readonly numbers: PageNumbers | null;
  readonly sources: boolean;
  /** The address of a place. */
  readonly hrefOf: (anchor: string) => string;
}

function blockHtml(block: Block, rendering: Rendering): string {
  switch (block.kind) {
    case 'cover':
      return cover(block);
    case 'contents':
      return contents(block.title, rendering);
    case 'title':
      return `<p class="${block.style === 'form' ? 'over-form' : 'title'}${block.newPage ? ' break' : ''}">${lines(block.text)}</p>`;
    case 'heading':
      return heading(block);
    case 'paragraph':
      return paragraph(block, rendering.sources);
    case 'table':
      return tableHtml(block.table, rendering);
    case 'pageBreak':
      return '<div class="break"></div>';
    default:
      return block satisfies never;
  }
}

const kindOf = ({ paper, orientation, margins, header, pageNumbers }: Section): PageKind => ({
  paper,
  orientation,
  margins,
  header,
  pageNumbers,
});

export interface HtmlOptions {
  /** From an earlier printing; null prints placeholders in the table of contents. */
  readonly numbers?: PageNumbers | null;
  /** Makes a link of each paragraph that has a source, `source:` with its name, for a preview that leads there. */
  readonly sources?: boolean;
  /** Prints only a part of the document; the others are printed separately. */
  readonly part?: PartOfDocument;
}

export interface PartOfDocument {
  readonly sections: readonly Section[];
  /** Numbered pages before it. */
  readonly before: number;
}

/** Renders a document, or a part of it. */
export function renderHtml(
  document: PrintDocument,
  { numbers = null, sources = false, part }: HtmlOptions = {},
): string {
  const kinds: PageKind[] = [];
  const indexes = new Map<string, number>();
  const first = document.sections.find((section) => section.pageNumbers);
  const printed = part?.sections ?? document.sections;
  const own = placesIn(printed, first);
  const here = new Set(own);
  const hrefOf = (anchor: string) => (here.has(anchor) ? '#' : ELSEWHERE) + anchor;
  const rendering = { document, numbers, sources, hrefOf };
  const sections = printed.map((section) => {
    const kind = kindOf(section);
    const key = JSON.stringify(kind);
    const index = indexes.get(key) ?? kinds.push(kind) - 1;
    indexes.set(key, index);
    const id = section === first ? ` id="${FIRST_PAGE}"` : '';
    const blocks = section.blocks.map((block) => blockHtml(block, rendering));
    return `<section class="p${index}"${id}>\n${blocks.join('\n')}\n</section>`;
  });
  const before = part === undefined ? { front: numbers?.front ?? 0, before: 0 } : { front: 0, before: part.before };
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline';img-src data:">`,
    `<title>${escapeHtml(document.title)}</title><style>${styleSheet(kinds, before, document.watermark)}</style></head><body>`,
    ...sections,
    // A browser notes the page of a place only where something leads to it.
    ...own.map((anchor) => `<a href="#${anchor}" hidden></a>`),
    '</body></html>',
  ].join('\n');
}

/** All places that something may lead to. */
function placesIn(sections: readonly Section[], first: Section | undefined): readonly string[] {
  const anchors = outlineOf(sections).map(({ anchor }) => anchor);
  return first !== undefined && sections.includes(first) ? [FIRST_PAGE, ...anchors] : anchors;
}
