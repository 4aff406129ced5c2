/** The body of a docx, section by section, as text. */
import type { PrintDocument, Section } from '../../../../shared/document/model.ts';
import { pageSize } from '../../../../shared/document/page.ts';
import { type DocxBlock, docxBlocks } from './blocks.ts';
import type { Places } from './text.ts';

/** The paragraph that ends a section after a table: as flat as can be, since a full page has no room for a line of text. */
const END: DocxBlock = {
  kind: 'paragraph',
  properties: '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>',
  content: '',
};

function blockXml(block: DocxBlock, added = ''): string {
  if (block.kind === 'table') return block.xml;
  const { properties, content } = block;
  return properties + added === ''
    ? `<w:p>${content}</w:p>`
    : `<w:p><w:pPr>${properties}${added}</w:pPr>${content}</w:p>`;
}

interface SectionPlace {
  readonly document: PrintDocument;
  readonly places: Places;
  /** Its `w:sectPr`: it stands in the section's last paragraph, or at the end of the body. */
  readonly ending: string;
  readonly isLast: boolean;
}

/** Text of one section. */
export function sectionXml(section: Section, { document, places, ending, isLast }: SectionPlace): string {
  const { inner } = pageSize(section);
  const blocks = section.blocks.flatMap((block) => docxBlocks(block, { document, places, inner }));
  const last = blocks.at(-1);
  // A body does not end with a table, and neither can a section.
  const own = last?.kind === 'paragraph' ? last : END;
  const before = blocks.filter((block) => block !== own).map((block) => blockXml(block));
  return before.join('') + (isLast ? blockXml(own) + ending : blockXml(own, ending));
}
