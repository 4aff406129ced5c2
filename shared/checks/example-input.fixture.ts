/** Completes a small example to the input of the checks: what an example does not say is ordinary. */
import { createCodeBook } from '../codes/index.ts';
import { goalSheet } from '../entities/goal-sheet.ts';
import type { EntityName, RowOfEntity } from '../entities/index.ts';
import { createFacts } from '../facts/facts.ts';
import { firstDayOf, setsInForce } from '../procurement/in-force.ts';
import { SHIPPED_RULE_SETS } from '../procurement/rule-sets/index.ts';
import type { CheckInput } from './input.ts';
import type { ExampleRow, RecordExample } from './record-spec.ts';

const LINE: ExampleRow = {
  side: 'income',
  origin: 'current',
  fund: 'generalPublic',
  functional: '2120501',
  revenue: null,
  nature: null,
  deptEconomic: null,
  govEconomic: null,
  use: null,
  projectId: null,
  amount: 100,
  note: null,
};
const PROJECT: ExampleRow = {
  code: null,
  name: '某项目',
  category: 'specificTarget',
  startsOn: null,
  endsOn: null,
  continues: false,
  confidential: false,
  note: null,
  lineage: null,
};
const ITEM: ExampleRow = {
  projectId: null,
  lineId: null,
  catalogueCode: null,
  name: '某采购',
  category: 'goods',
  quantity: null,
  measure: null,
  unitPrice: null,
  amount: 100,
  imported: false,
  smeReserved: null,
  microReserved: null,
  method: null,
  period: null,
  note: null,
  worksRelated: null,
};
const SHEET: ExampleRow = {
  projectId: null,
  form: 'costFirst',
  ...Object.fromEntries(
    Object.keys(goalSheet.fields).flatMap((name) => (name === 'form' || name === 'projectId' ? [] : [[name, null]])),
  ),
};
const INDICATOR: ExampleRow = {
  period: 'annual',
  level1: '产出指标',
  level2: '数量指标',
  level3: '数量',
  operator: null,
  value: '1',
  measure: null,
  score: null,
  nature: null,
  direction: null,
  note: null,
};
const ASSET: ExampleRow = { kind: 'other', name: null, quantity: '1', measure: '辆', value: null, note: null };
const PRIOR: ExampleRow = { measure: 'income.total', amount: 100, rounded: false };
const UNIT: ExampleRow = {
  code: '044',
  name: '某单位',
  superiorId: null,
  level: 'county',
  kind: 'institution',
  region: '山西省吕梁市岚县',
};
const BUDGET: ExampleRow = { unitId: 1, year: 2025, stage: 'first', status: 'draft', approvedOn: null, assetsOn: null };

/** Rows with the fields an example gives on top of ordinary ones; ids are places from 1. */
function rows<N extends EntityName>(
  _entity: N,
  ordinary: ExampleRow,
  given: readonly ExampleRow[] = [],
): readonly RowOfEntity<N>[] {
  const complete = given.map((row, index) => ({
    id: index + 1,
    revision: 1,
    parentId: 1,
    position: index,
    ...ordinary,
    ...row,
  }));
  // Examples name the fields of their entity; a wrong name would make the example's test fail.
  return complete as unknown as readonly RowOfEntity<N>[];
}

export function exampleInput(example: RecordExample): CheckInput {
  const [unit] = rows('unit', UNIT, [example.unit ?? {}]);
  const [budget] = rows('budget', BUDGET, [example.budget ?? {}]);
  if (unit === undefined || budget === undefined) throw new Error('an example has a unit and a budget');
  const lines = rows('line', LINE, example.lines);
  const projects = rows('project', PROJECT, example.projects);
  const facts = createFacts({
    year: budget.year,
    unitName: unit.name,
    units: [unit],
    projects: projects.map(({ id, name, confidential }) => ({ id, unitId: unit.id, name, confidential })),
    codes: createCodeBook(budget.year),
  });
  facts.load(lines.map((line) => ({ ...line, unitId: unit.id })));
  return {
    facts,
    unit,
    budget,
    lines,
    projects,
    procurement: rows('procurement', ITEM, example.procurement),
    goalSheets: rows('goalSheet', SHEET, example.goalSheets),
    indicators: rows('indicator', INDICATOR, example.indicators),
    assets: rows('asset', ASSET, example.assets),
    prior: rows('prior', PRIOR, example.prior),
    narrative: rows('narrative', {}, example.narrative),
    ruleSets: setsInForce(SHIPPED_RULE_SETS, unit.region, firstDayOf(budget)),
  };
}
