/** What comes of the choices, in figures. */
import type { CarryItem, CarryKind } from '../../shared/carry-forward/types.ts';
import { type Fen, sumFen } from '../../shared/money/fen.ts';
import { formatYuan } from '../../shared/money/format.ts';

interface SummaryProps {
  readonly chosen: readonly CarryItem[];
  /** Sum carried over, in 分. */
  readonly carryover: Fen;
  /** Carryover amounts that cannot be read or are too large. */
  readonly wrong: number;
}

export function CarrySummary({ chosen, carryover, wrong }: SummaryProps) {
  const sum = (...kinds: readonly CarryKind[]) =>
    sumFen(chosen.flatMap(({ kind, amount }) => (kinds.includes(kind) && amount !== null ? [amount] : [])));
  const yuan = (amount: Fen) => `${formatYuan(amount, { group: true })} 元`;
  const projects = chosen.filter(({ kind }) => kind === 'project').length;
  return (
    <p className="carry-summary" role="status">
      带入 <b>{projects}</b> 个项目；收入明细 <b>{yuan(sum('incomeLines'))}</b>，支出明细{' '}
      <b>{yuan(sum('basicLines', 'projectLines'))}</b>；上年结转 <b>{yuan(carryover)}</b>
      {wrong === 0 ? null : <span className="is-problem">；{wrong} 个结转金额要改</span>}
    </p>
  );
}
