/** From a figure's declaration to its text. */
import { PRIOR_MEASURES } from '../entities/prior-figure.ts';
import { labelOf } from '../entities/vocabulary.ts';
import { ZERO_FEN } from '../money/fen.ts';
import { formatWan } from '../money/format.ts';
import { sumQuantities } from '../money/quantity.ts';
import { growth, percent } from '../money/ratio.ts';
import type { PriorMeasure } from '../overview/measures.ts';
import { measureFigure } from '../overview/overview.ts';
import { amountOf, projectCount } from './amounts.ts';
import { FIGURES, type FigureId } from './figures.ts';
import type { ListOrder, NarrativeInput } from './input.ts';
import type { FigureSpec } from './spec.ts';

export interface FigureValue {
  readonly id: FigureId;
  readonly label: string;
  /** As it is printed, with its unit. */
  readonly text: string;
  /** What has to be entered before the figure can be told, in the user's words; null when nothing is missing. */
  readonly missing: string | null;
}

const wan = (amount: Parameters<typeof formatWan>[0]) => `${formatWan(amount, { group: true })}万元`;
const NOTHING_OF_NOTHING = '0.00%';

/** The value of a figure. */
export function figureValue(id: FigureId, input: NarrativeInput, order: ListOrder): FigureValue {
  const spec: FigureSpec = FIGURES[id];
  const { text, missing = null } = valueFor(spec, input, order);
  return { id, label: spec.label, text, missing };
}

interface Value {
  readonly text: string;
  readonly missing?: string;
}

function valueFor(spec: FigureSpec, input: NarrativeInput, order: ListOrder): Value {
  switch (spec.show) {
    case 'amount':
      return { text: wan(amountOf(spec.of, input)) };
    case 'share':
      return { text: percent(amountOf(spec.of, input), amountOf(spec.within, input)) ?? NOTHING_OF_NOTHING };
    case 'growth':
      return growthClause(spec.of, input);
    case 'list':
      return { text: listText(spec, input, order) };
    case 'projectCount':
      return { text: `${projectCount(spec.of, spec.category, input)}个` };
    case 'assets': {
      const quantities = input.assets.filter(({ kind }) => spec.kinds.includes(kind)).map(({ quantity }) => quantity);
      return { text: `${sumQuantities(quantities)}${spec.measure}` };
    }
    case 'text':
      return plainText(spec.of, input);
    default:
      return spec satisfies never;
  }
}

function plainText(of: 'unit' | 'year' | 'assetsOn' | 'none', { unit, budget }: NarrativeInput): Value {
  switch (of) {
    case 'unit':
      return { text: unit.name };
    case 'year':
      return { text: String(budget.year) };
    case 'assetsOn': {
      if (budget.assetsOn === null) return { text: `${budget.year - 1}年末`, missing: '资产时点' };
      const [year, month, day] = budget.assetsOn.split('-').map((part) => Number.parseInt(part, 10));
      return { text: `${year}年${month}月${day}日` };
    }
    case 'none':
      return { text: '' };
    default:
      return of satisfies never;
  }
}

/** This year's figure of a measure against last year's. */
export function growthOf(measure: PriorMeasure, input: NarrativeInput): ReturnType<typeof growth> {
  const procurement = amountOf({ procurement: 'amount' }, input);
  const last = input.prior.find((figure) => figure.measure === measure);
  return growth(measureFigure(input.facts, measure, procurement), last?.amount ?? null, last?.rounded ?? false);
}

/** A clause with its comma, so that a sentence stays whole where nothing can be compared. */
function growthClause(measure: PriorMeasure, input: NarrativeInput): Value {
  const { change, rate, direction } = growthOf(measure, input);
  if (change === null || direction === null) {
    return { text: '', missing: `上年的${labelOf(PRIOR_MEASURES, measure)}` };
  }
  if (direction === '持平') return { text: '，与上年持平' };
  if (direction === '上年无此项') return { text: '，上年没有这项预算' };
  const verb = direction === '增长' ? '增加' : '减少';
  const share = rateSaid(rate);
  return { text: `，比上年${verb}${change.replace('-', '')}万元${share === null ? '' : `，${direction}${share}`}` };
}

/** A rate without its sign; null where there is none, or where it would say that something grows by 0.00%. */
export function rateSaid(rate: string | null): string | null {
  const size = rate?.replace('-', '') ?? null;
  return size === NOTHING_OF_NOTHING ? null : size;
}

function listText(
  spec: Extract<FigureSpec, { readonly show: 'list' }>,
  { facts }: NarrativeInput,
  order: ListOrder,
): string {
  const wanted = new RegExp(spec.rows);
  const table = facts.table(spec.table);
  const total = facts.cell({ table: spec.table, block: spec.block, row: 'total', column: spec.column }) ?? ZERO_FEN;
  const entries = table.rows.flatMap(({ keys, cells }) => {
    const cell = cells[spec.column];
    if (!wanted.test(keys[spec.block] ?? '') || cell?.kind !== 'amount' || !cell.fen) return [];
    return [{ name: withoutOrdinal(cells[spec.names]?.text ?? ''), amount: cell.fen }];
  });
  if (order === 'size') entries.sort((left, right) => right.amount - left.amount);
  if (entries.length === 0) return '无';
  if (spec.saying === 'name') return [...new Set(entries.map(({ name }) => name))].join('、');
  const said = entries.map(({ name, amount }) =>
    spec.saying === 'amount'
      ? `${name}${wan(amount)}`
      : `${name}${wan(amount)}，占${percent(amount, total) ?? NOTHING_OF_NOTHING}`,
  );
  return said.join(spec.saying === 'amount' ? '、' : '；');
}

/** Classes are numbered by their row in tables 1 and 4: `八、社会保障和就业支出`. */
const withoutOrdinal = (name: string) => name.replace(/^[一二三四五六七八九十]+、/, '');
