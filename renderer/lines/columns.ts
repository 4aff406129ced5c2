/** The columns of 收入 and 支出, and what a new line starts with. Labels, kinds and help come from the field list. */
import type { CodeEntry } from '../../shared/api/types.ts';
import { budgetLine } from '../../shared/entities/budget-line.ts';
import { BASIC_USES, labelOf, SIDES } from '../../shared/entities/vocabulary.ts';
import type { CellValue, Values } from '../../shared/intake/values.ts';
import type { UnitKind } from '../../shared/tables/model.ts';
import type { GridColumn } from '../grid/column.ts';

const { fields } = budgetLine;

/** 收入: what comes in, by fund and function. */
export const INCOME_COLUMNS: readonly GridColumn[] = [
  { key: 'fund', field: fields.fund, width: 126, frozen: true },
  { key: 'functional', field: fields.functional, width: 262 },
  { key: 'amount', field: fields.amount, width: 142 },
  { key: 'origin', field: fields.origin, width: 92 },
  { key: 'revenue', field: fields.revenue, width: 240 },
  { key: 'note', field: fields.note, width: 240 },
];

/** 支出 and 年终结转 share a page, so the side is a column there. */
const spendingSide = {
  ...fields.side,
  label: '支出或结转',
  options: SIDES.filter((side) => side.value !== 'income'),
} as const;

/** What the rules take where a line leaves the government class or the use blank. */
export interface LineDefaults {
  /** The government economic class for a department class; null when none is listed. */
  readonly govEconomic: (deptEconomic: CellValue) => string | null;
  /** The name of a government economic class. */
  readonly govName: (code: string) => string;
}

/** @param makeProject makes a project that a line names and the budget does not have yet */
export function spendingColumns(
  defaults: LineDefaults,
  makeProject: NonNullable<GridColumn['make']>,
): readonly GridColumn[] {
  return [
    { key: 'nature', field: fields.nature, width: 82, frozen: true },
    { key: 'functional', field: fields.functional, width: 172 },
    { key: 'deptEconomic', field: fields.deptEconomic, title: '部门经济分类', width: 148 },
    { key: 'projectId', field: fields.projectId, width: 156, make: makeProject },
    { key: 'amount', field: fields.amount, width: 132 },
    { key: 'fund', field: fields.fund, width: 124 },
    { key: 'origin', field: fields.origin, width: 92 },
    { key: 'note', field: fields.note, width: 200 },
    {
      key: 'govEconomic',
      field: fields.govEconomic,
      title: '政府经济分类',
      width: 190,
      derived: ({ deptEconomic = null }) => {
        const code = defaults.govEconomic(deptEconomic);
        return code === null ? '' : `${code} ${defaults.govName(code)}`.trim();
      },
      value: (_, { govEconomic = null, deptEconomic = null }) => govEconomic ?? defaults.govEconomic(deptEconomic),
    },
    {
      key: 'use',
      field: fields.use,
      width: 96,
      derived: (values) => {
        const use = usualUse(values);
        return use === null ? '' : labelOf(BASIC_USES, use);
      },
      value: (_, values) => values.use ?? usualUse(values),
    },
    { key: 'side', field: spendingSide, width: 108 },
  ];
}

/** 人员经费 = 301 + 303, else 公用经费; only basic lines have a use (design §2). */
function usualUse({ nature, deptEconomic }: Values): 'personnel' | 'operating' | null {
  if (nature !== 'basic' || typeof deptEconomic !== 'string') return null;
  return /^30[13]/.test(deptEconomic) ? 'personnel' : 'operating';
}

/** The mapping of the code lists for one kind of unit. */
export function governmentClass(
  departments: readonly CodeEntry[],
  governments: readonly CodeEntry[],
  kind: UnitKind,
): LineDefaults {
  const names = new Map(governments.map(({ code, name }) => [code, name]));
  const codes = new Map(
    departments.map(({ code, gov }) => [code, kind === 'institution' ? gov?.institution : gov?.administrative]),
  );
  return {
    govEconomic: (deptEconomic) => codes.get(String(deptEconomic)) ?? null,
    govName: (code) => names.get(code) ?? '',
  };
}

const EMPTY: Values = Object.fromEntries(Object.keys(fields).map((key) => [key, null]));

/** A new income line: the same fund and origin as the line above. */
export function newIncome(above: Values | null): Values {
  return { ...EMPTY, side: 'income', origin: above?.origin ?? 'current', fund: above?.fund ?? 'generalPublic' };
}

/** A new spending line goes on like the line above: a page of basic lines, then a page of project lines. */
export function newSpending(above: Values | null): Values {
  return {
    ...EMPTY,
    side: 'expenditure',
    origin: above?.origin ?? 'current',
    fund: above?.fund ?? 'generalPublic',
    nature: above?.nature ?? 'basic',
  };
}
