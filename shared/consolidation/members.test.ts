import { describe, expect, it } from 'vitest';
import type { RowOfEntity } from '../entities/index.ts';
import { membersOf, unitsFrom, unitsOutside } from './members.ts';

type Unit = RowOfEntity<'unit'>;
type Budget = RowOfEntity<'budget'>;

const unit = (id: number, superiorId: number | null): Unit => ({
  id,
  revision: 1,
  parentId: null,
  position: id,
  code: `0${id}`,
  name: `单位${id}`,
  superiorId,
  level: 'county',
  kind: 'institution',
  region: null,
});
const budget = (id: number, unitId: number, changes: Partial<Budget> = {}): Budget => ({
  id,
  revision: 1,
  parentId: null,
  position: id,
  unitId,
  year: 2027,
  stage: 'second',
  status: 'draft',
  approvedOn: null,
  duties: null,
  organisation: null,
  responsible: null,
  accountant: null,
  phone: null,
  assetsOn: null,
  ...changes,
});

// 1 ─ 2 ─ 4, 1 ─ 3, and 5 that nobody is above.
const units = [unit(1, null), unit(2, 1), unit(3, 1), unit(4, 2), unit(5, null)];

describe('the members of a consolidation', () => {
  it('are the unit itself and all below it at any depth, each before those below it', () => {
    expect(unitsFrom(1, units).map(({ unit: { id }, depth }) => [id, depth])).toEqual([
      [1, 0],
      [2, 1],
      [4, 2],
      [3, 1],
    ]);
    expect(unitsFrom(2, units).map(({ unit: { id } }) => id)).toEqual([2, 4]);
  });

  it('are each counted once even where units were above each other in a circle', () => {
    expect(unitsFrom(1, [unit(1, 2), unit(2, 1)]).map(({ unit: { id } }) => id)).toEqual([1, 2]);
  });

  it('bring the budget of the same year and stage and no other, and say which stages there are', () => {
    const own = budget(10, 1);
    const budgets = [
      own,
      budget(11, 2, { stage: 'first' }),
      budget(12, 2),
      budget(13, 2, { year: 2026 }),
      budget(14, 3, { stage: 'approved' }),
      budget(15, 3, { stage: 'first' }),
    ];
    const members = membersOf(own, units, budgets);
    expect(members.map(({ unit: { id }, budget, stages }) => [id, budget?.id ?? null, stages])).toEqual([
      [1, 10, ['二上']],
      [2, 12, ['一上', '二上']],
      [4, null, []],
      [3, null, ['一上', '批复']],
    ]);
  });

  it('do not hold units of another department or none; those with a budget of that stage are told', () => {
    const own = budget(10, 1);
    expect(unitsOutside(own, units, [own, budget(11, 5)]).map(({ id }) => id)).toEqual([5]);
    expect(unitsOutside(own, units, [own, budget(11, 5, { stage: 'first' })])).toEqual([]);
    // Those above and beside a unit belong to its department.
    expect(unitsOutside(budget(12, 2), units, [own, budget(12, 2), budget(13, 3)])).toEqual([]);
    // 6 is below a unit without a budget, e.g. this department under another code.
    const strange = [...units, unit(6, 5)];
    expect(unitsOutside(own, strange, [own, budget(11, 6)]).map(({ id }) => id)).toEqual([6]);
  });
});
