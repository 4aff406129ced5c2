/** What a budget's purchases come to: by category and method, and what of it is reserved for smaller enterprises. */
import type { RowOfEntity } from '../entities/index.ts';
import { PROCUREMENT_CATEGORIES } from '../entities/vocabulary.ts';
import { type Fen, fen } from '../money/fen.ts';
import { percent } from '../money/ratio.ts';
import type { ProcurementCategory } from './spec.ts';

type Item = RowOfEntity<'procurement'>;

/** Purchases that have something in common. */
export interface PurchaseSum {
  readonly count: number;
  readonly amount: Fen;
  /** Reserved for 中小企业, and of that for 小微企业. */
  readonly smeReserved: Fen;
  readonly microReserved: Fen;
}

export interface ProcurementTotals extends PurchaseSum {
  /** 货物, 工程 and 服务 in this order, also those without a purchase. */
  readonly categories: readonly (PurchaseSum & { readonly category: ProcurementCategory; readonly label: string })[];
  /** By method as it is written, the largest amount first; an empty name stands for purchases without one. */
  readonly methods: readonly (PurchaseSum & { readonly method: string })[];
  readonly imported: PurchaseSum;
  /** `57.70%` of all purchases, and of the reserve; null where there is nothing to take a share of. */
  readonly smeShare: string | null;
  readonly microShare: string | null;
}

/** Sums of all purchases. Linear in their number, for the few ways there are to write a method. */
export function procurementTotals(items: Iterable<Item>): ProcurementTotals {
  const all = [...items];
  const total = sum(all);
  return {
    ...total,
    categories: PROCUREMENT_CATEGORIES.map(({ value, label }) => ({
      category: value,
      label,
      ...sum(all.filter(({ category }) => category === value)),
    })),
    methods: [...new Set(all.map(methodOf))]
      .map((method) => ({ method, ...sum(all.filter((item) => methodOf(item) === method)) }))
      .sort((left, right) => right.amount - left.amount),
    imported: sum(all.filter(({ imported }) => imported)),
    smeShare: percent(total.smeReserved, total.amount),
    microShare: percent(total.microReserved, total.smeReserved),
  };
}

const methodOf = ({ method }: Item): string => method?.trim() ?? '';

function sum(items: readonly Item[]): PurchaseSum {
  return {
    count: items.length,
    amount: sumOf(items, ({ amount }) => amount),
    smeReserved: sumOf(items, ({ smeReserved }) => smeReserved ?? 0),
    microReserved: sumOf(items, ({ microReserved }) => microReserved ?? 0),
  };
}

function sumOf(items: readonly Item[], amountOf: (item: Item) => number): Fen {
  return fen(items.reduce((total, item) => total + amountOf(item), 0));
}
