import { describe, expect, test } from 'vitest';
import { tableChecks } from '../../shared/checks/cross-table.ts';
import { exampleInput } from '../../shared/checks/example-input.fixture.ts';
import { exampleSource } from '../../shared/checks/example-source.fixture.ts';
import type { Finding } from '../../shared/checks/finding.ts';
import { recordRules } from '../../shared/checks/record-rules.ts';
import { runChecks } from '../../shared/checks/run.ts';
import { runTableChecks } from '../../shared/checks/run-tables.ts';
import { type EntityName, entities } from '../../shared/entities/index.ts';
import { FORM_FAMILIES } from '../../shared/goals/form-families/index.ts';
import type { FormBlock } from '../../shared/goals/form-spec.ts';
import { tablesFor } from '../../shared/tables/index.ts';
import { INCOME_COLUMNS, spendingColumns } from '../lines/columns.ts';
import { procurementColumns } from '../procurement/columns.ts';
import { PAGES, type PageId } from '../state/pages.ts';
import type { GoTo } from '../state/window-state.ts';
import { placeOf } from './places.ts';

const OWN = { unitId: 41, budgetId: 42 };
const keys = (columns: readonly { readonly key: string }[]) => columns.map(({ key }) => key);
const fieldsOf = (entity: EntityName, ...without: readonly string[]) =>
  Object.keys(entities[entity].fields).filter((field) => !without.includes(field));

/** The cells that each page has for the records of an entity. */
const CELLS: Readonly<Record<string, readonly string[]>> = {
  'income/line': keys(INCOME_COLUMNS),
  'spending/line': keys(spendingColumns({ govEconomic: () => null, govName: () => '' }, async () => null)),
  'projects/project': fieldsOf('project', 'lineage'),
  'procurement/procurement': keys(procurementColumns({ organisation: () => '', methods: () => [], priced: () => '' })),
  'unit/unit': fieldsOf('unit'),
  'unit/budget': fieldsOf('budget', 'unitId', 'year', 'stage', 'status'),
  'unit/asset': fieldsOf('asset'),
  'unit/prior': fieldsOf('prior'),
  'goals/goalSheet': FORM_FAMILIES.flatMap(({ project, unit }) => [...project.blocks, ...unit.blocks]).flatMap(shownIn),
  'goals/indicator': FORM_FAMILIES.flatMap(({ project }) => project.blocks).flatMap((block) =>
    block.kind === 'indicators' ? block.columns.map(({ field }) => field) : [],
  ),
  'goals/unit': [],
  'goals/project': [],
};

function shownIn(block: FormBlock): readonly string[] {
  switch (block.kind) {
    case 'fields':
      return block.rows.flat().flatMap(({ fields }) => fields);
    case 'signatures':
      return block.cells.flatMap(({ fields }) => fields);
    case 'funding':
      return [
        ...Object.values(block.total).map(({ field }) => field),
        ...block.sources.flatMap(({ fields }) => Object.values(fields)),
      ];
    case 'text':
      return [block.field];
    case 'goals':
      return Object.values(block.fields);
    case 'indicators':
      return [];
  }
}

/** Why nobody would find the place; null when it is there. */
function lost(page: PageId, goTo: GoTo): string | null {
  if (!PAGES.some(({ id }) => id === page)) return `no page ${page}`;
  switch (goTo.kind) {
    case 'cell':
    case 'table': {
      const no = goTo.kind === 'cell' ? goTo.cell.table : goTo.table;
      return page === 'tables' && tablesFor(2025).some((table) => table.no === no) ? null : `no table ${no}`;
    }
    case 'narrative':
      return page === 'document' && goTo.section !== '' ? null : 'no paragraph';
    case 'row': {
      const cells = CELLS[`${page}/${goTo.entity}`];
      if (cells === undefined) return `${page} shows no ${goTo.entity}`;
      return goTo.field === null || cells.includes(goTo.field) ? null : `${page} has no cell ${goTo.field}`;
    }
  }
}

const lostIn = (findings: readonly Finding[]) =>
  findings.flatMap((finding) => {
    const { page, goTo } = placeOf(finding, OWN);
    const why = lost(page, goTo);
    return why === null ? [] : [`${finding.ruleId}: ${why}`];
  });

describe('the place of a finding is on a page of the window, in a cell that is there', () => {
  test.each(recordRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const findings = rule.examples.fails.flatMap((example) => runChecks(exampleInput(example), [rule]));
    expect(findings.some(({ ruleId }) => ruleId === id)).toBe(true);
    expect(lostIn(findings)).toEqual([]);
  });

  test.each(tableChecks.map((check) => [check.id, check] as const))('%s', (_, check) => {
    const findings = check.examples.fails.flatMap((example) => runTableChecks([check], exampleSource(example)));
    expect(findings.length).toBeGreaterThan(0);
    expect(lostIn(findings)).toEqual([]);
  });
});

test('what is told of the budget as a whole leads to the list where it is mended', () => {
  const at = (ruleId: string) => placeOf({ ruleId, location: { kind: 'budget' } }, OWN);
  expect(at('goal-unit-missing')).toEqual({
    page: 'goals',
    goTo: { kind: 'row', entity: 'unit', id: OWN.unitId, field: null },
  });
  expect(at('asset-vehicles-over-quota').goTo).toMatchObject({ entity: 'asset' });
  expect(at('some other rule').goTo).toMatchObject({ entity: 'budget', id: OWN.budgetId });
});

test('a project without a goal sheet leads to its place among the goal sheets', () => {
  const location = { kind: 'row', entity: 'project', id: 7, field: 'name' } as const;
  expect(placeOf({ ruleId: 'project-goal-missing', location }, OWN)).toEqual({
    page: 'goals',
    goTo: { kind: 'row', entity: 'project', id: 7, field: null },
  });
  expect(placeOf({ ruleId: 'project-dates', location }, OWN).page).toBe('projects');
});
