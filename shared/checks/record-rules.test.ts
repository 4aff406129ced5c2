import { describe, expect, it } from 'vitest';
import { type EntityName, entities } from '../entities/index.ts';
import { checkDraft } from '../shape/check.ts';
import type { Fields } from '../shape/shape.ts';
import { exampleInput } from './example-input.fixture.ts';
import type { Finding } from './finding.ts';
import type { CheckedEntity } from './look.ts';
import { recordRules } from './record-rules.ts';
import type { RecordExample, RecordRule } from './record-spec.ts';
import { filledChecks, runChecks } from './run.ts';

function run(rule: RecordRule, example: RecordExample): readonly Finding[] {
  return runChecks(exampleInput(example), [rule]);
}

function ruleOf(id: string): RecordRule {
  const rule = recordRules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

describe('every rule on records', () => {
  it('has an id of its own, a title, a basis and a message that is a sentence', () => {
    expect(new Set(recordRules.map(({ id }) => id)).size).toBe(recordRules.length);
    for (const { id, title, basis, message } of recordRules) {
      expect(title, id).not.toBe('');
      expect(basis, id).not.toBe('');
      expect(message, id).toMatch(/[。}]$/);
    }
  });

  it('points at a field its records have', () => {
    for (const { id, each, field } of recordRules) {
      if (field === null) continue;
      const fields = Object.hasOwn(entities, each) ? entities[each as EntityName].fields : {};
      expect(Object.hasOwn(fields, field), id).toBe(true);
    }
  });

  for (const rule of recordRules) {
    it(`${rule.id} finds nothing in its good examples and something in its bad ones`, () => {
      expect(rule.examples.passes.length).toBeGreaterThan(0);
      expect(rule.examples.fails.length).toBeGreaterThan(0);
      for (const example of rule.examples.passes) expect(run(rule, example).map(({ message }) => message)).toEqual([]);
      for (const example of rule.examples.fails) {
        const findings = run(rule, example);
        expect(findings.length).toBeGreaterThan(0);
        for (const { message, basis, severity } of findings) {
          expect(message).toMatch(/。$/);
          expect(basis).not.toMatch(/[{}]|未填/);
          expect(message).not.toMatch(/[{}]|undefined|null|NaN|true|false/);
          expect(severity).toBe(rule.severity);
        }
      }
    });
  }
});

describe('findings', () => {
  it('say the place, the cause and the figures in the words of the accountant', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['goal-amount', '项目“甲”：绩效目标表年度资金0.50万元，支出明细合计1.00万元，相差0.50万元。'],
      ['goal-unit-repeated', '单位整体绩效目标表有2张，请留一张；项目的目标表要选上项目。'],
      [
        'line-repeated',
        '有2条收入各栏完全相同（2120501 城乡社区环境卫生，1.00元，先见于收入第1行），请看是不是录重了。',
      ],
      ['fund-balance', '一般公共预算收支不平：收入（含结转）3.00元，支出加年终结转2.00元，相差1.00元。'],
      ['line-functional-level', '收入第1行的功能科目“21205 城乡社区环境卫生”没有填到项级，应为7位数字。'],
    ];
    const lines = [{ side: 'expenditure', nature: 'project', amount: 500_050 }] as const;
    expect(run(ruleOf('line-project-missing'), { lines: [{}, ...lines] })[0]?.message).toBe(
      '支出第1行（2120501 城乡社区环境卫生，5,000.50元）是项目支出，但没有选项目，项目支出表无法列示，请选择项目。',
    );
    for (const [id, message] of cases) {
      const rule = ruleOf(id);
      expect(rule.examples.fails.flatMap((example) => run(rule, example).map((found) => found.message))).toContain(
        message,
      );
    }
  });

  it('name the row and field, or the cell where a fund is shown', () => {
    expect(run(ruleOf('line-nature-missing'), { lines: [{}, { side: 'expenditure' }] })[0]?.location).toEqual({
      kind: 'row',
      entity: 'line',
      id: 2,
      field: 'nature',
      page: 'spending',
    });
    expect(run(ruleOf('fund-balance'), { lines: [{ fund: 'ownFunds' }] })[0]?.location).toEqual({
      kind: 'cell',
      cell: { table: 1, block: 0, row: 'ownFunds', column: 1 },
    });
    expect(run(ruleOf('goal-unit-missing'), {})[0]?.location).toEqual({ kind: 'budget' });
  });

  it('are one for all lines with the same unlisted code, at the first of them', () => {
    const lines = [{}, { functional: '2129998' }, { functional: '2129998' }, { functional: '2129997' }];
    const found = run(ruleOf('line-functional-unlisted'), { lines });
    expect(found.map(({ location, message }) => [location, message])).toEqual([
      [
        { kind: 'row', entity: 'line', id: 2, field: 'functional', page: 'income' },
        '功能科目“2129998”不在2025年科目表中（共2条，先见于收入第2行），请核对；确是新增的，登记为自增科目后会带上名称。',
      ],
      [
        { kind: 'row', entity: 'line', id: 4, field: 'functional', page: 'income' },
        '功能科目“2129997”不在2025年科目表中（共1条，先见于收入第4行），请核对；确是新增的，登记为自增科目后会带上名称。',
      ],
    ]);
  });
});

/** Examples leave out required texts that their rule does not speak of. */
function withoutUnsaid(entity: EntityName, draft: Readonly<Record<string, unknown>>): unknown {
  const unsaid = Object.entries(entities[entity].fields as Fields).flatMap(([name, field]) =>
    draft[name] === null && !field.optional ? [[name, '…']] : [],
  );
  return { ...draft, ...Object.fromEntries(unsaid) };
}

describe('fixes', () => {
  it('are saves the contract takes, and mend what they are offered for', () => {
    const withFix = recordRules.filter(({ fix }) => fix !== undefined);
    expect(withFix.length).toBeGreaterThan(2);
    for (const rule of withFix) {
      for (const example of rule.examples.fails) {
        const checks = filledChecks(exampleInput(example), [rule]);
        const [found] = checks.all();
        const fix = checks.fixOf(found?.key ?? '');
        expect(fix).toMatchObject({ entity: rule.each, parentId: 1 });
        if (fix === null) continue;
        expect(checkDraft(entities[fix.entity], withoutUnsaid(fix.entity, fix.draft))).toHaveProperty('ok', true);
        const { id = null } = fix.draft;
        if (typeof id !== 'number') throw new Error('a fix is of a stored row');
        // Only rows of checked entities have fixes.
        checks.put(fix.entity as CheckedEntity, { ...fix.draft, id, parentId: 1 });
        while (checks.step());
        expect(checks.find(found?.key ?? ''), rule.id).toBeNull();
      }
    }
  });

  it('for all at once mend every finding of their kind and bring no other error or warning', () => {
    const forAll = recordRules.filter(({ fix }) => fix?.all === true);
    expect(forAll.map(({ id }) => id)).toEqual([
      'line-income-with-spending-fields',
      'line-expenditure-with-revenue',
      'line-gov-differs',
      'goal-name-brackets',
      'indicator-measure',
      'procurement-code-class',
    ]);
    for (const { id, once, examples } of forAll) {
      // The first of a group would be mended, the others not.
      expect(once, id).toBeUndefined();
      for (const example of examples.fails) {
        const checks = filledChecks(exampleInput(example));
        const grave = () => checks.all().filter(({ severity }) => severity !== 'advice');
        const before = new Set(grave().map(({ key }) => key));
        const own = checks.all().filter(({ ruleId }) => ruleId === id);
        const fixes = own.flatMap(({ key }) => checks.fixOf(key) ?? []);
        expect(fixes.length, id).toBe(own.length);
        for (const { entity, draft } of fixes) {
          checks.put(entity as CheckedEntity, { ...draft, id: Number(draft.id), parentId: 1 }); // not an amount: an id
        }
        while (checks.step());
        expect(checks.all().filter(({ ruleId }) => ruleId === id)).toEqual([]);
        expect(grave().filter(({ key }) => !before.has(key))).toEqual([]);
      }
    }
  });
});
