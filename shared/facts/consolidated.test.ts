import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen, MAX_FEN } from '../money/fen.ts';
import { consolidatedFacts } from './consolidated.ts';
import type { TableFacts } from './cube.ts';
import type { FactsContext, LineFact } from './fact.ts';
import { context, line } from './facts.fixture.ts';
import { createFacts } from './facts.ts';

/** The part of the fixture's book that belongs to one unit. */
const partOf = (unitId: number): FactsContext => ({
  ...context,
  units: context.units.filter(({ id }) => id === unitId),
  projects: context.projects.filter((project) => project.unitId === unitId),
});
const said = (facts: TableFacts) => [facts.totals(), facts.tables(), facts.count];
const amountAt = (facts: TableFacts) => facts.cell({ table: 3, block: 0, row: 'total', column: 2 });

const edits = fc.array(
  fc.record({
    unitId: fc.constantFrom(1, 2),
    place: fc.integer({ min: 1, max: 6 }),
    what: fc.option(
      fc.record({
        nature: fc.constantFrom('basic' as const, 'project' as const),
        side: fc.constantFrom('income' as const, 'expenditure' as const),
        functional: fc.constantFrom('2080505', '2120501', null),
        amount: fc.integer({ min: -1_000_000, max: 1_000_000_000 }).map(fen),
      }),
      { freq: 4 },
    ),
  }),
  { maxLength: 30 },
);

describe('budgets together', () => {
  it('say after any edits of theirs what one budget with all their lines says', () => {
    fc.assert(
      fc.property(edits, fc.integer({ min: 0, max: 30 }), (steps, askAfter) => {
        const [first, second] = [createFacts(partOf(1)), createFacts(partOf(2))];
        const together = consolidatedFacts([first, second]);
        const one = createFacts(context);
        steps.forEach(({ unitId, place, what }, step) => {
          // A line's id is its own in the whole book.
          const id = unitId * 100 + place;
          const part = unitId === 1 ? first : second;
          if (what === null) part.remove(id);
          else part.put([line(id, { ...what, unitId })]);
          if (what === null) one.remove(id);
          else one.put([line(id, { ...what, unitId })]);
          if (step === askAfter) expect(said(together)).toEqual(said(one));
        });
        expect(said(together)).toEqual(said(one));
      }),
    );
  });

  it('answer which lines of every budget a cell is made of', () => {
    const [first, second] = [createFacts(partOf(1)), createFacts(partOf(2))];
    first.load([line(1), line(2, { functional: '2080505' })]);
    second.load([line(3, { unitId: 2 })]);
    const together = consolidatedFacts([first, second]);
    expect(together.linesOf({ table: 3, block: 0, row: 'f:2120501', column: 2 })).toEqual([1, 3]);
    expect(together.linesOf({ table: 3, block: 0, row: 'f:212', column: 99 })).toEqual([]);
  });

  it('give each unit its row and its projects below it, a confidential project without its name', () => {
    const secret = { id: 14, unitId: 2, name: '保密项目', confidential: true };
    const [first, second] = [createFacts(partOf(1)), createFacts({ ...partOf(2), projects: [secret] })];
    const project = (id: number, changes: Partial<LineFact>) =>
      line(id, { nature: 'project', amount: fen(1_000_000), ...changes });
    first.load([project(1, { projectId: 11 })]);
    second.load([project(2, { unitId: 2, projectId: 14 })]);
    const rows = consolidatedFacts([first, second])
      .table(12)
      .rows.map(({ cells }) => cells[0]?.text);
    expect(rows).toEqual(['甲局', '同名项目', '乙中心', '其他项目']);
  });

  it('follow a name, and lines that are all replaced', () => {
    const [first, second] = [createFacts(partOf(1)), createFacts(partOf(2))];
    const together = consolidatedFacts([first, second]);
    second.load([line(1, { unitId: 2, nature: 'project' })]);
    expect(amountAt(together)).toBe(100);
    second.load([line(2, { unitId: 2, amount: fen(7) })]);
    expect(amountAt(together)).toBe(7);
    second.setContext({ ...partOf(2), units: [{ id: 2, name: '改名中心', kind: 'institution' }] });
    expect(together.table(12).rows.map(({ cells }) => cells[0]?.text)).toEqual(['甲局', '改名中心']);
    expect(amountAt(together)).toBe(7);
  });

  it('refuse sums that would not be exact', () => {
    const [first, second] = [createFacts(partOf(1)), createFacts(partOf(2))];
    first.load([line(1, { amount: fen(MAX_FEN) })]);
    second.load([line(2, { unitId: 2, amount: fen(1) })]);
    const together = consolidatedFacts([first, second]);
    expect(() => together.totals()).toThrow('可精确计算');
    second.remove(2);
    expect(together.totals().expenditure).toBe(MAX_FEN);
  });
});
