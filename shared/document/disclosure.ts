/** The whole disclosure: cover, contents, four parts, and the goal sheets behind the narrative. */
import { narrativeBlocks } from '../narrative/blocks.ts';
import { GLOSSARY } from '../narrative/glossary.ts';
import type { Narrative } from '../narrative/narrative.ts';
import type { TableModel } from '../tables/model.ts';
import { chineseOrdinal } from '../tables/numerals.ts';
import type { PrintedSheet } from './goals/printed-sheet.ts';
import { indexTable } from './goals/sheet-index.ts';
import { attachedSections, type PagedSheet } from './goals/sheet-pages.ts';
import type { Block, Cover, Heading, Paper, Paragraph, PrintDocument, PrintTable, Section } from './model.ts';
import { tableSection } from './table-section.ts';

export interface DisclosureInput {
  readonly unitName: string;
  readonly year: number;
  /** Lines of the user's own words; null = not written yet. */
  readonly duties: string | null;
  readonly organisation: string | null;
  readonly tables: readonly TableModel[];
  readonly narrative: Narrative;
  /** Follow the narrative, as `attachedSheets` makes them. */
  readonly attached: readonly Section[];
  readonly cover: Pick<Cover, 'signatures' | 'foot'>;
  readonly watermark: string | null;
  /** Of the tables that lie across. */
  readonly widePaper: Paper;
}

/** Assembles the document. */
export function disclosureDocument(input: DisclosureInput): PrintDocument {
  const { unitName, year, tables, attached } = input;
  const title = `${year}年度单位预算公开`;
  return {
    title: `${unitName}${title}`,
    watermark: input.watermark,
    sections: [
      plainPages('cover', false, [
        { kind: 'cover', above: unitName, title: `${year}年度\n单位预算公开`, ...input.cover },
      ]),
      plainPages('contents', false, [{ kind: 'contents', title: '目　录' }]),
      plainPages('part1', true, [part(1, '概况'), ...overview(input)]),
      ...tablePart(
        year,
        tables.map((table) => onPaper(table, input.widePaper)),
      ),
      plainPages('part3', true, [part(3, `${year}年度单位预算情况说明`), ...narrativeBlocks(input.narrative)]),
      ...attached,
      plainPages('part4', true, [part(4, '名词解释'), ...glossary()]),
    ],
  };
}

function plainPages(id: string, pageNumbers: boolean, blocks: readonly Block[]): Section {
  return { id, paper: 'A4', orientation: 'portrait', margins: 'official', header: null, pageNumbers, blocks };
}

function part(number: number, name: string): Heading {
  const text = `第${chineseOrdinal(number)}部分　${name}`;
  return { kind: 'heading', level: 1, text, anchor: `part${number}`, contents: text, style: 'text' };
}

function heading(text: string, anchor: string): Heading {
  return { kind: 'heading', level: 2, text, anchor, contents: text, style: 'text' };
}

function body(text: string): Paragraph {
  return { kind: 'paragraph', style: 'body', runs: [{ text }] };
}

const linesOf = (text: string | null) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function overview({ duties, organisation }: DisclosureInput): readonly Block[] {
  return [
    heading('一、本单位职责', 'duties'),
    ...linesOf(duties).map(body),
    heading('二、机构设置情况', 'organisation'),
    ...linesOf(organisation).map(body),
  ];
}

function onPaper(table: TableModel, widePaper: Paper): TableModel {
  const { page } = table;
  return page.orientation === 'portrait' ? table : { ...table, page: { ...page, paper: widePaper } };
}

/** The part's heading stands over the first table. */
function tablePart(year: number, tables: readonly TableModel[]): readonly Section[] {
  return tables
    .map(tableSection)
    .map((section, index) =>
      index === 0 ? { ...section, blocks: [part(2, `${year}年单位预算报表`), ...section.blocks] } : section,
    );
}

function glossary(): readonly Block[] {
  return GLOSSARY.map(({ term, meaning }, index) => ({
    kind: 'paragraph',
    style: 'body',
    runs: [{ text: `${chineseOrdinal(index + 1)}、${term}：`, bold: true }, { text: meaning }],
  }));
}

/** An index of goal sheets, then each on its own pages; nothing where there is none. */
export function attachedSheets(
  sheets: readonly PrintedSheet[],
  divided: (sheet: PrintedSheet) => PagedSheet,
): readonly Section[] {
  return [...attachedIndex(sheets), ...attachedSections(sheets.map(divided))];
}

/** The index alone: dividing the sheets into pages takes most of the time. */
export function attachedIndex(sheets: readonly PrintedSheet[]): readonly Section[] {
  if (sheets.length === 0) return [];
  const title: Heading = {
    kind: 'heading',
    level: 2,
    text: '绩效目标表目录',
    anchor: 'goal_sheets',
    contents: `附件　绩效目标表（${sheets.length}张）`,
    style: 'table',
  };
  const blocks: readonly Block[] = [title, { kind: 'table', table: sheetsIndex(sheets) }];
  return [{ ...plainPages('goal_sheets', true, blocks), margins: 'table' }];
}

/** The index of goal sheets, with pages of this document. */
function sheetsIndex(sheets: readonly PrintedSheet[]): PrintTable {
  const table = indexTable(
    sheets.map((sheet) => ({ sheet, pages: 0 })),
    1,
  );
  const rows = table.rows.map((row, at) => {
    const sheet = sheets[at];
    if (sheet === undefined) return row;
    return {
      keepTogether: true,
      cells: [
        ...row.cells.slice(0, -1),
        { text: '', style: 'text' as const, align: 'center' as const, pageOf: sheet.anchor },
      ],
    };
  });
  return { ...table, rows };
}
