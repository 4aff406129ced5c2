/** Blocks of a document as paragraphs and tables of a docx. */
import type { Paragraph as DocxParagraph, FileChild } from 'docx';
import {
  type Block,
  type Cover,
  contentsOf,
  type Heading,
  type Paragraph,
  type ParagraphStyle,
  type PrintDocument,
} from '../../../../shared/document/model.ts';
import type { Library } from './library.ts';
import { pointTwips, twips } from './measures.ts';
import { docxTable } from './table.ts';

const STYLE: Readonly<Record<ParagraphStyle, string>> = {
  body: 'BodyPara',
  plain: 'PlainPara',
  center: 'CenterPara',
  right: 'RightPara',
  note: 'NotePara',
  form: 'FormPara',
};
const OVER = { table: 'TableHeading', form: 'FormHeading' } as const;
const HEADING_STYLE = ['PartHeading', 'SectionHeading', 'SubHeading'] as const;

export interface BlockContext {
  readonly library: Library;
  readonly document: PrintDocument;
  /** Room between the margins, in mm. */
  readonly inner: { readonly width: number; readonly height: number };
}

/** Text as runs; a line feed is a line break. */
function runs({ TextRun }: Library, text: string, bold = false) {
  return text.split('\n').map((line, index) => new TextRun({ text: line, bold, ...(index > 0 ? { break: 1 } : {}) }));
}

export function docxBlock(block: Block, context: BlockContext): readonly FileChild[] {
  const { library, inner } = context;
  switch (block.kind) {
    case 'cover':
      return cover(block, context);
    case 'contents':
      return contents(block.title, context);
    case 'title':
      return [
        new library.Paragraph({
          style: block.style === 'form' ? 'FormTitle' : 'TitlePara',
          pageBreakBefore: block.newPage === true,
          children: runs(library, block.text),
        }),
      ];
    case 'heading':
      return [heading(block, library)];
    case 'paragraph':
      return [paragraph(block, library)];
    case 'table':
      return [docxTable(library, block.table, twips(inner.width))];
    case 'pageBreak':
      return [new library.Paragraph({ children: [new library.PageBreak()] })];
    default:
      return block satisfies never;
  }
}

function heading({ level, text, anchor, style }: Heading, library: Library): DocxParagraph {
  return new library.Paragraph({
    style: style === 'text' ? (HEADING_STYLE[level - 1] ?? 'SubHeading') : OVER[style],
    children: [new library.Bookmark({ id: anchor, children: runs(library, text) })],
  });
}

function paragraph({ style, runs: parts }: Paragraph, library: Library): DocxParagraph {
  return new library.Paragraph({
    style: STYLE[style],
    children: parts.flatMap(({ text, bold }) => runs(library, text, bold)),
  });
}

/** Space before each part of the cover, so that it stands as on the printed page: a docx cannot push to the bottom. */
function cover({ above, title, signatures, foot }: Cover, { library, inner }: BlockContext): readonly FileChild[] {
  const line = (style: string, text: string, before: number) =>
    new library.Paragraph({ style, spacing: { before: pointTwips(before) }, children: runs(library, text) });
  const height = (inner.height / 25.4) * 72;
  const top = 96;
  const gap = 40;
  const titleLines = title.split('\n').length;
  // A long name wraps: 20 characters of 22 pt fill the line.
  const aboveLines = Math.ceil([...above].length / 20);
  const used = top + aboveLines * 34 + gap + titleLines * 52 + signatures.length * 29 + 29;
  const middle = Math.max(gap, height - used - gap);
  const signed = signatures.map(
    ({ label, text }, index) =>
      new library.Paragraph({
        style: 'PlainPara',
        indent: { left: twips(30) },
        spacing: { before: pointTwips(index === 0 ? middle : 0) },
        tabStops: [{ type: 'left', position: twips(130) }],
        children: [
          ...runs(library, `${label}：`),
          new library.TextRun({ text: text === '' ? '\t' : ` ${text} `, underline: {} }),
        ],
      }),
  );
  return [
    line('CoverAbove', above, top),
    line('CoverTitle', title, gap),
    ...signed,
    line('CoverFoot', foot ?? '', signatures.length === 0 ? middle : gap / 2),
  ];
}

function contents(title: string, { library, document, inner }: BlockContext): readonly FileChild[] {
  const entries = contentsOf(document).map(
    ({ level, anchor, contents: text }) =>
      new library.Paragraph({
        style: level === 1 ? 'ContentsPart' : 'ContentsEntry',
        indent: { left: pointTwips(14 * (level - 1)) },
        tabStops: [{ type: 'right', position: twips(inner.width), leader: 'dot' }],
        children: [
          new library.InternalHyperlink({
            anchor,
            children: [new library.TextRun(`${text}\t`), new library.PageReference(anchor)],
          }),
        ],
      }),
  );
  return [new library.Paragraph({ style: 'TitlePara', children: runs(library, title) }), ...entries];
}
