/** The audit of a foreign workbook: every cross-check that its printed figures allow, and the rules of printed tables. */
import { tableChecks } from '../checks/cross-table.ts';
import type { Finding, Severity } from '../checks/finding.ts';
import { runTableChecks } from '../checks/run-tables.ts';
import type { Amount, TableCheck } from '../checks/table-spec.ts';
import type { CodeBook } from '../codes/code-book.ts';
import type { AuditFinding, Unmade } from './audit-types.ts';
import { type Checked, checkedTables } from './checked.ts';
import type { Recognition } from './recognise.ts';
import { cellRules } from './rules/cell-rules.ts';
import { rowRules } from './rules/row-rules.ts';
import type { PrintedRule } from './rules/rule.ts';
import { scaleRules } from './rules/scale-rule.ts';
import { structureRules } from './rules/structure-rules.ts';
import { textRules } from './rules/text-rules.ts';
import type { Position } from './sheet.ts';

/** All rules about printed tables, in the order they are reported. */
export const printedRules: readonly PrintedRule[] = [
  ...structureRules,
  ...scaleRules,
  ...cellRules,
  ...rowRules,
  ...textRules,
];

export interface Audit {
  /** Errors first, then by table. */
  readonly findings: readonly AuditFinding[];
  readonly unmade: readonly Unmade[];
  /** Cross-checks that were made. */
  readonly made: number;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

/** @param codes the codes of the workbook's year. Linear in the number of its figures. */
export function auditOf(recognition: Recognition, codes: CodeBook): Audit {
  const checked = checkedTables(recognition, codes);
  const able = tableChecks.filter((check) => tablesOf(check).every((no) => checked.table(no) !== null));
  const found = able.map((check) => ({ check, findings: runTableChecks([check], checked.source) }));
  const figures = found.flatMap(({ findings }) =>
    findings.filter(({ unmade }) => unmade !== true).map((finding) => withCells(finding, checked)),
  );
  const printed = printedRules.flatMap(({ id, severity, basis, find }) =>
    find({ recognition, checked, codes }).map(
      ({ message, table, cells }): AuditFinding => ({
        ruleId: id,
        severity,
        message,
        basis,
        rounding: false,
        table,
        cells,
      }),
    ),
  );
  const findings = [...printed, ...figures].sort(
    (left, right) => ORDER[left.severity] - ORDER[right.severity] || (left.table ?? 0) - (right.table ?? 0),
  );
  const unmade = found.flatMap(({ check, findings: all }): readonly Unmade[] => {
    const reason = all.find((finding) => finding.unmade === true)?.message;
    return reason === undefined ? [] : [{ ruleId: check.id, title: check.title, reason }];
  });
  return { findings, unmade: [...withoutTables(checked), ...unmade], made: able.length - unmade.length };
}

/** Checks that look at a table which is not there. */
function withoutTables(checked: Checked): readonly Unmade[] {
  return tableChecks.flatMap((check) => {
    const missing = tablesOf(check).filter((no) => checked.table(no) === null);
    if (missing.length === 0) return [];
    const names = missing.map((no) => `表${no}`).join('、');
    return [{ ruleId: check.id, title: check.title, reason: `没有找到${names}。` }];
  });
}

/** Numbers of the tables a check looks at. */
function tablesOf({ each, onlyIfNil, left, right }: TableCheck): readonly number[] {
  const of = (amount: Amount): readonly number[] => {
    if ('cell' in amount) return [amount.cell.table];
    if ('total' in amount) return [amount.total.table];
    return ('sum' in amount ? amount.sum : amount.minus).flatMap(of);
  };
  const all = [
    ...(each === undefined ? [] : [each.table]),
    ...(onlyIfNil === undefined ? [] : of(onlyIfNil)),
    ...of(left),
    ...of(right),
  ];
  return [...new Set(all)].sort((a, b) => a - b);
}

function withCells(
  { ruleId, severity, message, basis, rounding, location }: Finding,
  { places }: Checked,
): AuditFinding {
  const refs = location.kind === 'cell' ? [location.cell, ...(location.with ?? [])] : [];
  return {
    ruleId,
    severity,
    message,
    basis,
    rounding: rounding === true,
    table: refs[0]?.table ?? null,
    cells: distinct(refs.flatMap((ref) => places(ref))),
  };
}

function distinct(cells: readonly Position[]): readonly Position[] {
  const seen = new Set<string>();
  return cells.filter(({ sheet, row, column }) => {
    const key = `${sheet}|${row}|${column}`;
    return !seen.has(key) && seen.add(key);
  });
}
