/** The money block of a goal sheet: what its sources add up to, and what they are by the budget's lines. */
import type { Fund } from '../entities/vocabulary.ts';
import { type Fen, fen, sumFen, ZERO_FEN } from '../money/fen.ts';
import type { FormBlock, FormLayout, MoneyField, Period, UnitLevel } from './form-spec.ts';

export type FundingBlock = Extract<FormBlock, { readonly kind: 'funding' }>;
/** Amounts of a sheet in 分; null or absent = not filled. */
export type SheetMoney = Readonly<Partial<Record<MoneyField, Fen | null>>>;

export interface FundAmount {
  readonly fund: Fund;
  readonly amount: Fen;
}

/** The money block of a layout; null for a form without one. */
export function fundingOf({ blocks }: FormLayout): FundingBlock | null {
  return blocks.find((block) => block.kind === 'funding') ?? null;
}

/** Sum of a period's sources; null where none of them is filled. */
export function sumOfSources(block: FundingBlock, period: Period, sheet: SheetMoney): Fen | null {
  const filled = sourceFields(block, period).flatMap((field) => sheet[field] ?? []);
  return filled.length === 0 ? null : sumFen(filled);
}

/**
 * A source as it was just typed, with the total where that follows: one that was empty or equal to the sum stays so.
 * @returns the fields to save together
 */
export function withSource(block: FundingBlock, field: MoneyField, amount: Fen | null, sheet: SheetMoney): SheetMoney {
  const period = periodOf(block, field);
  const total = period === null ? undefined : block.total[period]?.field;
  if (period === null || total === undefined || total === field) return { [field]: amount };
  const before = sheet[total] ?? null;
  const follows = before === null || before === (sumOfSources(block, period, sheet) ?? ZERO_FEN);
  if (!follows) return { [field]: amount };
  return { [field]: amount, [total]: sumOfSources(block, period, { ...sheet, [field]: amount }) };
}

/**
 * The fields to save for a change of the year's money, with those of 实施期 where both were the same before: in a sheet of
 * one year they are one figure, entered once.
 */
export function withBothPeriods(block: FundingBlock, change: SheetMoney, sheet: SheetMoney): SheetMoney {
  const before = moneyAcross(block, 'annual', 'implementation', sheet);
  const fields = Object.keys(before) as readonly MoneyField[];
  const same = fields.length > 0 && fields.every((field) => (sheet[field] ?? null) === before[field]);
  if (!same) return change;
  return { ...change, ...moneyAcross(block, 'annual', 'implementation', { ...sheet, ...change }) };
}

/**
 * A period's amounts by the lines. Sources that no fund is entered under, such as 中央, keep what was divided to them by
 * hand as far as the lines cover it; the rest goes where the form enters each fund. What is not used becomes 0.
 */
export function moneyFromLines(
  block: FundingBlock,
  period: Period,
  level: UnitLevel,
  lines: readonly FundAmount[],
  sheet: SheetMoney,
): SheetMoney {
  const money: Partial<Record<MoneyField, Fen>> = {};
  const taken = block.sources.map((source) => takes(source, level, lines));
  block.sources.forEach(({ fields }, index) => {
    const field = fields[period];
    if (field !== undefined) money[field] = taken[index] ?? ZERO_FEN;
  });
  const fiscal = block.sources.find((source) => takesFund(source, level, 'generalPublic'))?.fields[period];
  for (const source of block.sources) {
    const field = source.fields[period];
    if (field === undefined || fiscal === undefined || hasTakes(source, level)) continue;
    const part = Math.min(sheet[field] ?? 0, money[fiscal] ?? 0);
    money[field] = fen(part);
    money[fiscal] = fen((money[fiscal] ?? 0) - part);
  }
  const total = block.total[period]?.field;
  return total === undefined ? money : { ...money, [total]: sumFen(lines.map(({ amount }) => amount)) };
}

/** The amounts of one period as those of the other, source by source. */
export function moneyAcross(block: FundingBlock, from: Period, to: Period, sheet: SheetMoney): SheetMoney {
  const pairs = [
    [block.total[from]?.field, block.total[to]?.field] as const,
    ...block.sources.map(({ fields }) => [fields[from], fields[to]] as const),
  ];
  return Object.fromEntries(
    pairs.flatMap(([source, target]) =>
      source === undefined || target === undefined ? [] : [[target, sheet[source] ?? null]],
    ),
  );
}

/** The period a money field belongs to; null when the block does not show it. */
function periodOf(block: FundingBlock, field: MoneyField): Period | null {
  for (const period of ['implementation', 'annual'] as const) {
    if (block.total[period]?.field === field || sourceFields(block, period).includes(field)) return period;
  }
  return null;
}

function sourceFields(block: FundingBlock, period: Period): readonly MoneyField[] {
  return block.sources.flatMap(({ fields }) => fields[period] ?? []);
}

type Source = FundingBlock['sources'][number];

const hasTakes = ({ takes: all }: Source, level: UnitLevel): boolean => all.some(({ levels }) => isAt(levels, level));
const isAt = (levels: readonly UnitLevel[] | undefined, level: UnitLevel) => levels?.includes(level) ?? true;

function takesFund({ takes: all }: Source, level: UnitLevel, fund: Fund): boolean {
  return all.some(({ funds, levels }) => isAt(levels, level) && funds.includes(fund));
}

function takes(source: Source, level: UnitLevel, lines: readonly FundAmount[]): Fen {
  return sumFen(lines.flatMap(({ fund, amount }) => (takesFund(source, level, fund) ? [amount] : [])));
}
