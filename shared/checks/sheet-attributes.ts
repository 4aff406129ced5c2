/** What rules on goal sheets ask of a sheet beyond its own fields. */
import { goalSheet } from '../entities/goal-sheet.ts';
import type { RowOfEntity } from '../entities/index.ts';
import { firstDayIn, spanOutsideQuarter, yearsIn } from '../goals/dates.ts';
import type { IndicatorKind, SheetField } from '../goals/form-spec.ts';
import { fieldsOf, formOf, kindOf, layoutOf, placesOf } from '../goals/forms.ts';
import { isCutOff, plainBrackets, wrongSum } from '../goals/prose.ts';
import { earlierLike, sketchOf } from '../goals/similar.ts';
import { placeholderIn } from '../narrative/wording.ts';
import type { Look } from './look.ts';
import type { Attributes } from './records.ts';
import { personalNumber } from './telling-words.ts';

type Sheet = RowOfEntity<'goalSheet'>;
type Indicator = RowOfEntity<'indicator'>;

const SOURCES = ['Central', 'Provincial', 'Local', 'Own', 'Other'] as const;
const TEXTS = ['overview', 'basis', 'necessity', 'safeguards', 'plan', 'implGoal', 'annualGoal'] as const;
const EXPECTED = ['overview', 'basis', 'necessity', 'safeguards', 'plan'] as const;
const OUTPUTS = [
  ['quantity', '数量指标'],
  ['quality', '质量指标'],
  ['time', '时效指标'],
  ['cost', '成本指标'],
] as const;

export function goalSheetAttributes(look: Look): Attributes<Sheet> {
  const projectOf = ({ projectId }: Sheet) => look.row('project', projectId);
  const nameOf = (sheet: Sheet) => sheet.nameOnSheet ?? projectOf(sheet)?.name ?? '';
  const unitName = () => look.all('unit')[0]?.name ?? '';
  const indicators = look.index('indicator', ({ parentId }) => parentId);
  const of = ({ id }: Sheet) => indicators(id);
  const kinds = (sheet: Sheet) => new Set(of(sheet).map(({ level2 }) => kindOf(level2)));
  const sketches = new WeakMap<Sheet, readonly number[]>();
  const sketch = (sheet: Sheet) => {
    const known = sketches.get(sheet) ?? sketchOf(textOf(sheet));
    sketches.set(sheet, known);
    return known;
  };
  const alike = look.index('goalSheet', sketch);
  const usualYear = look.memo(() =>
    mostFrequent(look.all('goalSheet').flatMap(({ filledOn }) => filledOn?.slice(0, 4) ?? [])),
  );
  return {
    annualSourceOver: (sheet) =>
      labels(
        SOURCES.filter((at) => (sheet[`annual${at}`] ?? 0) > (sheet[`impl${at}`] ?? 0)).map(
          (at) => `annual${at}` as const,
        ),
      ),
    bothFunded: (sheet) => hasSources(sheet, 'impl') && hasSources(sheet, 'annual'),
    sourcesBlank: (sheet) =>
      labels(
        (['impl', 'annual'] as const).flatMap((period) =>
          hasSources(sheet, period)
            ? SOURCES.map((at) => `${period}${at}` as const).filter((at) => sheet[at] === null && shows(sheet, at))
            : [],
        ),
      ),
    oneYear: ({ attribute, term }) => /一次性|1年结束/.test(attribute ?? '') || /^[1一]年$/.test(term ?? ''),
    severalYears: ({ implTotal, annualTotal }) => implTotal !== null && annualTotal !== null && implTotal > annualTotal,
    yearly: (sheet) =>
      /一次性/.test(sheet.attribute ?? '') &&
      (projectOf(sheet)?.continues === true || /工资|公用经费|遗[属嘱囑]补助|驻村/.test(projectOf(sheet)?.name ?? '')),
    supervisorWrong: ({ supervisorCode }) =>
      (supervisorCode ?? '') !== '' && !look.unit('code').startsWith(supervisorCode ?? ''),
    unitCode: () => look.unit('code'),
    filledOutside: ({ filledOn }) =>
      filledOn !== null && (filledOn < `${look.budget('year') - 1}-07-01` || filledOn > `${look.budget('year')}-12-31`),
    filledYearOther: ({ filledOn }) => filledOn !== null && filledOn.slice(0, 4) !== usualYear(0),
    startedBefore: (sheet) => startedBefore(sheet, of(sheet)),
    missingOutputs: (sheet) => {
      const has = kinds(sheet);
      const missing = OUTPUTS.flatMap(([kind, label]) => (has.has(kind) || !asks(sheet, kind) ? [] : [label]));
      return of(sheet).length === 0 || missing.length === 0 ? null : missing.join('、');
    },
    benefitMissing: (sheet) => of(sheet).length > 0 && asks(sheet, 'benefit') && !kinds(sheet).has('benefit'),
    satisfactionMissing: (sheet) =>
      of(sheet).length > 0 && asks(sheet, 'satisfaction') && !kinds(sheet).has('satisfaction'),
    unscaled: (sheet) => isUnscaled(of(sheet)),
    orderDiffers: (sheet) => isOrderDifferent(of(sheet)),
    cutTexts: (sheet) => labels(TEXTS.filter((at) => isCutOff(sheet[at]))),
    emptyTexts: (sheet) => {
      const expected = EXPECTED.filter((at) => shows(sheet, at));
      const empty = expected.filter((at) => (sheet[at] ?? '').trim() === '');
      return sheet.projectId === null || empty.length === expected.length ? null : labels(empty);
    },
    goalIsOverview: ({ overview, implGoal, annualGoal }) =>
      (overview ?? '') !== '' && (overview === implGoal || overview === annualGoal),
    repeats: (sheet) => {
      const earlier = earlierLike(sheet, sketch(sheet), alike);
      return earlier === null ? null : nameOf(earlier) || '单位整体绩效目标表';
    },
    bracketsDiffer: (sheet) => {
      const { nameOnSheet } = sheet;
      const name = projectOf(sheet)?.name;
      return nameOnSheet !== null && nameOnSheet !== name && plainBrackets(nameOnSheet) === plainBrackets(name ?? '');
    },
    yearUnsaid: (sheet) => {
      const [years, said] = [yearsIn(nameOf(sheet)), yearsIn(sheet.overview ?? '')];
      return years.length > 0 && said.length > 0 && years.every((year) => !said.includes(year))
        ? (years[0] ?? null)
        : null;
    },
    basisPeriod: (sheet) => earlierPeriod(nameOf(sheet), sheet.basis ?? ''),
    otherSpan: (sheet) => spanOutsideQuarter(nameOf(sheet), sheet.plan ?? ''),
    placeholder: (sheet) => TEXTS.map((at) => placeholderIn(sheet[at] ?? '')).find((found) => found !== null) ?? null,
    blankTexts: (sheet) => labels(TEXTS.filter((at) => placeholderIn(sheet[at] ?? '') !== null)),
    personal: (sheet) => personalNumber([sheet.phone ?? '', ...TEXTS.map((at) => sheet[at] ?? '')].join('\n')),
    unitName: () => unitName(),
    implementerShort: ({ implementer }) => {
      const short = (implementer ?? '').trim();
      const name = unitName();
      return short.length > 1 && short !== name && name.includes(short);
    },
    sumTotal: ({ overview }) => wrongSum(overview ?? '')?.total ?? null,
    sumParts: ({ overview }) => wrongSum(overview ?? '')?.sum ?? null,
  };
}

type LabelledField = keyof typeof goalSheet.fields;

/** Labels of fields in a sentence; null for none. */
function labels(fields: readonly LabelledField[]): string | null {
  return fields.length === 0 ? null : fields.map((at) => `“${goalSheet.fields[at].label}”`).join('、');
}

/** Whether the sheet's form shows a field. */
function shows(sheet: Sheet, field: SheetField): boolean {
  return fieldsOf(layoutOf(formOf(sheet.form), sheet)).includes(field);
}

/** Whether the sheet's form has a place for indicators of a kind. */
function asks({ form }: Sheet, kind: IndicatorKind): boolean {
  return placesOf(formOf(form)).some(({ level2 }) => level2.kind === kind);
}

function hasSources(sheet: Sheet, period: 'impl' | 'annual'): boolean {
  return SOURCES.some((at) => sheet[`${period}${at}`] !== null);
}

const textOf = (sheet: Sheet) => TEXTS.map((at) => sheet[at] ?? '').join('');

function mostFrequent(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? null;
}

/** The first whole day of a span in a time indicator that lies before the filing date. */
function startedBefore({ filledOn }: Sheet, indicators: readonly Indicator[]): string | null {
  if (filledOn === null) return null;
  for (const { level2, value } of indicators) {
    const day = kindOf(level2) === 'time' && value.includes('至') ? firstDayIn(value) : null;
    if (day !== null && day < filledOn) return day;
  }
  return null;
}

const identity = ({ level2, level3 }: Indicator) => `${level2} ${level3}`;
const inPeriod = (indicators: readonly Indicator[], period: Indicator['period']) =>
  indicators.filter((one) => one.period === period);

/** Every quantity and cost of the year is that of all years. */
function isUnscaled(indicators: readonly Indicator[]): boolean {
  const scaled = indicators.filter(({ level2 }) => ['quantity', 'cost'].includes(kindOf(level2) ?? ''));
  const values = (period: Indicator['period']) =>
    inPeriod(scaled, period)
      .map(({ level2, operator, value, measure }) => JSON.stringify([level2, operator, value, measure]))
      .sort()
      .join();
  const annual = values('annual');
  return annual !== '' && annual === values('implementation');
}

function isOrderDifferent(indicators: readonly Indicator[]): boolean {
  const [annual, whole] = [
    inPeriod(indicators, 'annual').map(identity),
    inPeriod(indicators, 'implementation').map(identity),
  ];
  const differs = annual.join('\n') !== whole.join('\n');
  return differs && annual.sort().join('\n') === whole.sort().join('\n');
}

/** A span of years in the basis that ends before the years the project's name speaks of: 依据 of another period. */
function earlierPeriod(name: string, basis: string): string | null {
  const [first] = yearsIn(name);
  if (first === undefined) return null;
  for (const [span, , last] of basis.matchAll(/(20[0-9]{2})年?至(20[0-9]{2})年[^，。；]{0,6}/g)) {
    if (Number.parseInt(last ?? '', 10) < first) return span;
  }
  return null;
}
