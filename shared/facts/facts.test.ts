import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FUNDS, SIDES } from '../entities/vocabulary.ts';
import { fen, MAX_FEN } from '../money/fen.ts';
import type { TableModel } from '../tables/model.ts';
import type { LineFact } from './fact.ts';
import { context, line } from './facts.fixture.ts';
import { createFacts, type Facts } from './facts.ts';

const rowTexts = (table: TableModel) => table.rows.map((row) => row.cells.map((cell) => cell.text).join('|'));

const anyLine = (id: number): fc.Arbitrary<LineFact> =>
  fc.record({
    id: fc.constant(id),
    unitId: fc.constantFrom(1, 2),
    side: fc.constantFrom(...SIDES.map(({ value }) => value)),
    origin: fc.constantFrom('current', 'carryover'),
    fund: fc.constantFrom(...FUNDS.map(({ value }) => value)),
    functional: fc.constantFrom('2080505', '2120501', '2999999', null),
    revenue: fc.constantFrom('1030148', '103014801', null),
    nature: fc.constantFrom('basic', 'project', null),
    deptEconomic: fc.constantFrom('30101', '30217', '30231', '30302', null),
    govEconomic: fc.constantFrom('50999', null),
    use: fc.constantFrom('personnel', 'operating', null),
    projectId: fc.constantFrom(11, 12, 13, null),
    amount: fc.integer({ min: -1_000_000_000, max: 1_000_000_000_000 }).map(fen),
  }) as fc.Arbitrary<LineFact>;

const snapshot = (facts: Facts) => JSON.stringify([facts.totals(), facts.tables()]);

describe('facts', () => {
  it('rounds each cell from its own exact sum, so parts need not add up to the printed total', () => {
    const facts = createFacts(context);
    facts.load([
      line(1, { amount: fen(28_389_499), deptEconomic: '30101' }),
      line(2, { amount: fen(784_999), deptEconomic: '30217' }),
    ]);
    expect(rowTexts(facts.table(6))[0]).toBe('合计||29.17|28.39|0.78');
  });

  it('rolls functional codes up to section and class and prints an unlisted code as such', () => {
    const facts = createFacts(context);
    facts.load([
      line(1, { functional: '2080505', amount: fen(10_000) }),
      line(2, { functional: '2120777', amount: fen(20_000), nature: 'project' }),
    ]);
    expect(rowTexts(facts.table(3))).toEqual([
      '合计||0.03|0.01|0.02',
      '208|社会保障和就业支出|0.01|0.01|',
      '20805|行政事业单位养老支出|0.01|0.01|',
      '2080505|机关事业单位基本养老保险缴费支出|0.01|0.01|',
      '212|城乡社区支出|0.02||0.02',
      '21207|未在科目表中|0.02||0.02',
      '2120777|未在科目表中|0.02||0.02',
    ]);
  });

  it('counts lines of one class by what each says it is spent on, whichever comes first', () => {
    const staff = line(1, { deptEconomic: '30217', use: 'personnel', amount: fen(10_000) });
    const office = line(2, { deptEconomic: '30217', use: 'operating', amount: fen(20_000) });
    for (const lines of [
      [staff, office],
      [office, staff],
    ]) {
      const facts = createFacts(context);
      facts.load(lines);
      expect(rowTexts(facts.table(6))[0]).toBe('合计||0.03|0.01|0.02');
    }
  });

  it('keeps two projects of one name apart, in book order, under their unit', () => {
    const facts = createFacts(context);
    facts.load([
      line(1, { nature: 'project', projectId: 12, amount: fen(20_000) }),
      line(2, { nature: 'project', projectId: 11, amount: fen(10_000) }),
      line(3, { nature: 'project', projectId: null, amount: fen(40_000) }),
    ]);
    expect(rowTexts(facts.table(12)).slice(0, 4)).toEqual([
      '甲局|0.07|0.07||||',
      '同名项目|0.01|0.01||||',
      '同名项目|0.02|0.02||||',
      '（未指定项目）|0.04|0.04||||',
    ]);
  });

  it('never leaves money out: lines without a class, a revenue code or a project still count in rows of their own', () => {
    const facts = createFacts(context);
    facts.load([
      line(1, { functional: null, amount: fen(10_000) }),
      line(2, { side: 'income', fund: 'governmentFund', functional: '2120501', amount: fen(10_000) }),
    ]);
    expect(rowTexts(facts.table(1)).some((text) => text.includes('未填功能科目|0.01'))).toBe(true);
    expect(rowTexts(facts.table(7))).toEqual(['合计||0.01', '|（未填收入科目）|0.01']);
  });

  it('prints the note on a table without lines and no figure at all', () => {
    const facts = createFacts(context);
    facts.load([line(1)]);
    expect(facts.table(8).note).toBe('注：本表无数据');
    expect(rowTexts(facts.table(8))).toEqual(['合计||||']);
    expect(facts.table(5).note).toBeNull();
  });

  it('counts operating expenses of administrative units only in table 11', () => {
    const facts = createFacts(context);
    facts.load([
      line(1, { deptEconomic: '30217', amount: fen(30_000) }),
      line(2, { deptEconomic: '30217', amount: fen(50_000), unitId: 2 }),
      line(3, { deptEconomic: '30302', use: 'operating', amount: fen(10_000) }),
    ]);
    expect(rowTexts(facts.table(11))).toEqual(['部门合计|0.04|0.04||', '甲局|0.04|0.04||']);
  });

  it('names the lines a cell is made of, and their sum is the cell', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.nat(), { minLength: 1, maxLength: 12 })
          .chain((seeds) => fc.tuple(...seeds.map((_, index) => anyLine(index + 1)))),
        (lines) => {
          const facts = createFacts(context);
          facts.load(lines);
          const amounts = new Map(lines.map(({ id, amount }) => [id, amount]));
          for (const table of facts.tables()) {
            table.rows.forEach((row) => {
              row.cells.forEach((cell, column) => {
                const block = table.columns[column]?.block ?? 0;
                const key = row.keys[block];
                if (cell.kind !== 'amount' || cell.fen === null || key === null || key === undefined) return;
                const ids = facts.linesOf({ table: table.no, block, row: key, column });
                expect(ids.reduce((total, id) => total + (amounts.get(id) ?? Number.NaN), 0)).toBe(cell.fen);
              });
            });
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives the same tables after any sequence of edits as loading the result at once', () => {
    const id = fc.integer({ min: 1, max: 8 });
    const block = fc.array(id.chain(anyLine), { minLength: 1, maxLength: 6 });
    const edits = fc.array(fc.oneof(id, block), { maxLength: 40 });
    fc.assert(
      fc.property(edits, (steps) => {
        const edited = createFacts(context);
        const kept = new Map<number, LineFact>();
        for (const step of steps) {
          if (typeof step === 'number') {
            edited.remove(step);
            kept.delete(step);
          } else {
            edited.put(step);
            for (const fact of step) kept.set(fact.id, fact);
          }
        }
        const loaded = createFacts(context);
        loaded.load([...kept.values()]);
        expect(snapshot(edited)).toBe(snapshot(loaded));
        edited.recompute();
        expect(snapshot(edited)).toBe(snapshot(loaded));
      }),
      { numRuns: 200 },
    );
  });

  it('gives a line of one unit with a project of another a row under its own unit, whichever comes first', () => {
    const own = line(1, { nature: 'project', projectId: 12, amount: fen(10_000) });
    const foreign = line(2, { nature: 'project', projectId: 12, unitId: 2, amount: fen(20_000) });
    for (const lines of [
      [own, foreign],
      [foreign, own],
    ]) {
      const facts = createFacts(context);
      facts.load(lines);
      expect(rowTexts(facts.table(12)).map((text) => text.split('|').slice(0, 2))).toEqual([
        ['甲局', '0.01'],
        ['同名项目', '0.01'],
        ['乙中心', '0.02'],
        ['同名项目', '0.02'],
      ]);
    }
  });

  it('does not depend on the order of lines', () => {
    fc.assert(
      fc.property(fc.tuple(anyLine(1), anyLine(2), anyLine(3), anyLine(4)), (lines) => {
        const forward = createFacts(context);
        forward.load(lines);
        const backward = createFacts(context);
        backward.load([...lines].reverse());
        expect(snapshot(backward)).toBe(snapshot(forward));
      }),
    );
  });

  it('foresees what lines would bring about, and is afterwards as it was', () => {
    fc.assert(
      fc.property(fc.tuple(anyLine(1), anyLine(2)), fc.tuple(anyLine(-1), anyLine(-2), anyLine(-3)), (there, come) => {
        const facts = createFacts(context);
        facts.load(there);
        const before = snapshot(facts);
        const foreseen = facts.foreseeing(come, () => snapshot(facts));
        expect(() => facts.foreseeing(come, (asked) => asked.table(99))).toThrow('表99');
        expect([snapshot(facts), facts.count]).toEqual([before, 2]);
        facts.put(come);
        expect(foreseen).toBe(snapshot(facts));
      }),
    );
    const facts = createFacts(context);
    facts.load([line(1, { amount: fen(MAX_FEN) })]);
    expect(() => facts.foreseeing([line(-1)], () => 0)).toThrow('超出可精确计算的范围');
  });

  it('refuses an amount that would take sums out of exact range and stays as it was', () => {
    const facts = createFacts(context);
    facts.load([line(1, { amount: fen(MAX_FEN) })]);
    const before = snapshot(facts);
    const over = [line(1, { amount: fen(7), fund: 'ownFunds' }), line(1, { amount: fen(9) }), line(3, {})];
    for (const lines of [[line(2, { amount: fen(1) })], [...over, line(2, { amount: fen(MAX_FEN) }), line(4, {})]]) {
      expect(() => facts.put(lines)).toThrow('超出可精确计算的范围');
      expect(snapshot(facts)).toBe(before);
      expect(facts.ledger.magnitude).toBe(MAX_FEN);
    }
    facts.put([line(1, { amount: fen(5) })]);
    expect(facts.totals().expenditure).toBe(5);
  });

  it('gathers confidential projects in a row of their unit, without their names, and keeps every sum', () => {
    const facts = createFacts(context);
    const spent = (id: number, projectId: number, amount: number) =>
      line(id, { nature: 'project', projectId, amount: fen(amount) });
    facts.load([spent(1, 11, 100_00), spent(2, 12, 200_00), spent(3, 13, 400_00)]);
    const open = facts.table(12);
    const hidden = (...ids: readonly number[]) => ({
      ...context,
      projects: context.projects.map((project) => ({ ...project, confidential: ids.includes(project.id) })),
    });
    facts.setContext(hidden(11, 12));
    const rows = facts.table(12).rows;
    const texts = rowTexts(facts.table(12)).join();
    expect(texts).toContain('其他项目');
    expect(texts).not.toContain('同名项目');
    expect(rows).toHaveLength(open.rows.length - 1);
    const row = 'project:#:1';
    expect(facts.cell({ table: 12, block: 0, row, column: 1 })).toBe(300_00);
    expect(facts.linesOf({ table: 12, block: 0, row, column: 1 })).toEqual([1, 2]);
    facts.setContext(hidden());
    expect(facts.table(12)).toEqual(open);
  });

  it('follows a renamed project and a changed unit kind without reloading lines', () => {
    const facts = createFacts(context);
    facts.load([line(1, { nature: 'project', projectId: 11 }), line(2, { deptEconomic: '30217' })]);
    expect(facts.table(11).note).toBeNull();
    facts.setContext({
      ...context,
      units: [{ id: 1, name: '甲中心', kind: 'institution' }],
      projects: [{ id: 11, unitId: 1, name: '改了名' }],
    });
    expect(rowTexts(facts.table(12))[1]).toContain('改了名');
    expect(facts.table(11).note).toBe('注：本表无数据');
  });
});
