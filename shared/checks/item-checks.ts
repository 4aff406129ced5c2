/** The rules on single purchases, asked of one purchase that may still be typed: the same words, basis and fix. */
import type { RowOfEntity } from '../entities/index.ts';
import type { Finding } from './finding.ts';
import { procurementDetailRules } from './procurement-detail-rules.ts';
import { procurementPathRules } from './procurement-path-rules.ts';
import { procurementRules } from './procurement-rules.ts';
import type { RecordName } from './record-spec.ts';
import { type PurchaseParts, purchaseSet, type RecordSet, type Records } from './records.ts';
import { runRecordRules } from './run-records.ts';

type Item = RowOfEntity<'procurement'>;

export interface ItemFinding extends Pick<Finding, 'ruleId' | 'severity' | 'message' | 'basis'> {
  readonly field: string | null;
  /** Fields to set, where that mends it. */
  readonly fix: { readonly label: string; readonly values: Partial<Item> } | null;
}

const RULES = [...procurementRules, ...procurementPathRules, ...procurementDetailRules].filter(
  ({ each }) => each === 'procurement',
);
const NONE: RecordSet = { entity: null, rows: [], attributes: {}, location: () => ({ kind: 'budget' }) };
const OTHERS: Readonly<Record<Exclude<RecordName, 'procurement'>, RecordSet>> = {
  fund: NONE,
  unit: NONE,
  budget: NONE,
  line: NONE,
  project: NONE,
  goalSheet: NONE,
  indicator: NONE,
  asset: NONE,
  prior: NONE,
  paragraph: NONE,
  typedFigure: NONE,
};
/** Purchases have no field of a code list of the budget. */
const NO_CODES = { name: () => null };

/** @returns what the rules find, worst first. Takes the same time however many purchases there are. */
export function checkItem(item: Item, parts: PurchaseParts): readonly ItemFinding[] {
  const records: Records = { ...OTHERS, procurement: purchaseSet([item], parts) };
  return runRecordRules(RULES, records, NO_CODES)
    .map(({ ruleId, severity, message, basis, location, fix }) => ({
      ruleId,
      severity,
      message,
      basis,
      field: location.kind === 'row' ? location.field : null,
      fix: fix === undefined ? null : { label: fix.label, values: changes(item, fix.input) },
    }))
    .sort((left, right) => ORDER[left.severity] - ORDER[right.severity]);
}

const ORDER: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, advice: 2 };

/** A fix saves the whole record; here only what it changes. */
function changes(item: Item, input: unknown): Partial<Item> {
  // A rule's fix is a save of one draft of the record it was found in.
  const { save } = input as { readonly save: readonly [Readonly<Record<string, unknown>>] };
  const before: Readonly<Record<string, unknown>> = { ...item };
  const meta = ['id', 'revision', 'position'];
  return Object.fromEntries(
    Object.entries(save[0]).filter(([field, value]) => !meta.includes(field) && before[field] !== value),
  );
}
