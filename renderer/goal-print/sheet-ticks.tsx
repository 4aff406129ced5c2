/** The list of goal sheets with a tick each; the one that has the focus is shown beside it. */
import { useState } from 'react';
import type { PrintableSheet } from '../../shared/api/types.ts';
import { formatYuan } from '../../shared/money/format.ts';
import { RowList } from '../ui/row-list.tsx';
import { matching, type Ticks, ticked } from './ticks.ts';

interface SheetTicksProps {
  readonly sheets: readonly PrintableSheet[];
  readonly ticks: Ticks;
  /** The sheet that is shown. */
  readonly shown: number;
  readonly onTicks: (ticks: Ticks) => void;
  readonly onShow: (id: number) => void;
}

export function SheetTicks({ sheets, ticks, shown, onTicks, onShow }: SheetTicksProps) {
  const [typed, setTyped] = useState('');
  const found = matching(sheets, typed);
  const tickFound = (on: boolean) =>
    onTicks(
      ticked(
        ticks,
        found.map(({ id }) => id),
        on,
      ),
    );
  const all = found.length === sheets.length ? '全部' : `找到的 ${found.length} 张`;
  return (
    <div className="goal-print-list">
      <div className="goal-print-tools">
        <input
          type="search"
          className="input"
          placeholder="按编号、名称查找"
          aria-label="查找"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="button" className="button" onClick={() => tickFound(true)}>
          勾选{all}
        </button>
        <button type="button" className="button" onClick={() => tickFound(false)}>
          都不选
        </button>
      </div>
      {found.length === 0 ? <p className="muted goal-print-none">没有编号或名称含“{typed}”的绩效目标表</p> : null}
      <RowList label="绩效目标表" rows={found} height={46} keyOf={({ id }) => id}>
        {(sheet, tabIndex) => (
          <label
            className={sheet.id === shown ? 'goal-print-row is-shown' : 'goal-print-row'}
            onMouseDown={() => onShow(sheet.id)}
          >
            <input
              type="checkbox"
              tabIndex={tabIndex}
              checked={ticks.has(sheet.id)}
              onFocus={() => onShow(sheet.id)}
              onChange={(event) => onTicks(ticked(ticks, [sheet.id], event.target.checked))}
            />
            <span className="goal-print-text">
              <span className="goal-print-name" title={sheet.subject}>
                {sheet.isProject ? sheet.subject : `整体：${sheet.subject}`}
              </span>
              <span className="muted">
                {sheet.number}
                {sheet.annualTotal === null ? '' : `　${formatYuan(sheet.annualTotal, { group: true })} 元`}
              </span>
            </span>
          </label>
        )}
      </RowList>
    </div>
  );
}
