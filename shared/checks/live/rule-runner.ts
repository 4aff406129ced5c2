/** One rule made ready to be asked about single records. */
import { amountsSentence } from '../../money/amount-sentence.ts';
import { filled } from '../filled-message.ts';
import { keyReader, matcher, numberReader } from '../matching.ts';
import type { RecordAmount, RecordRule, Scalar } from '../record-spec.ts';
import { type CodeNames, textOf } from '../record-text.ts';
import type { RecordSet, RuleRow } from '../records.ts';

export type SumSpec = Extract<RecordAmount, { readonly of: unknown }>;

/** The two amounts of a comparison that does not hold; nil for rules that compare nothing. */
export interface Sides {
  readonly left: number;
  readonly right: number;
}

/** Answers the sum of other records at a key. */
export type SumReader = (spec: SumSpec) => (key: Scalar) => number;

export interface RuleRunner {
  readonly rule: RecordRule;
  readonly set: RecordSet;
  /** @returns null when the record is in order, or is none the rule is about */
  readonly broken: (row: RuleRow) => Sides | null;
  /** What records are told together by; null for rules that tell each. */
  readonly groupOf: ((row: RuleRow) => Scalar) | null;
  /** @param count of records that are told together */
  readonly say: (row: RuleRow, sides: Sides, count: number) => { readonly message: string; readonly basis: string };
}

export function ruleRunner(rule: RecordRule, set: RecordSet, sums: SumReader, codes: CodeNames): RuleRunner {
  const isMeant = matcher(set, rule.when);
  const { must } = rule;
  const read = (amount: RecordAmount) => amountReader(amount, set, sums);
  const [left, right] = must === undefined ? [null, null] : [read(must.left), read(must.right)];
  const slack = must?.slack === undefined ? null : read(must.slack);
  const names = [...`${rule.message}${rule.basis}`.matchAll(/\{([a-zA-Z0-9]+)\}/g)].flatMap(([, name]) => name ?? []);
  const counts = must !== undefined && isCount(must.left);
  return {
    rule,
    set,
    broken: (row) => {
      if (!isMeant(row)) return null;
      const sides = { left: left?.(row) ?? 0, right: right?.(row) ?? 0 };
      if (must === undefined) return sides;
      return excess(sides.left, must.op, sides.right) > (slack?.(row) ?? 0) ? sides : null;
    },
    groupOf: rule.once === undefined ? null : keyReader(set, rule.once),
    say: (row, sides, count) => {
      const said = counts ? String : amountsSentence(sides.left, sides.right);
      const amounts: Readonly<Record<string, string>> = {
        left: said(sides.left),
        right: said(sides.right),
        diff: said(Math.abs(sides.left - sides.right)),
        count: String(count),
      };
      const values = Object.fromEntries(names.map((name) => [name, amounts[name] ?? textOf(set, row, name, codes)]));
      return { message: filled(rule.message, values), basis: filled(rule.basis, values) };
    },
  };
}

/** Every sum of other records that an amount is made of. */
export function sumsIn(amount: RecordAmount): readonly SumSpec[] {
  if ('of' in amount) return [amount];
  return 'sum' in amount ? amount.sum.flatMap(sumsIn) : [];
}

function amountReader(amount: RecordAmount, set: RecordSet, sums: SumReader): (row: RuleRow) => number {
  if ('number' in amount) return () => amount.number;
  if ('own' in amount) return numberReader(set, amount.own);
  if ('sum' in amount) {
    const readers = amount.sum.map((part) => amountReader(part, set, sums));
    return (row) => readers.reduce((sum, read) => sum + read(row), 0);
  }
  const at = sums(amount);
  const key = keyReader(set, Object.values(amount.match));
  return (row) => at(key(row));
}

/** By how much a comparison fails; nothing or less when it holds. */
function excess(left: number, op: '=' | '<=' | '>=', right: number): number {
  return op === '=' ? Math.abs(left - right) : op === '<=' ? left - right : right - left;
}

function isCount(amount: RecordAmount): boolean {
  return 'of' in amount ? amount.add === 'count' : 'number' in amount;
}
