/** Rows of units and their projects: tables 11, 12 and 13. A unit's row is told from a project's by several signs. */
import { squeeze } from '../intake/text.ts';
import { labelOf, type RowOutcome, type RowTexts } from './row-types.ts';
import { SUBTOTAL_WORDS } from './row-words.ts';
import { rowKey } from './text.ts';
import { isTotal } from './tree-rows.ts';

/** @param projects whether projects stand below units; @param units squeezed names of units that are known */
export function unitRows(
  rows: readonly RowTexts[],
  projects: boolean,
  units: ReadonlySet<string>,
): readonly RowOutcome[] {
  const isUnit = projects ? unitSigns(rows, units) : () => true;
  const hasUnitRow = projects && rows.some((texts, at) => labelOf(texts) !== '' && !isTotal(texts) && isUnit(at));
  let unitCount = 0;
  let projectCount = 0;
  let lastUnit = '';
  let seenTotal = false;
  return rows.map((texts, at): RowOutcome => {
    const label = labelOf(texts);
    if (label === '')
      return texts.total === 0
        ? { kind: 'blank' }
        : { kind: 'lost', label: '（没有名称）', reason: '这一行有金额，没有名称' };
    if (SUBTOTAL_WORDS.includes(rowKey(label))) return { kind: 'subtotal', label };
    if (isTotal(texts)) {
      if (seenTotal) return { kind: 'subtotal', label };
      seenTotal = true;
      // Where no unit has a row of its own, the total is the one unit's.
      if (projects && !hasUnitRow) unitCount += 1;
      return { kind: 'row', key: projects && !hasUnitRow ? `unit:${unitCount}` : 'total', code: '', label };
    }
    if (!isUnit(at)) {
      projectCount += 1;
      return { kind: 'row', key: `project:${projectCount}`, code: '', label };
    }
    if (projects && unitCount > 0 && squeeze(label) === lastUnit)
      return { kind: 'repeat', key: `unit:${unitCount}`, label };
    unitCount += 1;
    lastUnit = squeeze(label);
    return { kind: 'row', key: `unit:${unitCount}`, code: '', label };
  });
}

/** What units are called, and what only projects are. */
const UNIT_NAME =
  /(?:局|委|办|部|厅|中心|所|站|院|校|馆|队|室|社|会|处|园|医院|学校|大学|中学|小学|高中|初中|学院|幼儿园|公司|政府|法院|乡|镇|街道)$/;
const PROJECT_NAME = /项目|经费|工程|资金|补助|补贴|费用?$|支出|建设|改造|采购|购置|维修|专项/;

function unitSigns(rows: readonly RowTexts[], units: ReadonlySet<string>): (at: number) => boolean {
  const bold = rows.filter((row) => row.bold).length;
  const boldTells = bold > 0 && bold * 2 <= rows.length;
  const known = rows.map(({ name }) => units.has(squeeze(name)));
  const last = lastOfEqual(rows);
  return (first) => {
    // Of a row that stands there several times the last tells: what is below it differs.
    const at = last[first] ?? first;
    const row = rows[at];
    const next = rows[at + 1];
    if (row === undefined) return false;
    if (known[at]) return true;
    // A column of its own says whose row it is: without a project it is the unit's.
    if (row.unit.trim() !== '') return row.name.trim() === '' || squeeze(row.name) === squeeze(row.unit);
    const signs = [
      boldTells && row.bold,
      next !== undefined && next.indent > row.indent,
      UNIT_NAME.test(squeeze(row.name)) && !PROJECT_NAME.test(row.name),
      isSumOfNext(rows, at),
    ];
    return !PROJECT_NAME.test(row.name) ? signs.filter(Boolean).length >= 2 : signs[0] === true && signs[1] === true;
  };
}

/** By row: the last of the rows from there on that say the same. */
function lastOfEqual(rows: readonly RowTexts[]): readonly number[] {
  const last = rows.map((_, at) => at);
  for (let at = rows.length - 2; at >= 0; at -= 1) {
    const [row, next] = [rows[at], rows[at + 1]];
    if (row?.name === next?.name && row?.total === next?.total) last[at] = last[at + 1] ?? at;
  }
  return last;
}

/** Whether a row is the sum of several rows right below it, to a hundredth of a 万元 for each. */
function isSumOfNext(rows: readonly RowTexts[], at: number): boolean {
  const own = rows[at]?.total ?? 0;
  if (own === 0) return false;
  let sum = 0;
  for (let next = at + 1; next < Math.min(rows.length, at + 2_000); next += 1) {
    sum += rows[next]?.total ?? 0;
    const count = next - at;
    if (count > 1 && Math.abs(sum - own) <= count * 5_000) return true;
    if (sum > own * 1.01 + 10_000) return false;
  }
  return false;
}
