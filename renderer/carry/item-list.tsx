/** What could go along, grouped by project, each with a tick and the reason of its default. */
import type { CarryItem } from '../../shared/carry-forward/types.ts';
import { formatYuan } from '../../shared/money/format.ts';
import { RowList } from '../ui/row-list.tsx';
import { isTicked, type Ticks } from './ticks.ts';

interface ItemListProps {
  readonly items: readonly CarryItem[];
  readonly ticks: Ticks;
  readonly onTick: (id: string, on: boolean) => void;
}

export function ItemList({ items, ticks, onTick }: ItemListProps) {
  return (
    <RowList label="带入的内容" rows={items} height={48} keyOf={({ id }) => id}>
      {(item, tabIndex) => (
        <label className={item.needs === null ? 'carry-item' : 'carry-item is-part'}>
          <input
            type="checkbox"
            tabIndex={tabIndex}
            checked={isTicked(item, ticks)}
            onChange={(event) => onTick(item.id, event.target.checked)}
          />
          <span className="carry-text">
            <span className={item.needs === null ? 'carry-label is-whole' : 'carry-label'}>
              {item.label} <span className="muted">{item.detail}</span>
            </span>
            <span className="carry-reason">{item.reason}</span>
          </span>
          <span className="carry-amount">
            {item.amount === null ? '' : `${formatYuan(item.amount, { group: true })} 元`}
          </span>
        </label>
      )}
    </RowList>
  );
}
