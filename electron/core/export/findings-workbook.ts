/** The findings about a foreign workbook as a workbook: one row each, with sheet and cell; and how its tables were read. */
import type { Worksheet } from 'exceljs';
import type { AuditFinding } from '../../../shared/foreign/audit-types.ts';
import { cellName } from '../../../shared/foreign/sheet.ts';
import type { ForeignState } from '../../../shared/foreign/state-types.ts';
import { lineCount } from '../../../shared/tables/text-width.ts';
import { heightOf } from './sheet-layout.ts';
import { keyStyle, STYLES } from './sheet-styles.ts';
import { FOOTER, literal, MARGINS, put } from './table-sheet.ts';
import { loadWorkbookWriter } from './workbook.ts';

const SEVERITIES = { error: '错误', warning: '警告', advice: '建议' } as const;
const CONFIDENCE = { sure: '确定', likely: '较确定', guess: '推测', user: '人工指定' } as const;

interface Column {
  readonly head: string;
  /** In characters of the standard font. */
  readonly width: number;
  readonly align: 'left' | 'center';
}

const FINDING_COLUMNS: readonly Column[] = [
  { head: '序号', width: 6, align: 'center' },
  { head: '程度', width: 8, align: 'center' },
  { head: '表号', width: 7, align: 'center' },
  { head: '工作表', width: 20, align: 'left' },
  { head: '单元格', width: 9, align: 'center' },
  { head: '问题', width: 62, align: 'left' },
  { head: '依据', width: 34, align: 'left' },
];
const TABLE_COLUMNS: readonly Column[] = [
  { head: '表号', width: 7, align: 'center' },
  { head: '工作表', width: 22, align: 'left' },
  { head: '标题', width: 52, align: 'left' },
  { head: '识别', width: 12, align: 'center' },
  { head: '金额单位', width: 10, align: 'center' },
  { head: '认出的行', width: 10, align: 'center' },
  { head: '没认出的行', width: 12, align: 'center' },
];

/** @param findings all of them, in the order they are shown */
export async function renderFindings(
  state: ForeignState,
  findings: readonly AuditFinding[],
  now: Date,
): Promise<Uint8Array> {
  const { Workbook } = await loadWorkbookWriter();
  const workbook = new Workbook();
  workbook.created = now;
  workbook.modified = now;
  const day = now.toISOString().slice(0, 10);
  const { error, warning, advice, rounding } = state.counts;
  const sum = `错误 ${error} 条，警告 ${warning} 条，建议 ${advice} 条，尾差 ${rounding} 条；做了 ${state.made} 项勾稽核对。`;
  addList(
    workbook.addWorksheet('审核结果'),
    `“${state.name}”审核结果`,
    [`${day}　${sum}`],
    FINDING_COLUMNS,
    findings.map((finding, at) => findingRow(state, finding, at)),
  );
  const unmade = state.unmade.map(({ title, reason }) => `没有做的核对：${title}（${reason}）`);
  addList(
    workbook.addWorksheet('表的识别'),
    `“${state.name}”各表的识别情况`,
    [...state.missing.map(({ no, shortTitle }) => `没有找到：表${no} ${shortTitle}`), ...unmade],
    TABLE_COLUMNS,
    state.pieces.map((piece) => [
      piece.no === null ? '' : String(piece.no),
      state.sheets[piece.sheet]?.name ?? '',
      piece.title,
      piece.no === null ? '没有认出' : piece.isDouble ? '重复，未用' : CONFIDENCE[piece.confidence],
      piece.no === null
        ? ''
        : `${piece.money === 'wan' ? '万元' : '元'}${piece.moneyFrom === 'assumed' ? '（推定）' : ''}`,
      String(piece.rows),
      String(piece.lostRows),
    ]),
  );
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function findingRow(state: ForeignState, finding: AuditFinding, at: number): readonly string[] {
  const [first] = finding.cells;
  return [
    String(at + 1),
    finding.rounding ? '尾差' : SEVERITIES[finding.severity],
    finding.table === null ? '' : String(finding.table),
    first === undefined ? '' : (state.sheets[first.sheet]?.name ?? ''),
    first === undefined ? '' : cellName(first),
    finding.message,
    finding.basis,
  ];
}

/** Title, lines below it, heads, rows; A4 across, heads on every page. */
function addList(
  sheet: Worksheet,
  title: string,
  lines: readonly string[],
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): void {
  const width = columns.length;
  columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = column.width;
  });
  put(sheet, [1, 1, 1, width], title, STYLES.title);
  sheet.getRow(1).height = 32;
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  lines.forEach((line, at) => {
    put(sheet, [at + 2, 1, at + 2, width], line, STYLES.unitName);
    sheet.getRow(at + 2).height = heightOf(lineCount(line, all - 2));
  });
  const head = lines.length + 2;
  columns.forEach((column, index) => {
    put(sheet, [head, index + 1, head, index + 1], column.head, STYLES.head);
  });
  rows.forEach((texts, at) => {
    const row = sheet.getRow(head + 1 + at);
    texts.forEach((text, index) => {
      const cell = row.getCell(index + 1);
      cell.style = keyStyle(columns[index]?.align ?? 'left', 0, false);
      if (text !== '') cell.value = literal(text);
    });
    const tallest = texts.map((text, index) => lineCount(text, (columns[index]?.width ?? 10) - 2));
    row.height = heightOf(Math.max(1, ...tallest));
  });
  sheet.views = [{ state: 'frozen', ySplit: head }];
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: MARGINS,
    printTitlesRow: `${head}:${head}`,
  });
  sheet.headerFooter.oddFooter = FOOTER;
}
