import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CarryItem, CarryKind } from '../../shared/carry-forward/types.ts';
import { isTicked, type Ticks, ticked } from './ticks.ts';

const item = (kind: CarryKind, needs: string | null, chosen: boolean): CarryItem => ({
  id: `${kind}:1`,
  kind,
  projectId: 1,
  label: kind,
  detail: '',
  amount: null,
  chosen,
  reason: '',
  needs,
});
const items = (chosen: boolean) => [
  item('project', null, chosen),
  item('projectLines', 'project:1', chosen),
  item('goalSheet', 'project:1', chosen),
  item('annualGoals', 'goalSheet:1', false),
  item('procurement', 'project:1', false),
];
const on = (list: readonly CarryItem[], ticks: Ticks) =>
  list.filter((each) => isTicked(each, ticks)).map(({ kind }) => kind);

test('a project takes its lines and goal sheet along, and everything with it when it stays behind', () => {
  const list = items(false);
  const with_ = ticked(list, new Map(), 'project:1', true);
  expect(on(list, with_)).toEqual(['project', 'projectLines', 'goalSheet']);
  const all = ticked(list, ticked(list, with_, 'procurement:1', true), 'annualGoals:1', true);
  expect(on(list, ticked(list, all, 'goalSheet:1', false))).toEqual(['project', 'projectLines', 'procurement']);
  expect(on(list, ticked(list, all, 'project:1', false))).toEqual([]);
});

test('the annual goals bring the goal sheet and its project, and nothing else', () => {
  const list = items(false);
  expect(on(list, ticked(list, new Map(), 'annualGoals:1', true))).toEqual(['project', 'goalSheet', 'annualGoals']);
});

test('whatever is ticked, what it needs is ticked', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...items(true).map(({ id }) => id)), fc.boolean()));
  fc.assert(
    fc.property(fc.boolean(), steps, (chosen, clicks) => {
      const list = items(chosen);
      const ticks = clicks.reduce<Ticks>((so, [id, state]) => ticked(list, so, id, state), new Map());
      for (const each of list) {
        const needed = list.find(({ id }) => id === each.needs);
        if (needed !== undefined && isTicked(each, ticks)) expect(isTicked(needed, ticks)).toBe(true);
      }
    }),
  );
});
