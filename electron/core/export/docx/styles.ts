/** The look of a docx as named styles, so that whoever edits it later changes one place. */
import type { IParagraphStyleOptions, IPropertiesOptions } from 'docx';
import { type FontRole, fontNames } from '../../../../shared/document/fonts.ts';
import { TEXT_LINE, TEXT_SIZE } from '../../../../shared/document/page.ts';
import { halfPoints, pointTwips, twips } from './measures.ts';

/** Each kind of character from its own typeface. */
export function fontOf(role: Exclude<FontRole, 'latin'>) {
  const { chinese, latin } = fontNames(role);
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: chinese };
}

interface Look {
  readonly id: string;
  readonly name: string;
  readonly role: Exclude<FontRole, 'latin'>;
  readonly size: number;
  readonly line: number;
  readonly align?: 'both' | 'center' | 'right' | 'left';
  /** First line indented by two characters. */
  readonly indented?: true;
  readonly before?: number;
  readonly after?: number;
  /** Level in the outline, from 0. */
  readonly outline?: number;
}

const TEXT = { size: TEXT_SIZE, line: TEXT_LINE } as const;
const SMALL = { size: 10.5, line: 17, role: 'song' } as const;
/** Large titles: GB/T 9704 2号 小标宋. */
const TITLE = { size: 22, line: 34, role: 'title', align: 'center', after: TEXT_LINE / 2 } as const;
const OVER_FORM = { role: 'title', size: 18, line: 26, align: 'center', after: 5.5 } as const;

const LOOKS: readonly Look[] = [
  { id: 'BodyPara', name: '正文段落', role: 'fang', ...TEXT, align: 'both', indented: true },
  { id: 'PlainPara', name: '正文（不缩进）', role: 'fang', ...TEXT },
  { id: 'CenterPara', name: '正文（居中）', role: 'fang', ...TEXT, align: 'center' },
  { id: 'RightPara', name: '正文（居右）', role: 'fang', ...TEXT, align: 'right' },
  { id: 'NotePara', name: '表注', ...SMALL, before: 4 },
  { id: 'FormPara', name: '表号', ...SMALL },
  { id: 'TitlePara', name: '大标题', ...TITLE },
  { id: 'PartHeading', name: '部分标题', ...TITLE, outline: 0 },
  { id: 'SectionHeading', name: '一级标题', role: 'hei', ...TEXT, indented: true, outline: 1 },
  { id: 'SubHeading', name: '二级标题', role: 'kai', ...TEXT, indented: true, outline: 2 },
  { id: 'TableHeading', name: '表题', role: 'title', size: 16, line: 24, align: 'center', after: 6, outline: 1 },
  { id: 'FormTitle', name: '表单标题', ...OVER_FORM },
  { id: 'FormHeading', name: '表单标题（列入目录）', ...OVER_FORM, outline: 1 },
  { id: 'CoverAbove', name: '封面单位', role: 'title', size: 22, line: 34, align: 'center' },
  { id: 'CoverTitle', name: '封面标题', role: 'title', size: 36, line: 52, align: 'center' },
  { id: 'CoverFoot', name: '封面日期', role: 'kai', ...TEXT, align: 'center' },
  { id: 'ContentsPart', name: '目录一级', role: 'hei', size: 14, line: 25 },
  { id: 'ContentsEntry', name: '目录二级', role: 'fang', size: 14, line: 25 },
  { id: 'HeaderPara', name: '页眉文字', role: 'song', size: 9, line: 12, align: 'center' },
  { id: 'NumberRight', name: '页码（单）', role: 'song', size: 14, line: 18, align: 'right' },
  { id: 'NumberLeft', name: '页码（双）', role: 'song', size: 14, line: 18, align: 'left' },
];

function paragraphStyle({
  id,
  name,
  role,
  size,
  line,
  align,
  indented,
  before,
  after,
  outline,
}: Look): IParagraphStyleOptions {
  return {
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: fontOf(role), size: halfPoints(size) },
    paragraph: {
      spacing: {
        line: pointTwips(line),
        lineRule: 'exact',
        before: pointTwips(before ?? 0),
        after: pointTwips(after ?? 0),
      },
      ...(align === undefined ? {} : { alignment: align }),
      // Both: programs that count in characters follow the type size, the others have the length.
      ...(indented ? { indent: { firstLine: pointTwips(2 * size), firstLineChars: 200 } } : {}),
      ...(outline === undefined ? {} : { outlineLevel: outline, keepNext: true, keepLines: true }),
    },
  };
}

export const STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: fontOf('fang'), size: halfPoints(TEXT_SIZE), language: { value: 'en-US', eastAsia: 'zh-CN' } },
    },
  },
  paragraphStyles: LOOKS.map(paragraphStyle),
};

/** Inset of a page number from the text's edge: one character. */
export const NUMBER_INSET = pointTwips(14);
/** Distance of page numbers below the text, by GB/T 9704. */
export const NUMBER_DROP = twips(7);
