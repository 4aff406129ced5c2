import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { FindingsIndex } from './findings-index.ts';

const found = (change: Partial<KeptFinding>): KeptFinding => ({
  key: JSON.stringify(change),
  ruleId: 'r',
  severity: 'error',
  message: '。',
  basis: '',
  location: { kind: 'row', entity: 'line', id: 1, field: 'amount', page: 'income' },
  order: [],
  project: null,
  ...change,
});
const waived = { waiverId: 1, reason: '等待财政分配', madeBy: null, madeOn: null };

test('findings are counted by the page on which they are mended', () => {
  const { open, pages } = new FindingsIndex()
    .take(
      [
        found({}),
        found({ location: { kind: 'row', entity: 'indicator', id: 1, field: 'value' }, severity: 'warning' }),
        found({ location: { kind: 'narrative', section: 'change.reason' }, severity: 'advice' }),
        found({ ruleId: 'goal-unit-missing', location: { kind: 'budget' }, severity: 'advice' }),
      ],
      [],
    )
    .counts();
  expect(open).toEqual({ error: 1, warning: 1, advice: 2, waived: 0 });
  expect(Object.fromEntries(pages)).toEqual({
    income: { error: 1, warning: 0, advice: 0 },
    goals: { error: 0, warning: 1, advice: 1 },
    document: { error: 0, warning: 0, advice: 1 },
  });
});

test('a waived finding is open nowhere and leaves no mark', () => {
  const findings = new FindingsIndex().take([found({ severity: 'warning', waived })], []);
  const { open, pages } = findings.counts();
  expect([open.warning, open.waived, pages.size]).toEqual([0, 1, 0]);
  expect(findings.marks('line').get(1)).toEqual({});
});

test('what is about no row, and what is waived, is found without going through the rest', () => {
  const index = new FindingsIndex();
  const cell = { kind: 'cell', cell: { table: 1, block: 0, row: 'total', column: 1 } } as const;
  index.take([found({ key: 'a' }), found({ key: 'b', location: cell }), found({ key: 'c', waived })], []);
  const keys = (findings: Iterable<KeptFinding>) => [...findings].map(({ key }) => key);
  const before = index.take([], []);
  expect([keys(before.beyondRows()), keys(before.waived())]).toEqual([['b'], ['c']]);
  const after = index.take([found({ key: 'c' })], ['b']);
  expect([keys(after.beyondRows()), keys(after.waived())]).toEqual([[], []]);
});

test('a cell is marked by the worst that is said of it', () => {
  const findings = new FindingsIndex().take(
    [
      found({ key: 'b', severity: 'advice', message: '建议' }),
      found({ key: 'a', message: '第二', order: [2] }),
      found({ key: 'c', message: '第一', order: [1] }),
    ],
    [],
  );
  expect(findings.marks('line').get(1)).toEqual({ amount: { severity: 'error', message: '第一', basis: '' } });
  expect(findings.marks('line').get(2)).toBeUndefined();
  expect(findings.marks('project').get(1)).toBeUndefined();
});

test('rows that nothing changed about keep their marks, so that they are not drawn again', () => {
  const index = new FindingsIndex();
  const of = (id: number) => ({ kind: 'row', entity: 'line', id, field: 'amount', page: 'income' }) as const;
  const before = index.take(
    [1, 2].map((id) => found({ key: `${id}`, location: of(id) })),
    [],
  );
  const [first, second] = [before.marks('line').get(1), before.marks('line').get(2)];
  const after = index.take([], ['2']);
  expect(after).not.toBe(before);
  expect(after.marks('line')).not.toBe(before.marks('line'));
  expect(after.marks('line').get(1)).toBe(first);
  expect(second).toBeDefined();
  expect(after.marks('line').get(2)).toBeUndefined();
});

test('any changes one after the other leave what taking all at once gives', () => {
  const finding = fc
    .record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      severity: fc.constantFrom('error', 'warning', 'advice'),
      message: fc.constantFrom('一', '二'),
      isWaived: fc.boolean(),
      order: fc.array(fc.nat(2), { minLength: 2, maxLength: 2 }),
      location: fc.oneof(
        fc.record({
          kind: fc.constant('row'),
          entity: fc.constantFrom('line', 'project'),
          id: fc.nat(2),
          field: fc.constantFrom('amount', 'note', null),
          page: fc.constantFrom('income', 'spending'),
        }),
        fc.constant({ kind: 'budget' }),
      ),
    })
    .map(({ isWaived, ...made }) => found({ ...made, ...(isWaived ? { waived } : {}) } as Partial<KeptFinding>));
  const step = fc.record({ changed: fc.array(finding, { maxLength: 3 }), gone: fc.array(fc.constantFrom('a', 'b')) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const index = new FindingsIndex();
      const kept = new Map<string, KeptFinding>();
      for (const { changed, gone } of steps) {
        const findings = index.take(changed, gone);
        findings.marks('line').get(1);
        if (changed.length > 1) findings.sorted();
        for (const key of gone) kept.delete(key);
        for (const each of changed) {
          kept.delete(each.key);
          kept.set(each.key, each);
        }
      }
      const findings = index.take([], []);
      const fresh = new FindingsIndex().take([...kept.values()], []);
      expect(findings.size).toBe(kept.size);
      expect(findings.counts()).toEqual(fresh.counts());
      expect(
        findings
          .sorted()
          .map(({ key }) => key)
          .sort(),
      ).toEqual([...kept.keys()].sort());
      const places = findings.sorted().map(({ severity, order }) => [severity, order]);
      expect(places).toEqual(fresh.sorted().map(({ severity, order }) => [severity, order]));
      for (const entity of ['line', 'project'] as const)
        for (const id of [0, 1, 2]) expect(findings.marks(entity).get(id)).toEqual(fresh.marks(entity).get(id));
    }),
  );
});
