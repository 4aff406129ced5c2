/** From the rows of a budget to the records that rules are about: rows with the attributes rules ask for. */

import { slipIn } from '../codes/old-names.ts';
import type { EntityName, RowOfEntity } from '../entities/index.ts';
import { FUNDS } from '../entities/vocabulary.ts';
import { compareQuantities, priceOf, sumQuantities } from '../money/quantity.ts';
import type { Location } from './finding.ts';
import type { CheckInput } from './input.ts';
import { lineAttributes } from './line-attributes.ts';
import type { RecordName, Scalar } from './record-spec.ts';
import { T1_INCOME } from './table-columns.ts';

type Values = Readonly<Record<string, Scalar>>;

export interface RuleRecord {
  readonly entity: EntityName | null;
  readonly row: Values & { readonly id: number };
  readonly attributes: Values;
  /** Where a finding about the record points, given the rule's field. */
  readonly location: (field: string | null) => Location;
}

export type Records = Readonly<Record<RecordName, readonly RuleRecord[]>>;

/** Every record of the budget, in book order. Linear in the number of rows. */
export function recordsOf(input: CheckInput): Records {
  const { unit, budget, facts } = input;
  const projects = new Map(input.projects.map((project) => [project.id, project]));
  const lines = new Map(input.lines.map((line) => [line.id, line]));
  const equipped = new Set(
    input.lines.filter(({ deptEconomic }) => deptEconomic?.startsWith('310')).map(({ projectId }) => projectId),
  );
  const ofLine = lineAttributes(facts.context.codes, unit.kind);
  const common = { nothing: null, year: budget.year, unitKind: unit.kind };
  const nameOf = (id: number | null): string | null => (id === null ? null : (projects.get(id)?.name ?? null));
  return {
    fund: FUNDS.map(({ value }, index) => ({
      entity: null,
      row: { id: index + 1, fund: value },
      attributes: common,
      location: () => fundLocation(value, input),
    })),
    unit: [{ ...record('unit', unit, { ...common, ...vehicles(input.assets) }), location: unitLocation(unit) }],
    budget: [record('budget', budget, { ...common, assetsOnUnusual: isUnusualDay(budget) })],
    line: input.lines.map((line) =>
      record('line', line, { ...common, ...ofLine(line), projectName: nameOf(line.projectId) }),
    ),
    project: input.projects.map((project) =>
      record('project', project, {
        ...common,
        ...slipAttributes(project.name),
        datesReversed: project.startsOn !== null && project.endsOn !== null && project.endsOn < project.startsOn,
        buysEquipment: equipped.has(project.id),
      }),
    ),
    goalSheet: input.goalSheets.map((sheet) =>
      record('goalSheet', sheet, { ...common, ...sheetAttributes(sheet, nameOf(sheet.projectId)) }),
    ),
    indicator: input.indicators.map((indicator) => record('indicator', indicator, common)),
    asset: input.assets.map((asset) => record('asset', asset, common)),
    procurement: input.procurement.map((item) => {
      const line = item.lineId === null ? undefined : lines.get(item.lineId);
      const ofTheLine = line?.projectId ?? null;
      return record('procurement', item, {
        ...common,
        projectName: nameOf(item.projectId),
        lineSide: line?.side ?? null,
        lineProjectName: nameOf(ofTheLine) ?? '（未挂项目）',
        projectsDiffer: line !== undefined && item.projectId !== null && item.projectId !== ofTheLine,
        paidBy: item.projectId ?? ofTheLine,
        priced: item.quantity === null || item.unitPrice === null ? null : priceOf(item.quantity, item.unitPrice),
      });
    }),
  };
}

/** The row's own fields and the attributes; an attribute stands before a field of the same name. */
export function scalarOf({ row, attributes }: RuleRecord, name: string): Scalar {
  return attributes[name] ?? row[name] ?? null;
}

function record(entity: EntityName, row: { readonly id: number }, attributes: Values): RuleRecord {
  // Rows of every entity hold plain values only, under the names of their field lists and of RowMeta.
  const values = row as RuleRecord['row'];
  return { entity, row: values, attributes, location: (field) => ({ kind: 'row', entity, id: row.id, field }) };
}

/** A fund is seen best where 收支总表 shows its income. */
function fundLocation(fund: string, { facts }: CheckInput): Location {
  const path = T1_INCOME.replace('{year}', String(facts.context.year));
  const column = facts.table(1).columns.findIndex((one) => one.path === path);
  return { kind: 'cell', cell: { table: 1, block: 0, row: fund, column } };
}

/** What is wrong with the unit's own fields is at the unit, the rest is of the budget as a whole. */
function unitLocation(unit: RowOfEntity<'unit'>): RuleRecord['location'] {
  return (field) => (field === null ? { kind: 'budget' } : { kind: 'row', entity: 'unit', id: unit.id, field });
}

function vehicles(assets: CheckInput['assets']): Values {
  const quota = assets.filter(({ kind }) => kind === 'vehicleQuota').map(({ quantity }) => quantity);
  const counted = assets.filter(({ kind }) => kind.startsWith('vehicle') && kind !== 'vehicleQuota');
  const [vehicleText, quotaText] = [sumQuantities(counted.map(({ quantity }) => quantity)), sumQuantities(quota)];
  const over = quota.length > 0 && compareQuantities(vehicleText, quotaText) > 0;
  return { vehicleText, quotaText, vehiclesOverQuota: over };
}

function isUnusualDay({ assetsOn, year }: RowOfEntity<'budget'>): boolean {
  return assetsOn !== null && assetsOn !== `${year - 1}-12-31`;
}

function slipAttributes(name: string): Values {
  const slip = slipIn(name);
  return { slipWrong: slip?.wrong ?? null, slipRight: slip?.right ?? null };
}

function sheetAttributes(sheet: RowOfEntity<'goalSheet'>, projectName: string | null): Values {
  const { nameOnSheet } = sheet;
  return {
    projectName,
    sheetName: nameOnSheet ?? projectName ?? '单位整体绩效目标表',
    nameDiffers: nameOnSheet !== null && projectName !== null && plain(nameOnSheet) !== plain(projectName),
    annualSources: anyFilled(
      sheet.annualCentral,
      sheet.annualProvincial,
      sheet.annualLocal,
      sheet.annualOwn,
      sheet.annualOther,
    ),
    implSources: anyFilled(sheet.implCentral, sheet.implProvincial, sheet.implLocal, sheet.implOwn, sheet.implOther),
  };
}

function anyFilled(...amounts: readonly (number | null)[]): boolean {
  return amounts.some((amount) => amount !== null);
}

/** Brackets of either width and spaces do not make a different name. */
function plain(name: string): string {
  return name.replaceAll('（', '(').replaceAll('）', ')').replaceAll(/\s/g, '');
}
