/** The findings about a budget as a workbook or a PDF. */
import type { FindingsList, ListedFinding } from '../../../shared/checks/findings-list.ts';
import type { ListFormat } from '../../../shared/checks/list-formats.ts';
import { findingsDocument } from '../../../shared/document/findings-section.ts';
import type { Port } from '../port.ts';
import { addList, type ListColumn } from './findings-sheet.ts';
import { printDocument } from './pdf/print-document.ts';
import { loadWorkbookWriter } from './workbook.ts';

export interface FindingsFile {
  readonly list: FindingsList;
  readonly format: ListFormat;
  readonly now: Date;
  readonly print: Port['printPdf'];
  readonly signal: AbortSignal;
}

const FIRST_COLUMNS: readonly ListColumn[] = [
  { head: '序号', width: 6, align: 'center' },
  { head: '程度', width: 7, align: 'center' },
  { head: '所在', width: 18, align: 'left' },
  { head: '项目', width: 22, align: 'left' },
];
const OPEN_COLUMNS: readonly ListColumn[] = [
  ...FIRST_COLUMNS,
  { head: '问题', width: 62, align: 'left' },
  { head: '依据', width: 34, align: 'left' },
];
const WAIVED_COLUMNS: readonly ListColumn[] = [
  ...FIRST_COLUMNS,
  { head: '问题', width: 48, align: 'left' },
  { head: '不改的理由', width: 36, align: 'left' },
  { head: '说明人', width: 10, align: 'center' },
  { head: '日期', width: 11, align: 'center' },
];

/** @throws FailureError NO_BROWSER for a PDF where nothing prints. */
export async function renderFindingsFile({ list, format, now, print, signal }: FindingsFile): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return (await printDocument(findingsDocument(list), print, { signal })).pdf;
    case 'xlsx':
      return findingsWorkbook(list, now);
    default:
      return format satisfies never;
  }
}

async function findingsWorkbook({ title, sum, open, waived }: FindingsList, now: Date): Promise<Uint8Array> {
  const { Workbook } = await loadWorkbookWriter();
  const workbook = new Workbook();
  workbook.created = now;
  workbook.modified = now;
  addList(
    workbook.addWorksheet('审核结果'),
    title,
    [sum],
    OPEN_COLUMNS,
    open.map((finding, at) => [...firstTexts(finding, at), finding.message, finding.basis]),
  );
  if (waived.length > 0) {
    addList(
      workbook.addWorksheet('不改的理由'),
      `${title}：已说明理由、不再改正的结果`,
      [sum],
      WAIVED_COLUMNS,
      waived.map((one, at) => [...firstTexts(one, at), one.message, one.reason, one.madeBy, one.madeOn]),
    );
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function firstTexts({ severity, place, project }: ListedFinding, at: number): readonly string[] {
  return [String(at + 1), severity, place, project];
}
