/** What rule sets say from which amount on, as a table: found by asking `decide` on both sides of every limit they name. */
import { amountSentence } from '../money/amount-sentence.ts';
import { type Fen, fen } from '../money/fen.ts';
import { FEN_PER_YUAN, inFen, type Verdict } from './decide.ts';
import { verdictOn } from './methods.ts';
import { decideOn } from './purchases.ts';
import { type ProcurementCategory, type RuleSet, TOPICS, type Topic, type UnitLevel } from './spec.ts';

/** Amounts for which the same answers hold. */
export interface Band {
  /** First amount of the band, 分. */
  readonly from: Fen;
  /** The amounts in words, e.g. `30万元起，到200万元（含）`. */
  readonly label: string;
  readonly verdicts: Readonly<Partial<Record<Topic, Verdict>>>;
}

/** Kinds of purchases that follow the same bands. */
export interface ThresholdGroup {
  /** Their names, e.g. `货物、服务`. */
  readonly label: string;
  readonly bands: readonly Band[];
}

interface Kind {
  readonly label: string;
  readonly category: ProcurementCategory;
  readonly worksRelated: boolean;
  /** Of the catalogue of this kind; absent for what is in none. */
  readonly list?: 'central' | 'department';
}

const KINDS: readonly Kind[] = [
  { label: '集中采购目录内的货物', category: 'goods', worksRelated: false, list: 'central' },
  { label: '集中采购目录内的服务', category: 'services', worksRelated: false, list: 'central' },
  { label: '部门集中采购的货物', category: 'goods', worksRelated: false, list: 'department' },
  { label: '部门集中采购的服务', category: 'services', worksRelated: false, list: 'department' },
  { label: '目录外的货物', category: 'goods', worksRelated: false },
  { label: '目录外的服务', category: 'services', worksRelated: false },
  { label: '工程', category: 'works', worksRelated: false },
  { label: '与工程建设有关的货物', category: 'goods', worksRelated: true },
  { label: '与工程建设有关的服务', category: 'services', worksRelated: true },
];

/** @param sets those in force. @returns no groups where they name no amounts at all */
export function thresholdsOf(sets: readonly RuleSet[], level: UnitLevel): readonly ThresholdGroup[] {
  const points = breakpoints(sets);
  if (points.length === 1) return [];
  const groups = new Map<string, { readonly labels: string[]; readonly bands: readonly Band[] }>();
  for (const kind of KINDS) {
    const code = codeOf(kind, sets);
    if (code === undefined) continue;
    const bands = bandsOf(kind, code, sets, level, points);
    const key = JSON.stringify(bands.map(({ from, verdicts }) => [from, verdicts]));
    const group = groups.get(key) ?? { labels: [], bands };
    group.labels.push(kind.label);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ labels, bands }) => ({ label: labels.join('、'), bands }));
}

/** An item to ask about: of the catalogue, or of none; undefined where no catalogue has such items. */
function codeOf({ category, list }: Kind, sets: readonly RuleSet[]): string | null | undefined {
  if (list === undefined) return null;
  return sets
    .filter((set) => (set.list ?? 'central') === list)
    .flatMap(({ catalogue }) => catalogue)
    .find((entry) => entry.category === category)?.code;
}

/** The amounts at which an answer may change: nothing, each limit, and one 分 above it. */
function breakpoints(sets: readonly RuleSet[]): readonly number[] {
  const limits = sets.flatMap(({ rules }) =>
    rules.flatMap(({ when }) => when.flatMap((each) => (each.fact === 'amount' ? [inFen(each.yuan)] : []))),
  );
  return [...new Set([0, ...limits.flatMap((limit) => [limit, limit + 1])])].sort((left, right) => left - right);
}

function bandsOf(
  { category, worksRelated }: Kind,
  catalogueCode: string | null,
  sets: readonly RuleSet[],
  level: UnitLevel,
  points: readonly number[],
): readonly Band[] {
  const asked = points.map((amount) => {
    const decision = decideOn({ catalogueCode, category, level, amount, imported: false, worksRelated }, sets);
    const verdicts = TOPICS.flatMap((topic) => {
      const verdict = verdictOn(decision, topic);
      return verdict === undefined ? [] : [[topic, verdict] as const];
    });
    return { from: fen(amount), verdicts: Object.fromEntries(verdicts), key: keyOf(verdicts) };
  });
  const changes = asked.filter(({ key }, index) => key !== asked[index - 1]?.key);
  return changes.map(({ from, verdicts }, index) => ({
    from,
    verdicts,
    label: amountsInWords(from, changes[index + 1]?.from ?? null),
  }));
}

const keyOf = (verdicts: readonly (readonly [Topic, Verdict])[]): string =>
  verdicts.map(([topic, { ruleId }]) => `${topic} ${ruleId}`).join('|');

/** From an amount on to below another, in whole 元 or one 分 above: limits are reached (含) or exceeded (超过). */
function amountsInWords(from: Fen, next: Fen | null): string {
  const exceeded = from % FEN_PER_YUAN !== 0;
  const start = from === 0 ? '' : exceeded ? `超过${inWords(fen(from - 1))}` : `${inWords(from)}起`;
  if (next === null) return start === '' ? '任何金额' : start;
  if (next === from + 1) return `正好${inWords(from)}`;
  const end = next % FEN_PER_YUAN === 0 ? `不到${inWords(next)}` : `到${inWords(fen(next - 1))}（含）`;
  return start === '' ? end : `${start}，${end}`;
}

/** `30万元`, `0.5万元`, or in 元 where 万元 would have to be rounded. */
function inWords(amount: Fen): string {
  return amountSentence(amount).replace(/\.?0+(?=[万元])/, '');
}
