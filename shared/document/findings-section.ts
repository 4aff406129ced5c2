/** A list of findings as pages to print: A4 across, heads on every page, reasons of waived findings below. */
import type { FindingsList, ListedFinding, ListedWaiver } from '../checks/findings-list.ts';
import type { Block, PrintCell, PrintDocument, PrintRow } from './model.ts';

const FONT_SIZE = 9;
const ROW_HEIGHT = 6;
/** Characters beyond which a row may be divided between pages. */
const LONG_ROW = 900;
/** Rows of each list that are printed: a browser needs memory for all of them at once. */
const MOST_PRINTED = 2_000;

const OPEN = { widths: [10, 12, 30, 34, 106, 58], heads: ['序号', '程度', '所在', '项目', '问题', '依据'] };
const WAIVED = {
  widths: [10, 12, 30, 30, 74, 60, 18, 20],
  heads: ['序号', '程度', '所在', '项目', '问题', '不改的理由', '说明人', '日期'],
};

export function findingsDocument({ title, sum, open, waived }: FindingsList): PrintDocument {
  const blocks: readonly Block[] = [
    { kind: 'title', style: 'form', text: title },
    { kind: 'paragraph', style: 'note', runs: [{ text: sum }] },
    ...(open.length === 0 ? [] : listBlocks(OPEN, open.map(openTexts))),
    ...(waived.length === 0
      ? []
      : [
          { kind: 'title' as const, style: 'form' as const, text: '已说明理由、不再改正的结果', newPage: true },
          ...listBlocks(WAIVED, waived.map(waivedTexts)),
        ]),
  ];
  return {
    title,
    watermark: null,
    sections: [
      {
        id: 'findings',
        paper: 'A4',
        orientation: 'landscape',
        margins: 'form',
        header: null,
        pageNumbers: true,
        blocks,
      },
    ],
  };
}

const openTexts = ({ severity, place, project, message, basis }: ListedFinding) => [
  severity,
  place,
  project,
  message,
  basis,
];
const waivedTexts = ({ severity, place, project, message, reason, madeBy, madeOn }: ListedWaiver) => [
  severity,
  place,
  project,
  message,
  reason,
  madeBy,
  madeOn,
];

function listBlocks({ widths, heads }: typeof OPEN, rows: readonly (readonly string[])[]): readonly Block[] {
  const left = rows.length - MOST_PRINTED;
  return [
    {
      kind: 'table',
      table: {
        columns: widths,
        headRows: [{ cells: heads.map((text): PrintCell => ({ text, style: 'head' })) }],
        rows: rows.slice(0, MOST_PRINTED).map(printRow),
        fontSize: FONT_SIZE,
        rowHeight: ROW_HEIGHT,
      },
    },
    ...(left > 0
      ? [
          {
            kind: 'paragraph' as const,
            style: 'note' as const,
            runs: [{ text: `其余 ${left} 条没有印出，请导出 Excel 查看。` }],
          },
        ]
      : []),
  ];
}

function printRow(texts: readonly string[], at: number): PrintRow {
  const cells: readonly PrintCell[] = [
    { text: String(at + 1), style: 'label' },
    ...texts.map((text, index): PrintCell => ({ text, style: index === 0 ? 'label' : 'text' })),
  ];
  return texts.join('').length < LONG_ROW ? { cells, keepTogether: true } : { cells };
}
