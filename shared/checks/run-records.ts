/** The one interpreter of rules on records. Linear: what belongs to a record is found through an index made once. */

import type { CodeBook } from '../codes/code-book.ts';
import { entities } from '../entities/index.ts';
import { amountSentence, filled } from './amount-sentence.ts';
import type { Finding } from './finding.ts';
import type { Pattern, RecordAmount, RecordRule } from './record-spec.ts';
import { textOf } from './record-text.ts';
import { type Records, type RuleRecord, scalarOf } from './records.ts';

/** A record that breaks a rule, with the two amounts where the rule compares. */
interface Broken {
  readonly record: RuleRecord;
  readonly left: number;
  readonly right: number;
}

/** @returns findings in the order of the rules and, within a rule, of the book */
export function runRecordRules(rules: readonly RecordRule[], records: Records, codes: CodeBook): readonly Finding[] {
  const indexes = new Map<string, ReadonlyMap<string, number>>();
  return rules.flatMap((rule) => findingsOf(rule, records, codes, indexes));
}

type Indexes = Map<string, ReadonlyMap<string, number>>;

function findingsOf(rule: RecordRule, records: Records, codes: CodeBook, indexes: Indexes): readonly Finding[] {
  const isMeant = matcher(rule.when);
  const { must } = rule;
  const left = must === undefined ? null : amountReader(must.left, records, indexes);
  const right = must === undefined ? null : amountReader(must.right, records, indexes);
  const broken: Broken[] = [];
  for (const record of records[rule.each]) {
    if (!isMeant(record)) continue;
    const sides = { left: left?.(record) ?? 0, right: right?.(record) ?? 0 };
    if (must === undefined || !holds(sides.left, must.op, sides.right)) broken.push({ record, ...sides });
  }
  return grouped(broken, rule.once).map((group) => finding(rule, group, codes));
}

function matcher(pattern: Pattern = {}): (record: RuleRecord) => boolean {
  const tests = Object.entries(pattern);
  return (record) =>
    tests.every(([name, wanted]) => {
      const value = scalarOf(record, name);
      if (wanted === 'empty') return value === null || value === '';
      if (wanted === 'filled') return value !== null && value !== '';
      return wanted.includes(value);
    });
}

function amountReader(amount: RecordAmount, records: Records, indexes: Indexes): (record: RuleRecord) => number {
  if ('number' in amount) return () => amount.number;
  if ('own' in amount) return (record) => numberOf(record, amount.own);
  if ('sum' in amount) {
    const readers = amount.sum.map((part) => amountReader(part, records, indexes));
    return (record) => readers.reduce((sum, read) => sum + read(record), 0);
  }
  const { match } = amount;
  const id = JSON.stringify([amount.of, amount.add, Object.keys(match), amount.where]);
  const index = indexes.get(id) ?? indexOf(amount, records);
  indexes.set(id, index);
  const own = Object.values(match);
  return (record) => index.get(keyOf(record, own)) ?? 0;
}

/** Sums of the other records by the fields they are found by. */
function indexOf(
  amount: Extract<RecordAmount, { readonly of: unknown }>,
  records: Records,
): ReadonlyMap<string, number> {
  const counts = matcher(amount.where);
  const names = Object.keys(amount.match);
  const index = new Map<string, number>();
  for (const other of records[amount.of]) {
    if (!counts(other)) continue;
    const key = keyOf(other, names);
    index.set(key, (index.get(key) ?? 0) + (amount.add === 'count' ? 1 : numberOf(other, amount.add)));
  }
  return index;
}

function keyOf(record: RuleRecord, names: readonly string[]): string {
  return names.map((name) => String(scalarOf(record, name))).join('\u0001');
}

function numberOf(record: RuleRecord, name: string): number {
  const value = scalarOf(record, name);
  return typeof value === 'number' ? value : 0;
}

function holds(left: number, op: '=' | '<=' | '>=', right: number): boolean {
  return op === '=' ? left === right : op === '<=' ? left <= right : left >= right;
}

function grouped(broken: readonly Broken[], once: readonly string[] | undefined): readonly (readonly Broken[])[] {
  if (once === undefined) return broken.map((one) => [one]);
  const groups = new Map<string, Broken[]>();
  for (const one of broken) {
    const key = keyOf(one.record, once);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function finding(rule: RecordRule, group: readonly Broken[], codes: CodeBook): Finding {
  const [first] = group;
  if (first === undefined) throw new RangeError(`${rule.id}: a finding needs a record`);
  const { record, left, right } = first;
  const said = rule.must !== undefined && isCount(rule.must.left) ? String : amountSentence;
  const amounts: Readonly<Record<string, string>> = {
    left: said(left),
    right: said(right),
    diff: said(Math.abs(left - right)),
    count: String(group.length),
  };
  const names = [...rule.message.matchAll(/\{([a-zA-Z]+)\}/g)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );
  const values = Object.fromEntries(names.map((name) => [name, amounts[name] ?? textOf(record, name, codes)]));
  const fix = rule.fix === undefined ? undefined : fixFor(rule, rule.fix, record);
  return {
    ruleId: rule.id,
    severity: rule.severity,
    message: filled(rule.message, values),
    basis: rule.basis,
    location: record.location(rule.field),
    ...(fix === undefined ? {} : { fix }),
  };
}

function isCount(amount: RecordAmount): boolean {
  return 'of' in amount ? amount.add === 'count' : 'number' in amount;
}

/** An ordinary save of the whole record with the rule's fields changed. */
function fixFor({ title }: RecordRule, fix: NonNullable<RecordRule['fix']>, record: RuleRecord): Finding['fix'] {
  const { entity, row } = record;
  if (entity === null) return undefined;
  const fields = Object.fromEntries(Object.keys(entities[entity].fields).map((name) => [name, row[name] ?? null]));
  const changed = Object.fromEntries(
    Object.entries(fix.set).map(([name, to]) => [name, to === null ? null : scalarOf(record, to.to)]),
  );
  const draft = { id: row.id, revision: row.revision ?? null, position: null, ...fields, ...changed };
  const input = { parentId: row.parentId ?? null, label: title, save: [draft], remove: [] };
  return { label: fix.label, call: `${entity}.apply`, input };
}
