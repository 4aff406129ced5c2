import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readRuleSet } from './read.ts';
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
      problem: { place: 'rules[0].says.text', reason: '不合规定的写法。' },
    });
  });
});
