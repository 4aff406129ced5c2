import { describe, expect, it } from 'vitest';
import { Purchases } from '../procurement/purchases.ts';
import { exampleInput } from './example-input.fixture.ts';
import { checkItem } from './item-checks.ts';
import { assessedBy } from './procurement-attributes.ts';
import { recordRules } from './record-rules.ts';
import type { RecordExample } from './record-spec.ts';
import { runChecks } from './run.ts';

function found(example: RecordExample) {
  const input = exampleInput(example);
  const projectOfLine = (id: number) => input.lines.find((line) => line.id === id)?.projectId ?? null;
  const rules = { level: input.unit.level, sets: input.ruleSets, projectOfLine };
  const purchases = new Purchases(rules, input.procurement);
  const parts = {
    lineOf: (id: number) => input.lines.find((line) => line.id === id),
    nameOf: (id: number | null) => input.projects.find((project) => project.id === id)?.name ?? null,
    assessmentOf: assessedBy(() => purchases),
    ruleSets: input.ruleSets,
  };
  return { input, items: input.procurement.map((item) => ({ item, findings: checkItem(item, parts) })) };
}

describe('a purchase by itself', () => {
  it('is told what the checks of the whole book tell of it', () => {
    const rules = recordRules.filter(({ each }) => each === 'procurement');
    for (const rule of rules) {
      for (const example of [...rule.examples.fails, ...rule.examples.passes]) {
        const { input, items } = found(example);
        const whole = runChecks(input, [rule]);
        const single = items.flatMap(({ findings }) => findings.filter(({ ruleId }) => ruleId === rule.id));
        // A finding about several purchases together is told at each of them.
        const words = [...new Set(single.map(({ message }) => message))];
        if (rule.once === undefined) expect(words, rule.id).toEqual([...new Set(whole.map(({ message }) => message))]);
        else expect(words.length > 0, rule.id).toBe(whole.length > 0);
      }
    }
    expect(rules.length).toBeGreaterThan(20);
  });

  it('is offered only what a fix changes, the worst finding first', () => {
    const { items } = found({
      procurement: [{ name: '护栏', amount: 30_000_000, method: '自行采购', projectId: 1 }],
      projects: [{ name: '甲' }],
    });
    const [{ findings } = { findings: [] }] = items;
    expect(findings.map(({ ruleId, severity, fix }) => [ruleId, severity, fix?.values])).toEqual([
      ['procurement-self', 'error', { method: '公开招标' }],
      ['procurement-reserve-missing', 'advice', { smeReserved: 30_000_000, microReserved: 18_000_000 }],
    ]);
  });
});
