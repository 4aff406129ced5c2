/** Random books, edited at random: the interpreter under edits beside plain SQL over the same lines. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FUNDS } from '../shared/entities/vocabulary.ts';
import type { LineFact } from '../shared/facts/fact.ts';
import { fen } from '../shared/money/fen.ts';
import { openLedger } from './invented-2025/expected/ledger.ts';
import { tablesFrom } from './invented-2025/expected/tables.ts';
import { printed } from './printed-table.fixture.ts';
import { sampleFacts } from './sample-facts.fixture.ts';

const UNIT = '021';
const PLACES = 12;

type Choice = Omit<LineFact, 'id' | 'unitId'>;

/** Lines as the form allows them: complete, with listed codes, and with projects of the unit. */
const choices = (projects: readonly number[]): fc.Arbitrary<Choice> => {
  const common = {
    origin: fc.constantFrom('current' as const, 'carryover' as const),
    fund: fc.constantFrom(...FUNDS.map(({ value }) => value)),
    amount: fc.integer({ min: 1, max: 5_000_000_000 }).map(fen),
  };
  const functional = fc.constantFrom('2050101', '2050102', '2050199', '2050202', '2050203', '2050204');
  const economic = fc.constantFrom('30101', '30201', '30217', '30231', '30302', '31013');
  const none = fc.constant(null);
  return fc.oneof(
    fc.record({
      ...common,
      side: fc.constant('income' as const),
      functional,
      revenue: fc.constantFrom('1030148', '1030601'),
      nature: none,
      deptEconomic: none,
      govEconomic: none,
      use: none,
      projectId: none,
    }),
    fc.record({
      ...common,
      side: fc.constant('expenditure' as const),
      functional,
      revenue: none,
      nature: fc.constant('basic' as const),
      deptEconomic: economic,
      govEconomic: none,
      use: fc.constantFrom('personnel' as const, 'operating' as const, null),
      projectId: none,
    }),
    fc.record({
      ...common,
      side: fc.constant('expenditure' as const),
      functional,
      revenue: none,
      nature: fc.constant('project' as const),
      deptEconomic: economic,
      govEconomic: none,
      use: none,
      projectId: fc.constantFrom(...projects),
    }),
    fc.record({
      ...common,
      side: fc.constant('yearEndCarryover' as const),
      functional: none,
      revenue: none,
      nature: none,
      deptEconomic: none,
      govEconomic: none,
      use: none,
      projectId: none,
    }),
  );
};

it('shows after random edits what plain SQL sums over the same lines', () => {
  const facts = sampleFacts('invented-2025', [UNIT]);
  const unitId = facts.context.units[0]?.id ?? 0;
  const db = openLedger([UNIT]);
  const keys = db.prepare('SELECT key FROM project ORDER BY n').pluck().all();
  const remove = db.prepare('DELETE FROM line WHERE rowid = ?');
  const insert = db.prepare(
    'INSERT INTO line (rowid, unit, side, origin, fund, functional, revenue, nature, dept, gov, usage, project, fen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const steps = fc.array(
    fc.record({
      id: fc.integer({ min: 1, max: PLACES }),
      line: fc.option(choices(facts.context.projects.map(({ id }) => id)), { freq: 4 }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(steps, (edits) => {
      facts.load([]);
      db.exec('DELETE FROM line');
      for (const { id, line } of edits) {
        remove.run(id);
        if (line === null) {
          facts.remove(id);
          continue;
        }
        facts.put([{ ...line, id, unitId }]);
        const place = facts.context.projects.findIndex((project) => project.id === line.projectId);
        const project = place < 0 ? null : keys[place];
        insert.run(
          id,
          UNIT,
          line.side,
          line.origin,
          line.fund,
          line.functional,
          line.revenue,
          line.nature,
          line.deptEconomic,
          line.govEconomic,
          line.use,
          project,
          BigInt(line.amount),
        );
      }
      expect(facts.tables().map(printed)).toEqual(tablesFrom(db));
    }),
    { numRuns: 60 },
  );
  db.close();
});
