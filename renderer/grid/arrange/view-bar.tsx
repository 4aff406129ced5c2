/** Says how the rows are looked at while that is not the stored order, and leads back to it. */
import { useSyncExternalStore } from 'react';
import { showAmount } from '../../../shared/intake/show-cell.ts';
import type { CellLookup } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';
import type { GridSession } from '../session.ts';
import { type Arrangement, isStoredOrder, STORED_ORDER } from './arrangement.ts';
import { partsOf } from './words.ts';

interface ViewBarProps {
  readonly session: GridSession;
  readonly columns: readonly GridColumn[];
  readonly lookup: CellLookup;
  readonly onArrange: (arrangement: Arrangement) => void;
}

export function ViewBar({ session, columns, lookup, onArrange }: ViewBarProps) {
  useSyncExternalStore(session.subscribe, session.version);
  const { arrangement, progress, hidden } = session.view;
  if (isStoredOrder(arrangement)) return null;
  const totals = session.view.totals();
  const amount = totals?.sums.amount;
  const unit = lookup.amountUnit === 'wan' ? '万元' : '元';
  return (
    <div className="view-bar" role="toolbar" aria-label="排序、筛选、分组">
      <ul className="view-parts">
        {partsOf(arrangement, columns, lookup).map(({ key, text, without }) => (
          <li key={key} className="view-part">
            {text}
            <button type="button" aria-label={`取消：${text}`} title="取消" onClick={() => onArrange(without)}>
              ×
            </button>
          </li>
        ))}
      </ul>
      {progress === null ? (
        <span className="view-count" role="status">
          {hidden === 0
            ? `共 ${totals?.rows ?? 0} 行`
            : `显示 ${totals?.rows ?? 0} / ${(totals?.rows ?? 0) + hidden} 行`}
          {amount === undefined ? null : (
            <>
              ，金额合计 <b>{showAmount(amount, lookup.amountUnit)}</b> {unit}
            </>
          )}
        </span>
      ) : (
        <span className="view-count is-working" role="status">
          正在整理 <progress value={progress} max={1} />
        </span>
      )}
      <span className="spring" />
      {arrangement.group === null ? null : (
        <button type="button" className="button" onClick={() => session.toggleGroup(null)}>
          {session.view.allClosed ? '全部展开' : '全部收起'}
        </button>
      )}
      <button
        type="button"
        className="button"
        title="改过的行按新的内容排到该在的位置（Ctrl+Alt+L）；在此之前它们留在原处"
        onClick={() => onArrange(arrangement)}
      >
        重新应用
      </button>
      <button type="button" className="button" onClick={() => onArrange(STORED_ORDER)}>
        恢复原状
      </button>
    </div>
  );
}
