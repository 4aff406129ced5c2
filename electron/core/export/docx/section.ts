/** Sections of a docx without what stands in them: page, header with watermark, footer with page number. */
import type { ISectionOptions } from 'docx';
import type { PrintDocument, Section } from '../../../../shared/document/model.ts';
import { type PageSize, pageSize } from '../../../../shared/document/page.ts';
import type { Library } from './library.ts';
import { twips } from './measures.ts';
import { NUMBER_DROP, NUMBER_INSET } from './styles.ts';

/** Size of the watermark in points; its letters fill it. */
const MARK = { width: 300, height: 130 } as const;

function header(library: Library, { header: text }: Section, watermark: string | null) {
  const mark =
    watermark === null
      ? []
      : [new library.TextWatermark({ text: watermark, font: '黑体', color: '#E4E4E4', opacity: 0.6, ...MARK })];
  return new library.Header({
    children: [
      new library.Paragraph({
        style: 'HeaderPara',
        children: [...mark, ...(text === null ? [] : [new library.TextRun(text)])],
      }),
    ],
  });
}

/** — 1 — on the right of odd pages and on the left of even ones. */
function footer(library: Library, side: 'right' | 'left') {
  return new library.Footer({
    children: [
      new library.Paragraph({
        style: side === 'right' ? 'NumberRight' : 'NumberLeft',
        indent: { [side]: NUMBER_INSET },
        children: [new library.TextRun({ children: ['— ', library.PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

const emptyFooter = (library: Library) => new library.Footer({ children: [new library.Paragraph('')] });

function pageOf({ width, height, margins }: PageSize, landscape: boolean, official: boolean) {
  const drop = official ? NUMBER_DROP : twips(4);
  return {
    // The library turns a landscape page round by itself.
    size: {
      width: twips(landscape ? height : width),
      height: twips(landscape ? width : height),
      orientation: landscape ? ('landscape' as const) : ('portrait' as const),
    },
    margin: {
      top: twips(margins.top),
      right: twips(margins.right),
      bottom: twips(margins.bottom),
      left: twips(margins.left),
      header: twips(margins.top * 0.5),
      // Measured from the paper's edge to the foot of the number, which is 18 pt high.
      footer: twips(margins.bottom) - drop - 360,
      gutter: 0,
    },
  };
}

const looksLike = (section: Section | undefined, other: Section) =>
  section !== undefined && section.header === other.header && section.pageNumbers === other.pageNumbers;

/** All sections of a document. One that names no header and footer goes on with those of the section before it. */
export function docxSections(document: PrintDocument, library: Library): readonly ISectionOptions[] {
  const first = document.sections.find((section) => section.pageNumbers);
  return document.sections.map((section, index) => {
    const head = () => header(library, section, document.watermark);
    const feet = section.pageNumbers
      ? { default: footer(library, 'right'), even: footer(library, 'left') }
      : { default: emptyFooter(library), even: emptyFooter(library) };
    return {
      ...(looksLike(document.sections[index - 1], section)
        ? {}
        : { headers: { default: head(), even: head() }, footers: feet }),
      properties: {
        type: 'nextPage',
        page: {
          ...pageOf(pageSize(section), section.orientation === 'landscape', section.margins === 'official'),
          ...(section === first ? { pageNumbers: { start: 1 } } : {}),
        },
      },
      children: [],
    };
  });
}
