/** Expenditure lines of this year, each with the amount in 元 of it that is left for the next. */
import type { CarryoverChoice } from '../../shared/carry-forward/types.ts';
import { FUNDS, labelOf } from '../../shared/entities/vocabulary.ts';
import { formatYuan, toDecimalYuan } from '../../shared/money/format.ts';
import { RowList } from '../ui/row-list.tsx';
import { readCarryover } from './typed-carryover.ts';

interface CarryoverListProps {
  readonly lines: readonly CarryoverChoice[];
  readonly typed: ReadonlyMap<number, string>;
  readonly nameOf: (line: CarryoverChoice) => string;
  readonly onType: (lineId: number, text: string) => void;
}

export function CarryoverList({ lines, typed, nameOf, onType }: CarryoverListProps) {
  return (
    <RowList label="可结转的支出明细" rows={lines} height={54} keyOf={({ lineId }) => lineId}>
      {(line, tabIndex) => {
        const text = typed.get(line.lineId) ?? '';
        const read = readCarryover(text, line);
        const name = nameOf(line);
        return (
          <div className="carry-item">
            <span className="carry-text">
              <span className="carry-label" title={name}>
                {name}
              </span>
              <span
                className={read.ok ? 'carry-reason' : 'carry-reason is-problem'}
                role={read.ok ? undefined : 'alert'}
              >
                {read.ok
                  ? `${labelOf(FUNDS, line.fund)}，本年 ${formatYuan(line.amount, { group: true })} 元`
                  : read.reason}
              </span>
            </span>
            <button
              type="button"
              className="link"
              tabIndex={tabIndex}
              onClick={() => onType(line.lineId, toDecimalYuan(line.amount))}
            >
              全额
            </button>
            <input
              className="input carry-input"
              inputMode="decimal"
              tabIndex={tabIndex}
              aria-label={`结转金额（元）：${name}`}
              aria-invalid={!read.ok}
              placeholder="0.00"
              value={text}
              onChange={(event) => onType(line.lineId, event.target.value)}
            />
            <span className="muted">元</span>
          </div>
        );
      }}
    </RowList>
  );
}
