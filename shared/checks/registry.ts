/** Every check on a budget of the book by one description, whatever kind of rule it is. */
import { type EntityName, entities } from '../entities/index.ts';
import { tableChecks } from './cross-table.ts';
import type { Severity } from './finding.ts';
import { recordRules } from './record-rules.ts';
import type { RecordName, RecordRule } from './record-spec.ts';
import type { TableCheck } from './table-spec.ts';
import { tablesOf } from './tables-of.ts';

/**
 * What a rule looks at one by one: records of a kind, the figures of one table, several tables beside each other; of a
 * published workbook, its tables as printed, or its sheets and their cells.
 */
export type RuleScope = RecordName | 'table' | 'tables' | 'paper' | 'sheet';

export interface RuleEntry {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly scope: RuleScope;
  /** Document and section; `{name}` stands for what the record decides. */
  readonly basis: string;
  /** Where a finding points, in words. */
  readonly place: string;
  /** The write that mends it; `all`: as safe on all findings of the rule at once as on one. */
  readonly fix: { readonly label: string; readonly all: boolean } | null;
}

export const SCOPE_LABELS: Readonly<Record<RuleScope, string>> = {
  line: entities.line.label,
  project: entities.project.label,
  procurement: entities.procurement.label,
  goalSheet: entities.goalSheet.label,
  indicator: entities.indicator.label,
  asset: entities.asset.label,
  prior: entities.prior.label,
  narrative: entities.narrative.label,
  budget: entities.budget.label,
  unit: entities.unit.label,
  fund: '每项资金',
  paragraph: '说明的段落',
  typedFigure: '说明中手写的数',
  table: '一张表',
  tables: '几张表之间',
  paper: '印出的表',
  sheet: '工作表',
};

/** In the order findings are told. */
export const ruleEntries: readonly RuleEntry[] = [...tableChecks.map(entryOfCheck), ...recordRules.map(entryOfRule)];

export function entryOfCheck(check: TableCheck): RuleEntry {
  const { id, title, severity, basis } = check;
  const tables = tablesOf(check);
  return {
    id,
    title,
    severity,
    scope: tables.length === 1 ? 'table' : 'tables',
    basis,
    place: tables.map((no) => `表${no}`).join('、'),
    fix: null,
  };
}

function entryOfRule({ id, title, severity, each, basis, field, fix }: RecordRule): RuleEntry {
  return {
    id,
    title,
    severity,
    scope: each,
    basis,
    place: placeOf(each, field),
    fix: fix === undefined ? null : { label: fix.label, all: fix.all === true },
  };
}

function placeOf(each: RecordName, field: string | null): string {
  if (each === 'fund') return '表1';
  if (each === 'paragraph' || each === 'typedFigure') return '预算说明';
  return rowPlace(each, field);
}

/** `预算明细·金额`; without field the record as a whole. */
export function rowPlace(entity: EntityName, field: string | null): string {
  const { label, fields }: { readonly label: string; readonly fields: Readonly<Record<string, { label: string }>> } =
    entities[entity];
  const of = field === null ? undefined : fields[field]?.label;
  return of === undefined ? label : `${label}·${of}`;
}
