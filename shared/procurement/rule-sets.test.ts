import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { SHIPPED_RULE_SETS } from './rule-sets/index.ts';
import { ruleSetSchema } from './schema.ts';

const validate = new Ajv2020({ strict: true }).compile(ruleSetSchema());
const [shanxi] = SHIPPED_RULE_SETS;

describe('the rule sets that ship with the program', () => {
  it.each(SHIPPED_RULE_SETS)('$number follows the schema', (set) => {
    validate(set);
    expect(validate.errors).toBeNull();
  });

  it('have ids of their own, and so have the rules of each', () => {
    expect(new Set(SHIPPED_RULE_SETS.map(({ id }) => id)).size).toBe(SHIPPED_RULE_SETS.length);
    for (const { rules } of SHIPPED_RULE_SETS) expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});

describe('the schema', () => {
  it.each([
    ['an amount with a decimal point', { fact: 'amount', op: '>=', yuan: '300000.00' }],
    ['a comparison it does not know', { fact: 'amount', op: '=', yuan: '300000' }],
    ['a level it does not know', { fact: 'level', in: ['town'] }],
    ['a fact it does not know', { fact: 'weather', is: true }],
  ])('refuses %s', (_what, condition) => {
    const [rule] = shanxi?.rules ?? [];
    expect(validate({ ...shanxi, rules: [{ ...rule, when: [condition] }] })).toBe(false);
  });

  it('takes the example of the documentation', () => {
    const page = readFileSync(new URL('../../docs/procurement-rules.md', import.meta.url), 'utf8');
    expect(validate(JSON.parse(page.match(/```json\n([\s\S]*?)```/)?.[1] ?? ''))).toBe(true);
  });

  it('is the one in the documentation', async () => {
    const text = `${JSON.stringify(ruleSetSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../docs/procurement-rules.schema.json');
  });
});
