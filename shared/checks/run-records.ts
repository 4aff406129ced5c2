/** The one interpreter of rules on records. Linear: what belongs to a record is found through an index made once. */

import { entities } from '../entities/index.ts';
import { amountSentence, filled } from './amount-sentence.ts';
import type { Finding } from './finding.ts';
import type { Pattern, RecordAmount, RecordRule, Scalar } from './record-spec.ts';
import { type CodeNames, textOf } from './record-text.ts';
import { type RecordSet, type Records, type RuleRow, readerOf } from './records.ts';

/** A row that breaks a rule, with the two amounts where the rule compares. */
interface Broken {
  readonly row: RuleRow;
  readonly left: number;
  readonly right: number;
}

type Index = ReadonlyMap<Scalar, number>;

/** @returns findings in the order of the rules and, within a rule, of the book */
export function runRecordRules(rules: readonly RecordRule[], records: Records, codes: CodeNames): readonly Finding[] {
  const indexes = new Map<string, Index>();
  return rules.flatMap((rule) => findingsOf(rule, records, codes, indexes));
}

function findingsOf(
  rule: RecordRule,
  records: Records,
  codes: CodeNames,
  indexes: Map<string, Index>,
): readonly Finding[] {
  const { must } = rule;
  const set = records[rule.each];
  const isMeant = matcher(set, rule.when);
  const left = must === undefined ? null : amountReader(must.left, set, records, indexes);
  const right = must === undefined ? null : amountReader(must.right, set, records, indexes);
  const slack = must?.slack === undefined ? null : amountReader(must.slack, set, records, indexes);
  const broken: Broken[] = [];
  for (const row of set.rows) {
    if (!isMeant(row)) continue;
    const sides = { left: left?.(row) ?? 0, right: right?.(row) ?? 0 };
    if (must === undefined || excess(sides.left, must.op, sides.right) > (slack?.(row) ?? 0))
      broken.push({ row, ...sides });
  }
  return grouped(broken, set, rule.once).map((group) => finding(rule, set, group, codes));
}

function matcher(set: RecordSet, pattern: Pattern = {}): (row: RuleRow) => boolean {
  const tests = Object.entries(pattern).map(([name, wanted]) => matcherOf(readerOf(set, name), wanted));
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}

function matcherOf(read: (row: RuleRow) => Scalar, wanted: Pattern[string]): (row: RuleRow) => boolean {
  if (typeof wanted !== 'string') return (row) => wanted.includes(read(row));
  const isFilled = (value: Scalar) => value !== null && value !== '';
  return wanted === 'filled' ? (row) => isFilled(read(row)) : (row) => !isFilled(read(row));
}

function amountReader(
  amount: RecordAmount,
  set: RecordSet,
  records: Records,
  indexes: Map<string, Index>,
): (row: RuleRow) => number {
  if ('number' in amount) return () => amount.number;
  if ('own' in amount) return numberReader(set, amount.own);
  if ('sum' in amount) {
    const readers = amount.sum.map((part) => amountReader(part, set, records, indexes));
    return (row) => readers.reduce((sum, read) => sum + read(row), 0);
  }
  const id = JSON.stringify([amount.of, amount.add, Object.keys(amount.match), amount.where]);
  const index = indexes.get(id) ?? indexOf(amount, records);
  indexes.set(id, index);
  const key = keyReader(set, Object.values(amount.match));
  return (row) => index.get(key(row)) ?? 0;
}

/** Sums of the other records by the fields they are found by. */
function indexOf({ of, add, match, where }: Extract<RecordAmount, { readonly of: unknown }>, records: Records): Index {
  const set = records[of];
  const counts = matcher(set, where);
  const key = keyReader(set, Object.keys(match));
  const amount = add === 'count' ? () => 1 : numberReader(set, add);
  const index = new Map<Scalar, number>();
  for (const row of set.rows) {
    if (!counts(row)) continue;
    const at = key(row);
    index.set(at, (index.get(at) ?? 0) + amount(row));
  }
  return index;
}

/** What rows are found by: the value of one field, or the values of several in one text. */
function keyReader(set: RecordSet, names: readonly string[]): (row: RuleRow) => Scalar {
  const readers = names.map((name) => readerOf(set, name));
  const [only] = readers;
  if (only !== undefined && readers.length === 1) return only;
  return (row) => readers.map((read) => String(read(row))).join('\u0001');
}

function numberReader(set: RecordSet, name: string): (row: RuleRow) => number {
  const read = readerOf(set, name);
  return (row) => {
    const value = read(row);
    return typeof value === 'number' ? value : 0;
  };
}

/** By how much a comparison fails; nothing or less when it holds. */
function excess(left: number, op: '=' | '<=' | '>=', right: number): number {
  return op === '=' ? Math.abs(left - right) : op === '<=' ? left - right : right - left;
}

function grouped(
  broken: readonly Broken[],
  set: RecordSet,
  once: readonly string[] | undefined,
): readonly (readonly Broken[])[] {
  if (once === undefined) return broken.map((one) => [one]);
  const keyOf = keyReader(set, once);
  const groups = new Map<Scalar, Broken[]>();
  for (const one of broken) {
    const key = keyOf(one.row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function finding(rule: RecordRule, set: RecordSet, group: readonly Broken[], codes: CodeNames): Finding {
  const [first] = group;
  if (first === undefined) throw new RangeError(`${rule.id}: a finding needs a record`);
  const { row, left, right } = first;
  const said = rule.must !== undefined && isCount(rule.must.left) ? String : amountSentence;
  const amounts: Readonly<Record<string, string>> = {
    left: said(left),
    right: said(right),
    diff: said(Math.abs(left - right)),
    count: String(group.length),
  };
  const names = [...`${rule.message}${rule.basis}`.matchAll(/\{([a-zA-Z0-9]+)\}/g)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );
  const values = Object.fromEntries(names.map((name) => [name, amounts[name] ?? textOf(set, row, name, codes)]));
  const fix = rule.fix === undefined ? undefined : fixFor(rule, rule.fix, set, row);
  return {
    ruleId: rule.id,
    severity: rule.severity,
    message: filled(rule.message, values),
    basis: filled(rule.basis, values),
    location: set.location(row, rule.field),
    ...(fix === undefined ? {} : { fix }),
  };
}

function isCount(amount: RecordAmount): boolean {
  return 'of' in amount ? amount.add === 'count' : 'number' in amount;
}

/** An ordinary save of the whole record with the rule's fields changed. */
function fixFor(
  { title }: RecordRule,
  fix: NonNullable<RecordRule['fix']>,
  set: RecordSet,
  row: RuleRow,
): Finding['fix'] {
  if (set.entity === null) return undefined;
  const fields = Object.fromEntries(Object.keys(entities[set.entity].fields).map((name) => [name, row[name] ?? null]));
  const changed = Object.fromEntries(
    Object.entries(fix.set).map(([name, to]) => [name, to === null ? null : readerOf(set, to.to)(row)]),
  );
  const draft = { id: row.id, revision: row.revision ?? null, position: null, ...fields, ...changed };
  const input = { parentId: row.parentId ?? null, label: title, save: [draft], remove: [] };
  return { label: fix.label, call: `${set.entity}.apply`, input };
}
