/**
 * The audit of a foreign workbook: every cross-check that its printed figures allow, the rules on printed tables, and the
 * rules about sheets; each finding with the cells of the workbook it is about.
 */
import { type Location, SEVERITY_ORDER, type Severity } from '../checks/finding.ts';
import { printedRules, printedTableChecks } from '../checks/printed/check-printed.ts';
import { runTableChecks } from '../checks/run-tables.ts';
import { tablesOf } from '../checks/tables-of.ts';
import type { CodeBook } from '../codes/code-book.ts';
import type { AuditFinding, Unmade } from './audit-types.ts';
import { type Checked, checkedTables } from './checked.ts';
import type { FoundTable } from './found.ts';
import { type Recognition, setOf } from './recognise.ts';
import { cellRules } from './rules/cell-rules.ts';
import { labelCell, rowRules } from './rules/row-rules.ts';
import type { SheetRule } from './rules/rule.ts';
import { scaleRules } from './rules/scale-rule.ts';
import { structureRules, topOf } from './rules/structure-rules.ts';
import { textRules } from './rules/text-rules.ts';
import type { Position } from './sheet.ts';

/** All rules about sheets, in the order they are reported. */
export const sheetRules: readonly SheetRule[] = [
  ...structureRules,
  ...scaleRules,
  ...cellRules,
  ...rowRules,
  ...textRules,
];

const own = new Set(sheetRules.map(({ id }) => id));
/** Rules on printed tables that no rule about sheets stands for. */
const paperRules = printedRules.filter(({ id }) => !own.has(id));

export interface Audit {
  /** Errors first, then by table. */
  readonly findings: readonly AuditFinding[];
  readonly unmade: readonly Unmade[];
  /** Cross-checks that were made. */
  readonly made: number;
}

/** @param codes the codes of the workbook's year. Linear in the number of its figures. */
export function auditOf(recognition: Recognition, codes: CodeBook): Audit {
  const { sets } = recognition;
  const audits = sets.map((name, set) => {
    const { findings, unmade, made } = auditOfSet(setOf(recognition, set), codes);
    // Of several units each is named.
    const whose = sets.length === 1 ? '' : `${name}：`;
    return {
      findings: findings.map((finding) => ({ ...finding, set, message: `${whose}${finding.message}` })),
      unmade: unmade.map((one) => ({ ...one, reason: `${whose}${one.reason}` })),
      made,
    };
  });
  return {
    findings: audits.flatMap(({ findings }) => findings).sort(worstFirst),
    unmade: audits.flatMap(({ unmade }) => unmade),
    made: audits.reduce((sum, { made }) => sum + made, 0),
  };
}

function worstFirst(left: AuditFinding, right: AuditFinding): number {
  return (
    SEVERITY_ORDER[left.severity] - SEVERITY_ORDER[right.severity] ||
    left.set - right.set ||
    (left.table ?? 0) - (right.table ?? 0)
  );
}

function auditOfSet(recognition: Recognition, codes: CodeBook): Audit {
  const checked = checkedTables(recognition, codes);
  const able = printedTableChecks.filter((check) => tablesOf(check).every((no) => checked.table(no) !== null));
  const found = able.map((check) => ({ check, findings: runTableChecks([check], checked.view.source) }));
  const compared = found.flatMap(({ findings }) =>
    findings.filter(({ unmade }) => unmade !== true).map((finding) => placed(finding, checked)),
  );
  const onPaper = paperRules.flatMap(({ id, severity, basis, find }) =>
    find(checked.view).map((slip) => placed({ ruleId: id, severity, basis, ...slip }, checked)),
  );
  const onSheets = sheetRules.flatMap(({ id, severity, basis, find }) =>
    find({ recognition, checked, codes }).map(
      (note): AuditFinding => ({ ruleId: id, severity, basis, rounding: false, set: 0, ...note }),
    ),
  );
  const findings = [...onSheets, ...onPaper, ...compared].sort(worstFirst);
  const unmade = found.flatMap(({ check, findings: all }): readonly Unmade[] => {
    const reason = all.find((finding) => finding.unmade === true)?.message;
    return reason === undefined ? [] : [{ ruleId: check.id, title: check.title, reason }];
  });
  return { findings, unmade: [...withoutTables(checked), ...unmade], made: able.length - unmade.length };
}

/** Checks that look at a table which is not there. */
function withoutTables(checked: Checked): readonly Unmade[] {
  return printedTableChecks.flatMap((check) => {
    const missing = tablesOf(check).filter((no) => checked.table(no) === null);
    if (missing.length === 0) return [];
    const names = missing.map((no) => `表${no}`).join('、');
    return [{ ruleId: check.id, title: check.title, reason: `没有找到${names}。` }];
  });
}

interface Told {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly basis: string;
  readonly location: Location;
  readonly rounding?: true;
}

/** Rules on names and codes, whose place is what the row says, not its figure. */
const NAMES = /^F-(?:code|project)/;

function placed({ ruleId, severity, message, basis, rounding, location }: Told, checked: Checked): AuditFinding {
  const refs = location.kind === 'cell' ? [location.cell, ...(location.with ?? [])] : [];
  const no = location.kind === 'table' ? location.table : (refs[0]?.table ?? null);
  const table = no === null ? null : checked.table(no);
  const [first] = refs;
  const row =
    first === undefined
      ? undefined
      : table?.rows.find(
          ({ block, outcome }) => block === first.block && outcome.kind === 'row' && outcome.key === first.row,
        );
  const cells =
    NAMES.test(ruleId) && table !== null && row !== undefined
      ? [labelCell(table, row)]
      : refs.flatMap((ref) => checked.places(ref));
  return {
    ruleId,
    severity,
    message,
    basis,
    rounding: rounding === true,
    set: 0,
    table: no,
    cells: cells.length > 0 ? distinct(cells) : topCells(table),
  };
}

const topCells = (table: FoundTable | null): readonly Position[] => (table === null ? [] : [topOf(table)]);

function distinct(cells: readonly Position[]): readonly Position[] {
  const seen = new Set<string>();
  return cells.filter(({ sheet, row, column }) => {
    const key = `${sheet}|${row}|${column}`;
    return !seen.has(key) && seen.add(key);
  });
}
