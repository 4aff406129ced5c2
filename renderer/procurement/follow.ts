/** What else of a purchase changes with one of its cells: helped, never forced. */
import type { CellValue, Values } from '../../shared/intake/values.ts';
import { fen } from '../../shared/money/fen.ts';
import { priceOf } from '../../shared/money/quantity.ts';
import { categoryOfCode } from '../../shared/procurement/catalogue.ts';

/** Quantity times unit price in 分; null while one of them is missing, or beyond the amounts that are kept exactly. */
export function pricedAmount({ quantity, unitPrice }: Values): number | null {
  return typeof quantity === 'string' && typeof unitPrice === 'number' ? priceOf(quantity, fen(unitPrice)) : null;
}

/**
 * A 品目 brings its category, and its name where none is written; quantity and price bring the amount, unless another one
 * was filled in.
 * @param nameOf the catalogue's name for a code, or null
 */
export function purchaseFollow(nameOf: (code: CellValue) => string | null) {
  return (field: string, before: Values, after: Values): Values => {
    switch (field) {
      case 'catalogueCode': {
        const category = categoryOfCode(after.catalogueCode ?? null);
        const name = nameOf(after.catalogueCode ?? null);
        const unnamed = isBlank(after.name) || after.name === nameOf(before.catalogueCode ?? null);
        return {
          ...(category === null ? {} : { category }),
          ...(name !== null && unnamed ? { name } : {}),
        };
      }
      case 'quantity':
      case 'unitPrice': {
        const amount = pricedAmount(after);
        const helped = isBlank(before.amount) || before.amount === pricedAmount(before);
        return amount !== null && helped ? { amount } : {};
      }
      default:
        return {};
    }
  };
}

const isBlank = (value: CellValue | undefined): boolean => value === null || value === undefined || value === '';
