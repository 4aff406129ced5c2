import type { Fen } from '../../shared/money/fen.ts';
import { formatYuan } from '../../shared/money/format.ts';

/** An amount in 分 as exact 元 with its unit, e.g. `1,234.50 元`. */
export const yuan = (amount: Fen): string => `${formatYuan(amount, { group: true })} 元`;
