import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '../../../shared/money/fen.ts';
import { add, createBook, inCore, listed, type TestCore } from '../core.fixture.ts';
import { everything, project, seen, spent } from './projects.fixture.ts';

type Step = { readonly kind: 'merge' | 'split' | 'move'; readonly seed: number; readonly share: number };

const steps: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('merge', 'split', 'move'),
  seed: fc.nat(1_000),
  share: fc.integer({ min: 1, max: 99 }),
});

/** Does one random operation; what is not possible is skipped. */
async function operate(test: TestCore, { kind, seed, share }: Step): Promise<void> {
  const projects = await listed(test, 'project', 1);
  const lines = await listed(test, 'line', 1);
  const one = projects[seed % projects.length] ?? never();
  const other = projects[(seed + 1) % projects.length] ?? never();
  if (kind === 'merge') {
    if (one === other) return;
    const input = { intoId: one.id, projects: seen([one, other]), goalSheetOf: null, indicators: seed % 2 === 0 };
    await test.call('project.merge', input);
    return;
  }
  const own = lines.filter(({ projectId }) => projectId === one.id);
  if (own.length === 0) return;
  if (kind === 'move') {
    const moved = own.slice(0, 1 + (seed % own.length));
    await test.call('project.moveLines', { projectId: other.id, lines: seen(moved) });
    return;
  }
  const parts = own.slice(0, 1 + (seed % 3)).map(({ id, revision, amount }) => {
    const part = Math.floor((amount * share) / 100);
    return { id, revision, amount: part === 0 ? null : fen(part) };
  });
  const { id: projectId, revision } = one;
  await test.call('project.split', { projectId, revision, name: `拆${seed}`, goalSheet: seed % 2 === 0, lines: parts });
}

test('whatever is moved, merged and split: tables 1–11 and the totals of 12 and 13 stay to the 分; undo gives all back', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          project: fc.nat(4),
          amount: fc.integer({ min: 1, max: 999_999_999 }),
          fund: fc.constantFrom('generalPublic', 'governmentFund', 'ownFunds'),
          origin: fc.constantFrom('current', 'carryover'),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      fc.array(steps, { minLength: 1, maxLength: 8 }),
      (given, sequence) =>
        inCore(async (test) => {
          await createBook(test);
          await add(test, 'project', 1, ['甲', '乙', '丙', '丁', '戊'].map(project));
          await add(
            test,
            'line',
            1,
            given.map(({ project: at, amount, fund, origin }) => spent(at + 1, amount, { fund, origin })),
          );
          const { doneId } = await test.call('history.state', {});
          const before = await everything(test);
          const tables = async () => (await test.call('table.all', { budgetId: 1 })).tables;
          // The first row of tables 12 and 13 is the unit's total.
          const sums = async () => (await tables()).map(({ no, rows }) => (no < 12 ? rows : rows.slice(0, 1)));
          const first = await sums();
          for (const step of sequence) await operate(test, step);
          expect(await sums()).toEqual(first);
          await test.call('history.goBackTo', { entryId: doneId });
          expect(await everything(test)).toBe(before);
        }),
    ),
    { numRuns: 15 },
  ));

function never(): never {
  throw new Error('nothing there');
}
