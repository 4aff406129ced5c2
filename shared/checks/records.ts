/** From the rows of a budget to the records that rules are about: rows, and the attributes that rules ask of them. */
import { slipIn } from '../codes/old-names.ts';
import type { EntityName, RowOfEntity } from '../entities/index.ts';
import { FUNDS } from '../entities/vocabulary.ts';
import { compareQuantities, priceOf, sumQuantities } from '../money/quantity.ts';
import { type CataloguePaid, cataloguePaid } from '../procurement/catalogue-paid.ts';
import type { Purchases } from '../procurement/purchases.ts';
import type { Location } from './finding.ts';
import { indicatorAttributes } from './indicator-attributes.ts';
import type { CheckInput } from './input.ts';
import { lineAttributes } from './line-attributes.ts';
import { narrativeRows } from './narrative-records.ts';
import { priorAttributes } from './prior-attributes.ts';
import { procurementAttributes, purchasesOf } from './procurement-attributes.ts';
import type { RecordName, Scalar } from './record-spec.ts';
import { goalSheetAttributes } from './sheet-attributes.ts';
import { T1_INCOME } from './table-columns.ts';

/** A row, read by the names of its field list. */
export type RuleRow = Readonly<Record<string, Scalar>> & { readonly id: number };

/** What a row says beyond its own fields, by name. An attribute stands before a field of the same name. */
export type Attributes<R> = Readonly<Record<string, (row: R) => Scalar>>;

export interface RecordSet {
  /** Null for records that are no rows of the book. */
  readonly entity: EntityName | null;
  readonly rows: readonly RuleRow[];
  readonly attributes: Attributes<RuleRow>;
  /** Where a finding about a row points, given the rule's field. */
  readonly location: (row: RuleRow, field: string | null) => Location;
}

export type Records = Readonly<Record<RecordName, RecordSet>>;

/** Reads a field or attribute of the rows of a set. */
export function readerOf(set: RecordSet, name: string): (row: RuleRow) => Scalar {
  return set.attributes[name] ?? ((row) => row[name] ?? null);
}

/** Every record of the budget, in book order. */
export function recordsOf(input: CheckInput): Records {
  const { unit, budget, facts, lines } = input;
  const common: Attributes<unknown> = { nothing: () => null, year: () => budget.year, unitKind: () => unit.kind };
  const projectNames = new Map(input.projects.map(({ id, name }) => [id, name]));
  const nameOf = (id: number | null): string | null => (id === null ? null : (projectNames.get(id) ?? null));
  const procurable = new Map(
    lines.flatMap(({ projectId, deptEconomic }) =>
      projectId !== null && isProcurable(deptEconomic) ? [[projectId, deptEconomic] as const] : [],
    ),
  );
  const paid = cataloguePaidBy(input);
  const linesById = new Map(lines.map((line) => [line.id, line]));
  let made: Purchases | null = null;
  const purchases = () => {
    made ??= purchasesOf(input);
    return made;
  };
  const narrative = narrativeRows(input);
  return {
    paragraph: narrativeSet(narrative.paragraphs),
    typedFigure: narrativeSet(narrative.typed),
    fund: {
      entity: null,
      rows: FUNDS.map(({ value }, index) => ({ id: index + 1, fund: value })),
      attributes: common,
      location: ({ fund }) => fundLocation(String(fund), input),
    },
    unit: {
      ...setOf('unit', [unit], {
        ...common,
        ...vehicleAttributes(input.assets),
        procurementRuled: () =>
          input.procurement.length === 0 ||
          input.ruleSets.some(({ rules }) => rules.some(({ topic }) => topic === 'organisation')),
      }),
      location: ({ id }, field) => (field === null ? { kind: 'budget' } : { kind: 'row', entity: 'unit', id, field }),
    },
    budget: setOf('budget', [budget], { ...common, assetsOnUnusual: isUnusualDay }),
    line: setOf('line', lines, {
      ...common,
      ...lineAttributes(facts.context.codes, unit.kind, lines),
      projectName: ({ projectId }) => nameOf(projectId),
      procurable: ({ deptEconomic }) => (isProcurable(deptEconomic) ? deptEconomic : null),
      cataloguePaid: ({ deptEconomic }) => paid.of(deptEconomic)?.names ?? null,
      catalogueDocument: ({ deptEconomic }) => paid.of(deptEconomic)?.document ?? null,
    }),
    project: setOf('project', input.projects, {
      ...common,
      slipWrong: ({ name }) => slipIn(name)?.wrong ?? null,
      slipRight: ({ name }) => slipIn(name)?.right ?? null,
      datesReversed: ({ startsOn, endsOn }) => startsOn !== null && endsOn !== null && endsOn < startsOn,
      procurable: ({ id }) => procurable.get(id) ?? null,
      cataloguePaid: ({ id }) => paid.by(id)?.names ?? null,
      catalogueDocument: ({ id }) => paid.by(id)?.document ?? null,
    }),
    goalSheet: setOf('goalSheet', input.goalSheets, {
      ...common,
      ...sheetAttributes(nameOf),
      ...goalSheetAttributes(input),
    }),
    indicator: setOf('indicator', input.indicators, { ...common, ...indicatorAttributes(input) }),
    asset: setOf('asset', input.assets, common),
    prior: setOf('prior', input.prior, { ...common, ...priorAttributes(input.prior) }),
    procurement: purchaseSet(input.procurement, {
      lineOf: (id) => linesById.get(id),
      nameOf,
      purchases,
      ruleSets: input.ruleSets,
    }),
  };
}

/** What rules on purchases ask of, besides the purchases themselves. */
export interface PurchaseParts {
  readonly lineOf: (id: number) => Pick<RowOfEntity<'line'>, 'side' | 'projectId'> | undefined;
  readonly nameOf: (projectId: number | null) => string | null;
  readonly purchases: () => Purchases;
  readonly ruleSets: CheckInput['ruleSets'];
}

/** Purchases as records: all of a budget, or one that is being typed. */
export function purchaseSet(rows: readonly RowOfEntity<'procurement'>[], parts: PurchaseParts): RecordSet {
  return setOf('procurement', rows, {
    nothing: () => null,
    ...itemAttributes(parts),
    ...procurementAttributes(parts.purchases, parts.ruleSets),
  });
}

function narrativeSet(rows: readonly RuleRow[]): RecordSet {
  return {
    entity: null,
    rows,
    attributes: {},
    location: ({ section }) => ({ kind: 'narrative', section: String(section) }),
  };
}

function setOf<N extends EntityName>(
  entity: N,
  rows: readonly RowOfEntity<N>[],
  attributes: Attributes<RowOfEntity<N>>,
): RecordSet {
  return {
    entity,
    // Rows of every entity hold plain values only, under the names of their field lists and of RowMeta; a set's
    // attributes are asked of its own rows only.
    rows: rows as unknown as readonly RuleRow[],
    attributes: attributes as unknown as Attributes<RuleRow>,
    location: ({ id }, field) => ({ kind: 'row', entity, id, field }),
  };
}

/** A fund is seen best where 收支总表 shows its income. */
function fundLocation(fund: string, { facts }: CheckInput): Location {
  const path = T1_INCOME.replace('{year}', String(facts.context.year));
  const column = facts.table(1).columns.findIndex((one) => one.path === path);
  return { kind: 'cell', cell: { table: 1, block: 0, row: fund, column } };
}

/** 310 资本性支出, 30213 维修(护)费, 30227 委托业务费: what such codes pay for is mostly procured. */
function isProcurable(deptEconomic: string | null): boolean {
  return deptEconomic !== null && /^(?:310(?:02|03|05|06|07|13|19|21|22)?|30213|30227)$/.test(deptEconomic);
}

/** What lines and projects pay for that the central catalogue lists; each class is looked up once. */
function cataloguePaidBy({ lines, ruleSets }: CheckInput) {
  const known = new Map<string | null, CataloguePaid | null>();
  const of = (deptEconomic: string | null): CataloguePaid | null => {
    const ready = known.get(deptEconomic);
    if (ready !== undefined) return ready;
    const made = cataloguePaid(deptEconomic, ruleSets);
    known.set(deptEconomic, made);
    return made;
  };
  let projects: Map<number, CataloguePaid> | null = null;
  const by = (projectId: number): CataloguePaid | null => {
    projects ??= new Map(
      lines.flatMap((line) => {
        const paid = line.projectId === null ? null : of(line.deptEconomic);
        return paid === null || line.projectId === null ? [] : [[line.projectId, paid] as const];
      }),
    );
    return projects.get(projectId) ?? null;
  };
  return { of, by };
}

function vehicleAttributes(assets: CheckInput['assets']): Attributes<unknown> {
  const quantities = (counts: (kind: string) => boolean) =>
    assets.filter(({ kind }) => counts(kind)).map(({ quantity }) => quantity);
  const quota = quantities((kind) => kind === 'vehicleQuota');
  const allowed = sumQuantities(quota);
  const counted = sumQuantities(quantities((kind) => kind.startsWith('vehicle') && kind !== 'vehicleQuota'));
  return {
    quotaText: () => allowed,
    vehicleText: () => counted,
    vehiclesOverQuota: () => quota.length > 0 && compareQuantities(counted, allowed) > 0,
  };
}

function isUnusualDay({ assetsOn, year }: RowOfEntity<'budget'>): boolean {
  return assetsOn !== null && assetsOn !== `${year - 1}-12-31`;
}

type NameOf = (projectId: number | null) => string | null;

function itemAttributes({ lineOf: byId, nameOf }: PurchaseParts): Attributes<RowOfEntity<'procurement'>> {
  const lineOf = ({ lineId }: RowOfEntity<'procurement'>) => (lineId === null ? undefined : byId(lineId));
  const paidBy = (item: RowOfEntity<'procurement'>) => item.projectId ?? lineOf(item)?.projectId ?? null;
  return {
    projectName: ({ projectId }) => nameOf(projectId),
    lineSide: (item) => lineOf(item)?.side ?? null,
    lineProjectName: (item) => nameOf(lineOf(item)?.projectId ?? null) ?? '（未挂项目）',
    projectsDiffer: (item) => {
      const line = lineOf(item);
      return line !== undefined && item.projectId !== null && item.projectId !== line.projectId;
    },
    /** The project whose money pays: the item's own, else that of its line. */
    paidBy,
    paidFrom: (item) => {
      const name = nameOf(paidBy(item));
      return name === null ? '基本支出' : `项目“${name}”`;
    },
    priced: ({ quantity, unitPrice }) =>
      quantity === null || unitPrice === null ? null : priceOf(quantity, unitPrice),
  };
}

function sheetAttributes(nameOf: NameOf): Attributes<RowOfEntity<'goalSheet'>> {
  return {
    projectName: ({ projectId }) => nameOf(projectId),
    sheetName: ({ nameOnSheet, projectId }) => nameOnSheet ?? nameOf(projectId) ?? '单位整体绩效目标表',
    nameDiffers: ({ nameOnSheet, projectId }) => {
      const name = nameOf(projectId);
      return nameOnSheet !== null && name !== null && plain(nameOnSheet) !== plain(name);
    },
    annualSources: (sheet) =>
      anyFilled(sheet.annualCentral, sheet.annualProvincial, sheet.annualLocal, sheet.annualOwn, sheet.annualOther),
    implSources: (sheet) =>
      anyFilled(sheet.implCentral, sheet.implProvincial, sheet.implLocal, sheet.implOwn, sheet.implOther),
  };
}

function anyFilled(...amounts: readonly (number | null)[]): boolean {
  return amounts.some((amount) => amount !== null);
}

/** Brackets of either width and spaces do not make a different name. */
function plain(name: string): string {
  return name.replaceAll('（', '(').replaceAll('）', ')').replaceAll(/\s/g, '');
}
