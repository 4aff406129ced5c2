import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { placeInWords, readRuleSet } from './read.ts';
import { SHIPPED_RULE_SETS } from './rule-sets/index.ts';
import { ruleSetSchema } from './schema.ts';

const validate = new Ajv2020({ strict: true }).compile(ruleSetSchema());

const BROKEN = [null, 'x', -1, 1.5, [], {}, true, '2025-13-01', '。', ''];

/** Every value within a document, one at a time, replaced by something else or left out. */
function* mutants(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    const put = (other: unknown) =>
      Array.isArray(value)
        ? value.map((one, index) => (String(index) === key ? other : one))
        : { ...value, [key]: other };
    for (const other of BROKEN) yield put(other);
    if (!Array.isArray(value)) yield Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
    for (const inner of mutants(each)) yield put(inner);
  }
  if (!Array.isArray(value)) yield { ...value, more: 1 };
}

describe('reading a rule set', () => {
  it('takes the shipped ones', () => {
    for (const set of SHIPPED_RULE_SETS) expect(readRuleSet(set)).toEqual({ ok: true, set });
  });

  it('agrees with a full validator of the schema on every single change', () => {
    const seen = { good: 0, bad: 0 };
    for (const set of SHIPPED_RULE_SETS.slice(1)) {
      for (const mutant of mutants(set)) {
        const { ok } = readRuleSet(mutant);
        seen[ok ? 'good' : 'bad'] += 1;
        expect(ok, JSON.stringify(mutant)).toBe(validate(mutant));
      }
    }
    expect(seen.good).toBeGreaterThan(10);
    expect(seen.bad).toBeGreaterThan(1_000);
  });

  it('names the place and the reason', () => {
    const [set] = SHIPPED_RULE_SETS;
    const [rule] = set?.rules ?? [];
    const broken = { ...set, rules: [{ ...rule, says: { answer: 'central', text: '没有句号' } }] };
    expect(readRuleSet(broken)).toEqual({
      ok: false,
      problem: { place: 'rules[0].says.text', reason: '应为以句号结尾的一句话。' },
    });
  });

  it('judges a condition by the fact it is about', () => {
    const [set] = SHIPPED_RULE_SETS;
    const [rule] = set?.rules ?? [];
    const reason = (condition: unknown) => {
      const read = readRuleSet({ ...set, rules: [{ ...rule, when: [condition] }] });
      return read.ok ? null : read.problem;
    };
    expect(reason({ fact: 'amount', op: '>=', yuan: '30万' })).toEqual({
      place: 'rules[0].when[0].yuan',
      reason: '应为整数的元，加引号，不带小数和分隔符。',
    });
    expect(reason({ fact: 'level', in: ['town'] })).toEqual({
      place: 'rules[0].when[0].in[0]',
      reason: '只能是province、city、county之一。',
    });
    expect(reason({ fact: 'weather', is: true })?.reason).toBe(
      'fact 只能是category、level、organisation、inCatalogue、inDepartmentList、imported、worksRelated、amount之一。',
    );
    expect(reason('x')?.reason).toBe('应为一条记录。');
  });

  it('refuses what contradicts itself', () => {
    const [set] = SHIPPED_RULE_SETS;
    if (set === undefined) throw new Error('no rule set');
    const problem = (changes: object) => {
      const read = readRuleSet({ ...set, ...changes });
      return read.ok ? null : `${read.problem.place} ${read.problem.reason}`;
    };
    expect(problem({ effectiveTo: '2023-12-28' })).toBe('effectiveTo 2023-12-28早于开始施行的2023-12-29。');
    expect(problem({ effectiveTo: '2023-12-29' })).toBeNull();
    expect(problem({ rules: [...set.rules, ...set.rules.slice(0, 1)] })).toBe(
      `rules[${set.rules.length}].id “central”在前面已经用过。`,
    );
    expect(problem({ catalogue: [...set.catalogue, ...set.catalogue.slice(1, 2)] })).toContain(
      '品目A02010105在前面已经列过。',
    );
  });

  it('takes a text of the greatest length, and no longer one', () => {
    const [set] = SHIPPED_RULE_SETS;
    const titled = (length: number) => readRuleSet({ ...set, title: '𠮷'.repeat(length) });
    expect(titled(200).ok).toBe(true);
    expect(titled(201)).toEqual({ ok: false, problem: { place: 'title', reason: '最多200个字。' } });
  });

  it('counts places as people do', () => {
    expect(placeInWords('rules[2].when[0].yuan')).toBe('第3条规则的第1个条件（rules[2].when[0].yuan）');
    expect(placeInWords('catalogue[4].code')).toBe('目录第5项（catalogue[4].code）');
    expect(placeInWords('issuer')).toBe(' issuer');
  });
});
