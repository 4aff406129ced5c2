/** The records that rules are about: what a record says beyond its own fields, where it is shown, whose it is. */
import { slipIn } from '../codes/old-names.ts';
import type { RowOfEntity } from '../entities/index.ts';
import { FUNDS } from '../entities/vocabulary.ts';
import { plainBrackets } from '../goals/prose.ts';
import { compareQuantities, priceOf, sumQuantities } from '../money/quantity.ts';
import { placeholderIn } from '../narrative/wording.ts';
import type { Assessment } from '../procurement/assess.ts';
import { type CataloguePaid, cataloguePaid } from '../procurement/catalogue-paid.ts';
import type { RuleSet } from '../procurement/spec.ts';
import { tablesFor } from '../tables/index.ts';
import { layoutTable } from '../tables/layout.ts';
import type { Location } from './finding.ts';
import { indicatorAttributes } from './indicator-attributes.ts';
import { lineAttributes } from './line-attributes.ts';
import { pageOfSide } from './live/line-places.ts';
import type { CheckedEntity, Look } from './look.ts';
import { priorAttributes } from './prior-attributes.ts';
import { assessedIn, procurementAttributes } from './procurement-attributes.ts';
import type { RecordName, Scalar } from './record-spec.ts';
import { goalSheetAttributes } from './sheet-attributes.ts';
import { T1_INCOME } from './table-columns.ts';
import { isVagueName } from './telling-words.ts';

/** A row, read by the names of its field list. */
export type RuleRow = Readonly<Record<string, Scalar>> & { readonly id: number };

/** A row of any entity, read by the names of its fields: they hold plain values only. */
export function asRuleRow(row: { readonly id: number }): RuleRow {
  return row as RuleRow;
}

/** What a row says beyond its own fields, by name. An attribute stands before a field of the same name. */
export type Attributes<R> = Readonly<Record<string, (row: R) => Scalar>>;

export interface RecordSet {
  /** Null for records that are no rows of the book. */
  readonly entity: CheckedEntity | null;
  readonly attributes: Attributes<RuleRow>;
  /** Where a finding about a row points, given the rule's field. */
  readonly location: (row: RuleRow, field: string | null) => Location;
  /** The project the record belongs to. */
  readonly projectOf: (row: RuleRow) => number | null;
}

export type RecordSets = Readonly<Record<RecordName, RecordSet>>;

/** Reads a field or attribute of the rows of a set. */
export function readerOf(set: RecordSet, name: string): (row: RuleRow) => Scalar {
  return set.attributes[name] ?? ((row) => row[name] ?? null);
}

/** The five funds, which are no rows of the book. */
export const FUND_ROWS: readonly RuleRow[] = FUNDS.map(({ value }, index) => ({ id: index + 1, fund: value }));

export function recordSets(look: Look): RecordSets {
  const common: Attributes<unknown> = {
    nothing: () => null,
    year: () => look.budget('year'),
    unitKind: () => look.unit('kind'),
  };
  const nameOf = (id: number | null): string | null => look.row('project', id)?.name ?? null;
  const procurable = look.index('line', ({ deptEconomic, projectId }) =>
    isProcurable(deptEconomic) ? projectId : null,
  );
  const paid = cataloguePaidIn(look);
  const none = () => null;
  return {
    narrative: setOf('narrative', none, common),
    paragraph: narrativeSet,
    typedFigure: narrativeSet,
    fund: {
      entity: null,
      attributes: common,
      location: ({ fund }) => fundLocation(String(fund), look.budget('year')),
      projectOf: none,
    },
    unit: {
      ...setOf('unit', none, {
        ...common,
        ...vehicleAttributes(look),
        procurementRuled: () =>
          look.all('procurement').length === 0 ||
          look.ruleSets.some(({ rules }) => rules.some(({ topic }) => topic === 'organisation')),
      }),
      location: ({ id }, field) => (field === null ? { kind: 'budget' } : { kind: 'row', entity: 'unit', id, field }),
    },
    budget: setOf('budget', none, {
      ...common,
      assetsOnUnusual: isUnusualDay,
      approvedUnusual: isApprovedUnusually,
    }),
    line: {
      ...setOf('line', ({ projectId }) => projectId, {
        ...common,
        ...lineAttributes(look.codes, look.unit('kind')),
        projectName: ({ projectId }) => nameOf(projectId),
        procurable: ({ deptEconomic }) => (isProcurable(deptEconomic) ? deptEconomic : null),
        cataloguePaid: ({ deptEconomic }) => paid.of(deptEconomic)?.names ?? null,
        catalogueDocument: ({ deptEconomic }) => paid.of(deptEconomic)?.document ?? null,
      }),
      location: ({ id, side }, field) => ({ kind: 'row', entity: 'line', id, field, page: pageOfSide(side) }),
    },
    project: setOf('project', ({ id }) => id, {
      ...common,
      slipWrong: ({ name }) => slipIn(name)?.wrong ?? null,
      slipRight: ({ name }) => slipIn(name)?.right ?? null,
      vagueName: ({ name }) => isVagueName(name),
      placeholder: ({ name }) => placeholderIn(name),
      datesReversed: ({ startsOn, endsOn }) => startsOn !== null && endsOn !== null && endsOn < startsOn,
      procurable: ({ id }) => procurable(id)[0]?.deptEconomic ?? null,
      cataloguePaid: ({ id }) => paid.by(id)?.names ?? null,
      catalogueDocument: ({ id }) => paid.by(id)?.document ?? null,
    }),
    goalSheet: setOf('goalSheet', ({ projectId }) => projectId, {
      ...common,
      ...sheetAttributes(nameOf),
      ...goalSheetAttributes(look),
    }),
    indicator: setOf('indicator', ({ parentId }) => look.row('goalSheet', parentId)?.projectId ?? null, {
      ...common,
      ...indicatorAttributes(look),
    }),
    asset: setOf('asset', none, common),
    prior: setOf('prior', none, { ...common, ...priorAttributes(look) }),
    procurement: purchaseSet({
      lineOf: (id) => look.row('line', id),
      nameOf,
      assessmentOf: assessedIn(look),
      ruleSets: look.ruleSets,
    }),
  };
}

/** Paragraphs of 预算说明 and figures in them; what rules ask of them is worked out with them. */
const narrativeSet: RecordSet = {
  entity: null,
  attributes: {},
  location: ({ section }) => ({ kind: 'narrative', section: String(section) }),
  projectOf: () => null,
};

/** What rules on purchases ask of, besides the purchases themselves. */
export interface PurchaseParts {
  readonly lineOf: (id: number) => Pick<RowOfEntity<'line'>, 'side' | 'projectId'> | undefined;
  readonly nameOf: (projectId: number | null) => string | null;
  readonly assessmentOf: (item: RowOfEntity<'procurement'>) => Assessment;
  readonly ruleSets: readonly RuleSet[];
}

/** Purchases as records: those of a budget, or one that is being typed. */
export function purchaseSet(parts: PurchaseParts): RecordSet {
  const items = itemAttributes(parts);
  return setOf('procurement', items.paidBy, {
    nothing: () => null,
    ...items,
    ...procurementAttributes(parts.assessmentOf, parts.ruleSets),
  });
}

function setOf<N extends CheckedEntity>(
  entity: N,
  projectOf: (row: RowOfEntity<N>) => number | null,
  attributes: Attributes<RowOfEntity<N>>,
): RecordSet {
  return {
    entity,
    // Rows of every entity hold plain values only, under the names of their field lists and of RowMeta; a set's
    // attributes are asked of its own rows only.
    attributes: attributes as unknown as Attributes<RuleRow>,
    projectOf: projectOf as unknown as RecordSet['projectOf'],
    location: ({ id }, field) => ({ kind: 'row', entity, id, field }),
  };
}

/** A fund is seen best where 收支总表 shows its income. */
function fundLocation(fund: string, year: number): Location {
  const spec = tablesFor(year).find(({ no }) => no === 1);
  if (spec === undefined) return { kind: 'budget' };
  const path = T1_INCOME.replace('{year}', String(year));
  const column = layoutTable(spec, year).leaves.findIndex((one) => one.path === path);
  return { kind: 'cell', cell: { table: 1, block: 0, row: fund, column } };
}

/** 310 资本性支出, 30213 维修(护)费, 30227 委托业务费: what such codes pay for is mostly procured. */
function isProcurable(deptEconomic: string | null): boolean {
  return deptEconomic !== null && /^(?:310(?:02|03|05|06|07|13|19|21|22)?|30213|30227)$/.test(deptEconomic);
}

/** What lines and projects pay for that the central catalogue lists; each class is looked up once. */
function cataloguePaidIn(look: Look) {
  const known = new Map<string | null, CataloguePaid | null>();
  const of = (deptEconomic: string | null): CataloguePaid | null => {
    const ready = known.get(deptEconomic);
    if (ready !== undefined) return ready;
    const made = cataloguePaid(deptEconomic, look.ruleSets);
    known.set(deptEconomic, made);
    return made;
  };
  const lines = look.index('line', ({ deptEconomic, projectId }) => (of(deptEconomic) === null ? null : projectId));
  return { of, by: (projectId: number) => of(lines(projectId)[0]?.deptEconomic ?? null) };
}

function vehicleAttributes(look: Look): Attributes<unknown> {
  const quantities = (counts: (kind: string) => boolean) =>
    look
      .all('asset')
      .filter(({ kind }) => counts(kind))
      .map(({ quantity }) => quantity);
  const quota = () => quantities((kind) => kind === 'vehicleQuota');
  const counted = () => quantities((kind) => kind.startsWith('vehicle') && kind !== 'vehicleQuota');
  return {
    quotaText: () => sumQuantities(quota()),
    vehicleText: () => sumQuantities(counted()),
    hasVehicles: () => counted().length > 0 && compareQuantities(sumQuantities(counted()), '0') > 0,
    vehiclesOverQuota: () =>
      quota().length > 0 && compareQuantities(sumQuantities(counted()), sumQuantities(quota())) > 0,
  };
}

function isUnusualDay({ assetsOn, year }: RowOfEntity<'budget'>): boolean {
  return assetsOn !== null && assetsOn !== `${year - 1}-12-31`;
}

/** Budgets are approved by the people's congress between the last December and June. */
function isApprovedUnusually({ approvedOn, year }: RowOfEntity<'budget'>): boolean {
  return approvedOn !== null && (approvedOn < `${year - 1}-12-01` || approvedOn > `${year}-06-30`);
}

type NameOf = (projectId: number | null) => string | null;
type Item = RowOfEntity<'procurement'>;

function itemAttributes({ lineOf: byId, nameOf }: PurchaseParts) {
  const lineOf = ({ lineId }: Item) => (lineId === null ? undefined : byId(lineId));
  /** The project whose money pays: the item's own, else that of its line. */
  const paidBy = (item: Item) => item.projectId ?? lineOf(item)?.projectId ?? null;
  return {
    projectName: ({ projectId }) => nameOf(projectId),
    lineSide: (item) => lineOf(item)?.side ?? null,
    lineProjectName: (item) => nameOf(lineOf(item)?.projectId ?? null) ?? '（未挂项目）',
    projectsDiffer: (item) => {
      const line = lineOf(item);
      return line !== undefined && item.projectId !== null && item.projectId !== line.projectId;
    },
    paidBy,
    paidFrom: (item) => {
      const name = nameOf(paidBy(item));
      return name === null ? '基本支出' : `项目“${name}”`;
    },
    passengerCar: ({ catalogueCode }) => catalogueCode?.startsWith('A020305') === true,
    priced: ({ quantity, unitPrice }) =>
      quantity === null || unitPrice === null ? null : priceOf(quantity, unitPrice),
  } satisfies Attributes<Item>;
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
  return plainBrackets(name).replaceAll(/\s/g, '');
}
