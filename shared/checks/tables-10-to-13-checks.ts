/** Cross-checks of “三公”经费 (10), 机关运行经费 (11) and the project tables (12, 13). */
import { FISCAL_FUNDS } from '../entities/vocabulary.ts';
import {
  across,
  cell,
  down,
  formBasis,
  minus,
  PROJECT_FISCAL,
  PROJECT_TOTAL,
  printed,
  sum,
  T1_CARRYOVER,
  T1_INCOME,
  T4_INCOME,
  T10_FUNDS,
  T11_FUNDS,
  T11_TOTAL,
  T12_FUNDS,
  YEAR_BASIC,
  YEAR_OPERATING,
  YEAR_PROJECT,
  YEAR_TOTAL,
} from './table-columns.ts';
import type { TableCheck } from './table-spec.ts';

const T10_COLUMNS = [YEAR_TOTAL, ...T10_FUNDS] as const;
const T11_COLUMNS = [T11_TOTAL, ...T11_FUNDS] as const;
const T12_COLUMNS = [PROJECT_TOTAL, ...T12_FUNDS] as const;
const T13_COLUMNS = [PROJECT_TOTAL, ...PROJECT_FISCAL] as const;
const UNITS = { startsWith: 'unit:' } as const;
const [PROJECT_GENERAL] = PROJECT_FISCAL;

const t10: readonly TableCheck[] = [
  {
    id: 'T10-total',
    title: '“三公”经费：合计等于出国、接待、公车之和',
    severity: 'error',
    basis: formBasis(10),
    each: { table: 10, rows: { keys: ['total'] }, columns: T10_COLUMNS },
    left: cell(10, 'total', '@'),
    op: '=',
    right: down(10, { keys: ['abroad', 'reception', 'vehicle'] }, '@'),
    message: '{table}“{column}”栏：合计{left}，三项之和{right}，相差{diff}。',
    examples: {
      passes: [threePublic('4.00', '1.00', '3.00', '8.00')],
      fails: [threePublic('4.00', '1.00', '3.00', '7.00')],
    },
  },
  {
    id: 'T10-vehicle',
    title: '“三公”经费：公车费等于购置费加运行维护费',
    severity: 'error',
    basis: formBasis(10),
    each: { table: 10, rows: { keys: ['vehicle'] }, columns: T10_COLUMNS },
    left: cell(10, 'vehicle', '@'),
    op: '=',
    right: down(10, { keys: ['vehiclePurchase', 'vehicleRunning'] }, '@'),
    message: '{table}“{column}”栏：公务用车购置及运行费{left}，购置加运行维护为{right}，相差{diff}。',
    examples: {
      passes: [vehicles('8.00', '5.00', '3.00')],
      fails: [vehicles('8.00', '5.00', '')],
    },
  },
  {
    id: 'T10-rows',
    title: '“三公”经费：每行合计等于三项拨款之和',
    severity: 'error',
    basis: formBasis(10),
    each: { table: 10, rows: 'all', columns: [YEAR_TOTAL] },
    left: cell(10, '@', YEAR_TOTAL),
    op: '=',
    right: across(10, '@', T10_FUNDS),
    message: '{table}“{row}”：合计{left}，三项财政拨款之和{right}，相差{diff}。',
    examples: {
      passes: [printed(10, 'abroad', T10_COLUMNS, ['4.00', '3.00', '1.00'])],
      fails: [printed(10, 'abroad', T10_COLUMNS, ['4.00', '3.00'])],
    },
  },
];

const t11: readonly TableCheck[] = [
  {
    id: 'T11-T6',
    title: '机关运行经费不大于基本支出中的公用经费',
    severity: 'error',
    basis: formBasis(6, 11),
    left: cell(11, 'total', T11_FUNDS[0]),
    op: '<=',
    right: cell(6, 'total', YEAR_OPERATING),
    message: '一般公共预算安排的机关运行经费{left}，大于基本支出中的公用经费{right}，多{diff}。',
    examples: {
      passes: [
        { ...printed(11, 'total', T11_COLUMNS, ['5.00', '5.00']), ...printed(6, 'total', [YEAR_OPERATING], ['5.00']) },
      ],
      fails: [
        { ...printed(11, 'total', T11_COLUMNS, ['5.00', '5.00']), ...printed(6, 'total', [YEAR_OPERATING], ['4.00']) },
      ],
    },
  },
  {
    id: 'T11-rows',
    title: '机关运行经费：每行合计等于三项拨款之和',
    severity: 'error',
    basis: formBasis(11),
    each: { table: 11, rows: 'all', columns: [T11_TOTAL] },
    left: cell(11, '@', T11_TOTAL),
    op: '=',
    right: across(11, '@', T11_FUNDS),
    message: '{table}“{row}”：合计{left}，三项财政拨款之和{right}，相差{diff}。',
    examples: {
      passes: [printed(11, 'unit:1', T11_COLUMNS, ['5.00', '5.00'])],
      fails: [printed(11, 'unit:1', T11_COLUMNS, ['5.00', '4.00'])],
    },
  },
];

const projects: readonly TableCheck[] = [
  {
    id: 'T12-rows',
    title: '项目支出表（本年）：每行合计等于各资金之和',
    severity: 'error',
    basis: formBasis(12),
    each: { table: 12, rows: 'all', columns: [PROJECT_TOTAL] },
    left: cell(12, '@', PROJECT_TOTAL),
    op: '=',
    right: across(12, '@', T12_FUNDS),
    message: '{table}“{row}”：合计{left}，各资金之和{right}，相差{diff}。',
    examples: {
      passes: [printed(12, 'project:1', T12_COLUMNS, ['9.00', '5.00', '', '', '', '4.00'])],
      fails: [printed(12, 'project:1', T12_COLUMNS, ['9.00', '5.00'])],
    },
  },
  {
    id: 'T13-rows',
    title: '项目支出表（结转）：每行合计不小于三项拨款之和',
    severity: 'error',
    basis: `${formBasis(13)}（表上没有财政专户和单位资金的结转栏）`,
    each: { table: 13, rows: 'all', columns: [PROJECT_TOTAL] },
    left: cell(13, '@', PROJECT_TOTAL),
    op: '>=',
    right: across(13, '@', PROJECT_FISCAL),
    message: '{table}“{row}”：合计{left}，小于三项财政拨款之和{right}，少{diff}。',
    examples: {
      passes: [
        printed(13, 'project:1', T13_COLUMNS, ['9.00', '5.00', '4.00']),
        printed(13, 'project:1', T13_COLUMNS, ['9.00']),
      ],
      fails: [printed(13, 'project:1', T13_COLUMNS, ['5.00', '5.00', '4.00'])],
    },
  },
  {
    id: 'T12-T5',
    title: '项目支出表（本年）的一般公共预算等于表5的项目支出',
    severity: 'error',
    basis: formBasis(5, 12),
    left: down(12, UNITS, PROJECT_GENERAL),
    op: '=',
    right: cell(5, 'total', YEAR_PROJECT),
    message: '一般公共预算项目支出：项目支出表{left}，一般公共预算支出表{right}，相差{diff}。',
    examples: {
      passes: [
        { ...printed(12, 'unit:1', T12_COLUMNS, ['9.00', '5.00']), ...printed(5, 'total', [YEAR_PROJECT], ['5.00']) },
      ],
      fails: [
        { ...printed(12, 'unit:1', T12_COLUMNS, ['9.00', '5.00']), ...printed(5, 'total', [YEAR_PROJECT], ['9.00']) },
      ],
    },
  },
  {
    id: 'T12-T13-T3',
    title: '本年和结转的项目支出之和等于支出总表的项目支出',
    severity: 'error',
    basis: formBasis(3, 12, 13),
    left: sum(down(12, UNITS, PROJECT_TOTAL), down(13, UNITS, PROJECT_TOTAL)),
    op: '=',
    right: cell(3, 'total', YEAR_PROJECT),
    message: '两张项目支出表合计{left}，支出总表的项目支出{right}，相差{diff}。',
    examples: {
      passes: [bothYears('7.00', '2.00', '9.00')],
      fails: [bothYears('7.00', '2.00', '7.00')],
    },
  },
  {
    id: 'T13-T1-spent',
    title: '结转的项目支出不大于收支总表的结转支出',
    severity: 'error',
    basis: formBasis(1, 13),
    left: down(13, UNITS, PROJECT_TOTAL),
    op: '<=',
    right: cell(1, 'current', T1_CARRYOVER, 1),
    message: '结转项目支出{left}，大于收支总表的结转支出{right}，多{diff}。',
    examples: {
      passes: [
        { ...printed(13, 'unit:1', T13_COLUMNS, ['2.00']), ...printed(1, 'current', [T1_CARRYOVER], ['3.00'], 1) },
      ],
      fails: [
        { ...printed(13, 'unit:1', T13_COLUMNS, ['2.00']), ...printed(1, 'current', [T1_CARRYOVER], ['1.00'], 1) },
      ],
    },
  },
  ...FISCAL_FUNDS.map((fund, index): TableCheck => {
    const column = PROJECT_FISCAL[index] ?? '';
    const name = column.slice(column.indexOf('/') + 1);
    const example = (carried: string, income: string) => ({
      ...printed(13, 'unit:1', [column], [carried]),
      ...printed(4, `carryover.${fund}`, [T4_INCOME], [income]),
    });
    return {
      id: `T13-T4-${fund}`,
      title: `结转的项目支出不大于财政拨款结转：${name}`,
      severity: 'error',
      basis: formBasis(4, 13),
      left: down(13, UNITS, column),
      op: '<=',
      right: cell(4, `carryover.${fund}`, T4_INCOME),
      message: `${name}：结转项目支出{left}，大于财政拨款收支总表的结转收入{right}，多{diff}。`,
      examples: { passes: [example('2.00', '3.00')], fails: [example('2.00', '1.00')] },
    };
  }),
  {
    id: 'T13-T1-income',
    title: '上年结转都安排了项目支出',
    severity: 'advice',
    basis: formBasis(1, 13),
    onlyIfNil: minus(cell(3, 'total', YEAR_BASIC), cell(5, 'total', YEAR_BASIC)),
    left: sum(down(13, UNITS, PROJECT_TOTAL), cell(1, 'yearEnd', T1_CARRYOVER, 1)),
    op: '=',
    right: cell(1, 'carryover', T1_INCOME),
    message: '结转项目支出加年终结转为{left}，上年结转{right}，相差{diff}；如有结转安排的基本支出，属正常。',
    examples: {
      passes: [carriedOver('4.00', '4.00', '2.00', '1.00', '3.00'), carriedOver('5.00', '4.00', '2.00', '', '3.00')],
      fails: [carriedOver('4.00', '4.00', '2.00', '', '3.00')],
    },
  },
];

function threePublic(
  abroad: string,
  reception: string,
  vehicle: string,
  all: string,
): Readonly<Record<string, string>> {
  return {
    ...printed(10, 'abroad', T10_COLUMNS, [abroad, abroad]),
    ...printed(10, 'reception', T10_COLUMNS, [reception, reception]),
    ...printed(10, 'vehicle', T10_COLUMNS, [vehicle, vehicle]),
    ...printed(10, 'total', T10_COLUMNS, [all, all]),
  };
}

function vehicles(both: string, purchase: string, running: string): Readonly<Record<string, string>> {
  return {
    ...printed(10, 'vehicle', T10_COLUMNS, [both]),
    ...printed(10, 'vehiclePurchase', T10_COLUMNS, [purchase]),
    ...printed(10, 'vehicleRunning', T10_COLUMNS, [running]),
  };
}

function bothYears(current: string, carried: string, all: string): Readonly<Record<string, string>> {
  return {
    ...printed(12, 'unit:1', T12_COLUMNS, [current]),
    ...printed(13, 'unit:1', T13_COLUMNS, [carried]),
    ...printed(3, 'total', [YEAR_PROJECT], [all]),
  };
}

function carriedOver(
  allBasic: string,
  generalBasic: string,
  carriedProjects: string,
  atYearEnd: string,
  carried: string,
): Readonly<Record<string, string>> {
  return {
    ...printed(3, 'total', [YEAR_BASIC], [allBasic]),
    ...printed(5, 'total', [YEAR_BASIC], [generalBasic]),
    ...printed(13, 'unit:1', T13_COLUMNS, [carriedProjects]),
    ...printed(1, 'yearEnd', [T1_CARRYOVER], [atYearEnd], 1),
    ...printed(1, 'carryover', [T1_INCOME], [carried]),
  };
}

export const tables10To13Checks: readonly TableCheck[] = [...t10, ...t11, ...projects];
