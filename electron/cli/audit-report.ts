/** The audit of a foreign workbook for scripts: as data, and as text for a terminal. */
import { SEVERITY_LABELS } from '../../shared/checks/finding.ts';
import { countsText } from '../../shared/checks/open-findings.ts';
import { cellName } from '../../shared/foreign/sheet.ts';
import type { ForeignState } from '../../shared/foreign/state-types.ts';

/** Cells as users name them; sheets by name. */
export function auditJson(state: ForeignState) {
  const sheetName = (index: number) => state.sheets[index]?.name ?? '';
  return {
    file: state.name,
    year: state.year,
    unitName: state.unitName,
    tables: state.pieces.flatMap(({ no, sheet, title, confidence, isDouble, money, rows, lostRows }) =>
      no === null ? [] : [{ no, sheet: sheetName(sheet), title, confidence, used: !isDouble, money, rows, lostRows }],
    ),
    notRecognised: state.pieces.filter(({ no }) => no === null).map(({ sheet }) => sheetName(sheet)),
    missing: state.missing.map(({ no }) => no),
    counts: state.counts,
    findings: state.findings.map(({ cells, ...finding }) => ({
      ...finding,
      cells: cells.map((cell) => ({ sheet: sheetName(cell.sheet), cell: cellName(cell) })),
    })),
    checks: { made: state.made, unmade: state.unmade },
  };
}

/** One finding per line, the gravest first; 尾差 last; then what was not found and not compared. Ends without a line feed. */
export function auditText(state: ForeignState): string {
  const lines = state.findings.map((finding) => {
    const [first] = finding.cells;
    const place = first === undefined ? '' : `${state.sheets[first.sheet]?.name ?? ''}!${cellName(first)} `;
    const label = finding.rounding ? '尾差' : SEVERITY_LABELS[finding.severity];
    return {
      rounding: finding.rounding,
      text: `[${label}] ${place}${finding.message}（${finding.ruleId}；依据：${finding.basis}）`,
    };
  });
  const tables = state.pieces.filter(({ no, isDouble }) => no !== null && !isDouble).length;
  return [
    `${state.name}：${state.year}年，${state.unitName || '没有写单位名称'}，认出 ${tables} 张表，做了 ${state.made} 项勾稽核对。`,
    ...lines.filter((line) => !line.rounding).map(({ text }) => text),
    ...lines.filter((line) => line.rounding).map(({ text }) => text),
    ...state.unmade.map(({ title, reason }) => `[未核对] ${title}：${reason}`),
    `合计：${countsText(state.counts)}，尾差 ${state.counts.rounding} 条`,
  ].join('\n');
}
