/** A department that has divided its work over units publishes what it would have published alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consolidatedFacts } from '../shared/facts/consolidated.ts';
import type { LineFact } from '../shared/facts/fact.ts';
import { createFacts, type Facts } from '../shared/facts/facts.ts';
import { fen, sumFen } from '../shared/money/fen.ts';
import type { TableModel } from '../shared/tables/model.ts';
import type { ExpectedTable } from './invented-2025/expected/tables.ts';
import { printed } from './printed-table.fixture.ts';
import { sampleFacts, sampleParts } from './sample-facts.fixture.ts';
import { readJson } from './source.ts';

const { context, lines } = sampleParts('lanxian-2025');
const whole = sampleFacts('lanxian-2025').tables();
const kind = context.units[0]?.kind ?? 'institution';

/** Tables with a row for each unit. */
const BY_UNIT = new Set([11, 12, 13]);

interface Split {
  readonly units: number;
  /** To which unit each line goes, and each project with all of its lines. */
  readonly lines: readonly number[];
  readonly projects: readonly number[];
}

const splits: fc.Arbitrary<Split> = fc.integer({ min: 2, max: 6 }).chain((units) => {
  const places = (count: number) =>
    fc.array(fc.integer({ min: 0, max: units - 1 }), { minLength: count, maxLength: count });
  return fc.record({
    units: fc.constant(units),
    lines: places(lines.length),
    projects: places(context.projects.length),
  });
});

/** The sample's budget as budgets of several units. */
function divided(split: Split): readonly [Facts, ...Facts[]] {
  const projectAt = (id: number) => split.projects[context.projects.findIndex((project) => project.id === id)];
  const placeOf = ({ projectId }: LineFact, index: number) =>
    projectId === null ? split.lines[index] : projectAt(projectId);
  const budgetOf = (place: number): Facts => {
    const unitId = place + 1;
    const facts = createFacts({
      ...context,
      units: [{ kind, id: unitId, name: place === 0 ? context.unitName : `下属${place}` }],
      projects: context.projects.filter(({ id }) => projectAt(id) === place).map((project) => ({ ...project, unitId })),
    });
    facts.load(lines.flatMap((line, index) => (placeOf(line, index) === place ? { ...line, unitId } : [])));
    return facts;
  };
  return [budgetOf(0), ...Array.from({ length: split.units - 1 }, (_, index) => budgetOf(index + 1))];
}

const amounts = (table: TableModel, prefix: string) =>
  table.rows
    .filter(({ keys }) => keys[0]?.startsWith(prefix))
    .map(({ cells }) => cells.map((cell) => (cell.kind === 'amount' ? (cell.fen ?? 0) : 0)));
const summed = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, column) => sumFen(rows.map((row) => fen(row[column] ?? 0))));
const projectTexts = (table: TableModel) =>
  table.rows
    .filter(({ keys }) => keys[0]?.startsWith('project:'))
    .map(({ cells }) => cells.map(({ text }) => text).join('|'))
    .sort();

describe('a consolidation', () => {
  it('is the tables of the undivided budget, however its lines are divided over units', () => {
    fc.assert(
      fc.property(splits, (split) => {
        const tables = consolidatedFacts(divided(split)).tables();
        const same = (table: TableModel) => !BY_UNIT.has(table.no);
        expect(tables.filter(same)).toEqual(whole.filter(same));
        for (const table of tables.filter((each) => !same(each))) {
          const alone = whole.find(({ no }) => no === table.no) ?? table;
          expect(summed(amounts(table, 'unit:'))).toEqual(summed(amounts(alone, 'unit:')));
          expect(amounts(table, 'total')).toEqual(amounts(alone, 'total'));
          expect(projectTexts(table)).toEqual(projectTexts(alone));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('of the invented department has, with a row for each unit, the tables that plain SQL gives', () => {
    const expected = readJson<Readonly<Record<string, { readonly tables: readonly ExpectedTable[] }>>>(
      'invented-2025/expected-tables.json',
    );
    const facts = consolidatedFacts([budgetOf('021', 0), budgetOf('021001', 1), budgetOf('021002', 2)]);
    expect(facts.tables().map(printed)).toEqual(expected.department?.tables);
    const units = facts.table(12).rows.filter(({ keys }) => keys[0]?.startsWith('unit:'));
    expect(units).toHaveLength(3);
  });
});

/** One unit's budget. Ids of a book belong to one record each; those of single samples all begin at one. */
function budgetOf(unit: string, place: number): Facts {
  const { context: own, lines: ofUnit } = sampleParts('invented-2025', [unit]);
  const moved = (id: number) => id + place * 100_000;
  const facts = createFacts({ ...own, projects: own.projects.map((each) => ({ ...each, id: moved(each.id) })) });
  facts.load(
    ofUnit.map(({ projectId, ...line }) => ({
      ...line,
      id: moved(line.id),
      projectId: projectId === null ? null : moved(projectId),
    })),
  );
  return facts;
}
