/** Blocks of a document as paragraphs and tables of a docx. */
import {
  type Block,
  type Cover,
  contentsOf,
  type Heading,
  type Paragraph,
  type ParagraphStyle,
  type PrintDocument,
} from '../../../../shared/document/model.ts';
import { pointTwips, twips } from './measures.ts';
import { docxTable } from './table.ts';
import { bookmark, link, type Places, pageOf, run } from './text.ts';
import { element } from './xml.ts';

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
  readonly document: PrintDocument;
  readonly places: Places;
  /** Room between the margins, in mm. */
  readonly inner: { readonly width: number; readonly height: number };
}

/** A paragraph or table; the properties of a paragraph end with what a section's end adds to them. */
export type DocxBlock =
  | { readonly kind: 'paragraph'; readonly properties: string; readonly content: string }
  | { readonly kind: 'table'; readonly xml: string };

/** @param properties of the paragraph after its style, in the order of the schema */
function styled(style: string, content: string, ...properties: readonly string[]): DocxBlock {
  return { kind: 'paragraph', properties: element('pStyle', { val: style }) + properties.join(''), content };
}

export function docxBlocks(block: Block, context: BlockContext): readonly DocxBlock[] {
  switch (block.kind) {
    case 'cover':
      return cover(block, context);
    case 'contents':
      return contents(block.title, context);
    case 'title': {
      const breaks = block.newPage ? '<w:pageBreakBefore/>' : '';
      return [styled(block.style === 'form' ? 'FormTitle' : 'TitlePara', run(block.text), breaks)];
    }
    case 'heading':
      return [heading(block, context)];
    case 'paragraph':
      return [paragraph(block)];
    case 'table':
      return [{ kind: 'table', xml: docxTable(block.table, twips(context.inner.width), context.places) }];
    case 'pageBreak':
      return [{ kind: 'paragraph', properties: '', content: '<w:r><w:br w:type="page"/></w:r>' }];
    default:
      return block satisfies never;
  }
}

function heading({ level, text, anchor, style }: Heading, { places }: BlockContext): DocxBlock {
  const name = style === 'text' ? (HEADING_STYLE[level - 1] ?? 'SubHeading') : OVER[style];
  return styled(name, bookmark(anchor, run(text), places));
}

function paragraph({ style, runs }: Paragraph): DocxBlock {
  const content = runs.map(({ text, bold }) => run(text, bold ? '<w:rPr><w:b/><w:bCs/></w:rPr>' : ''));
  return styled(STYLE[style], content.join(''));
}

/** Space before each part of the cover, so that it stands as on the printed page: a docx cannot push to the bottom. */
function cover({ above, title, signatures, foot }: Cover, { inner }: BlockContext): readonly DocxBlock[] {
  const room = (points: number) => element('spacing', { before: pointTwips(points) });
  const line = (style: string, text: string, before: number) => styled(style, run(text), room(before));
  const height = (inner.height / 25.4) * 72;
  const top = 96;
  const gap = 40;
  const titleLines = title.split('\n').length;
  // A long name wraps: 20 characters of 22 pt fill the line.
  const aboveLines = Math.ceil([...above].length / 20);
  const used = top + aboveLines * 34 + gap + titleLines * 52 + signatures.length * 29 + 29;
  const middle = Math.max(gap, height - used - gap);
  const signed = signatures.map(({ label, text }, index) =>
    styled(
      'PlainPara',
      run(`${label}：`) + run(text === '' ? '\t' : ` ${text} `, '<w:rPr><w:u w:val="single"/></w:rPr>'),
      element('tabs', {}, element('tab', { val: 'left', pos: twips(130) })),
      room(index === 0 ? middle : 0),
      element('ind', { left: twips(30) }),
    ),
  );
  return [
    line('CoverAbove', above, top),
    line('CoverTitle', title, gap),
    ...signed,
    line('CoverFoot', foot ?? '', signatures.length === 0 ? middle : gap / 2),
  ];
}

function contents(title: string, { document, places, inner }: BlockContext): readonly DocxBlock[] {
  const entries = contentsOf(document).map(({ level, anchor, contents: text }) =>
    styled(
      level === 1 ? 'ContentsPart' : 'ContentsEntry',
      link(anchor, run(`${text}\t`) + pageOf(anchor, places)),
      element('tabs', {}, element('tab', { val: 'right', leader: 'dot', pos: twips(inner.width) })),
      element('ind', { left: pointTwips(14 * (level - 1)) }),
    ),
  );
  return [styled('TitlePara', run(title)), ...entries];
}
