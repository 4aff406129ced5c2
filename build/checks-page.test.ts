import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { printedRules, printedTableChecks } from '../shared/checks/printed/check-printed.ts';
import { recordRules } from '../shared/checks/record-rules.ts';
import { type RuleEntry, ruleEntries, SCOPE_LABELS } from '../shared/checks/registry.ts';
import { TYPICAL_ERRORS } from '../shared/checks/typical-errors/typical-errors.fixture.ts';
import { sheetRules } from '../shared/foreign/audit.ts';
import { foreignEntries } from '../shared/foreign/registry.ts';
import { ROOT } from './run.ts';

const PAGE = path.join(ROOT, 'docs', 'checks.md');
const SEVERITIES = { error: '错误', warning: '警告', advice: '提示' } as const;

const cellText = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const rowText = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  [heads, heads.map(() => '---'), ...rows].map(rowText).join('\n');

/** The test that shows a rule by itself: each kind of rule has one per rule. */
function proofOf(id: string): string {
  if (recordRules.some((rule) => rule.id === id)) return 'record-rules';
  if (printedTableChecks.some((rule) => rule.id === id)) return 'cross-table';
  return printedRules.some((rule) => rule.id === id) ? 'check-printed' : 'audit';
}

function errorRow({ no, error, rules, seen = [], why = '', held = [] }: (typeof TYPICAL_ERRORS)[number]) {
  const shown = seen.map(({ by }, at) => `no. ${no}.${at + 1}（\`${by}\`）`);
  const bySelf = [...new Set(rules.filter((id) => seen.every(({ by }) => by !== id)).map(proofOf))];
  const tests = [...shown, ...bySelf.map((name) => `${name}：各规则自己的测试`), ...held.map((name) => `\`${name}\``)];
  return [String(no), error, rules.map((id) => `\`${id}\``).join('、'), tests.join('；'), why];
}

const entryRow = ({ id, title, severity, scope, basis, place, fix }: RuleEntry) => [
  `\`${id}\``,
  title,
  SEVERITIES[severity],
  SCOPE_LABELS[scope],
  place,
  basis,
  fix === null ? '' : `${fix.label}${fix.all ? '（可一次全部改）' : ''}`,
];
const entriesTable = (entries: readonly RuleEntry[]) =>
  table(['规则', '查什么', '程度', '范围', '所在', '依据', '一键改正'], entries.map(entryRow));

/** What stands between the marks of a generated part. */
const PARTS: Readonly<Record<string, string>> = {
  errors: table(['#', '错误', '规则', '测试', '账套里不会有的，和程序不能知道的'], TYPICAL_ERRORS.map(errorRow)),
  book: entriesTable(ruleEntries),
  foreign: entriesTable(foreignEntries),
};

test('the tables of docs/checks.md are those of the registry (vitest -u writes them anew)', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const made = Object.entries(PARTS).reduce((text, [name, part]) => {
    const mark = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    expect(text, name).toMatch(mark);
    return text.replace(mark, (_, open: string, close: string) => `${open}\n${part}\n\n${close}`);
  }, page);
  await expect(made).toMatchFileSnapshot('../docs/checks.md');
});

test('every rule that is said to find a typical error is a rule', () => {
  const known = new Set([...ruleEntries, ...foreignEntries].map(({ id }) => id));
  const named = TYPICAL_ERRORS.flatMap(({ rules }) => rules);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

test('every test that holds what is said of a typical error is there', () => {
  const named = TYPICAL_ERRORS.flatMap(({ held = [] }) => held);
  expect(named.length).toBeGreaterThan(10);
  const missing = named.filter((proof) => {
    const [file = '', name = ''] = proof.split(' › ');
    return !existsSync(path.join(ROOT, file)) || !readFileSync(path.join(ROOT, file), 'utf8').includes(name);
  });
  expect(missing).toEqual([]);
});

test('every rule has a test of its own by the name of its kind', () => {
  const named: readonly (readonly [string, readonly { readonly id: string }[], string])[] = [
    ['shared/checks/record-rules.test.ts', recordRules, 'for (const rule of recordRules)'],
    ['shared/checks/cross-table.test.ts', printedTableChecks, 'for (const check of printedTableChecks)'],
    ['shared/checks/printed/check-printed.test.ts', printedRules, 'Object.keys(BROKEN).sort()'],
    ['shared/foreign/audit.test.ts', sheetRules, 'sheetRules.map(({ id }) => id)'],
  ];
  for (const [file, rules, all] of named) {
    expect(rules.length, file).toBeGreaterThan(10);
    expect(readFileSync(path.join(ROOT, file), 'utf8'), file).toContain(all);
  }
});
