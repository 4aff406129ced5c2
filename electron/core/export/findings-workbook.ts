/** The findings about a foreign workbook as a workbook: one row each, with sheet and cell; and how its tables were read. */
import { SEVERITY_LABELS } from '../../../shared/checks/finding.ts';
import { countsText } from '../../../shared/checks/open-findings.ts';
import type { AuditFinding } from '../../../shared/foreign/audit-types.ts';
import { cellName } from '../../../shared/foreign/sheet.ts';
import type { ForeignState } from '../../../shared/foreign/state-types.ts';
import { addList, type ListColumn } from './findings-sheet.ts';
import { loadWorkbookWriter } from './workbook.ts';

const CONFIDENCE = { sure: '确定', likely: '较确定', guess: '推测', user: '人工指定' } as const;

const FINDING_COLUMNS: readonly ListColumn[] = [
  { head: '序号', width: 6, align: 'center' },
  { head: '程度', width: 8, align: 'center' },
  { head: '表号', width: 7, align: 'center' },
  { head: '工作表', width: 20, align: 'left' },
  { head: '单元格', width: 9, align: 'center' },
  { head: '问题', width: 62, align: 'left' },
  { head: '依据', width: 34, align: 'left' },
];
const TABLE_COLUMNS: readonly ListColumn[] = [
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
  const sum = `${countsText(state.counts)}，尾差 ${state.counts.rounding} 条；做了 ${state.made} 项勾稽核对。`;
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
    finding.rounding ? '尾差' : SEVERITY_LABELS[finding.severity],
    finding.table === null ? '' : String(finding.table),
    first === undefined ? '' : (state.sheets[first.sheet]?.name ?? ''),
    first === undefined ? '' : cellName(first),
    finding.message,
    finding.basis,
  ];
}
