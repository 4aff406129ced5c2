/** The table beside a grid: follows every edit at once. Its width is dragged and remembered. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { tablesFor } from '../../shared/tables/index.ts';
import { readSetting, writeSetting } from '../state/settings.ts';
import { usePlace } from '../state/window-state.ts';
import { useFocusBack } from '../ui/focus-back.ts';
import { TablePanel } from './table-panel.tsx';

const SETTING = 'besideWidth';
const NARROWEST = 280;

export function BesidePanel() {
  const { besideTable, setBeside, toggleBeside, budget } = usePlace();
  const scope = useMemo(() => ({ budgetId: budget.id }), [budget.id]);
  const [width, setWidth] = useState(Math.max(NARROWEST, Math.round(window.innerWidth * 0.36)));
  const focusBack = useFocusBack();
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
  useEffect(() => {
    readSetting(SETTING, (raw) => (typeof raw === 'number' && raw >= NARROWEST ? raw : null)).then((stored) => {
      if (stored !== null) setWidth(stored);
    });
  }, []);
  if (besideTable === null) {
    return (
      <button type="button" className="beside-open" title="在旁边显示公开表（F9）" {...focusBack(toggleBeside)}>
        ◂ 公开表
      </button>
    );
  }
  const widthAt = (x: number) => {
    const from = drag.current;
    const most = window.innerWidth - 480;
    return from === null ? width : Math.max(NARROWEST, Math.min(most, from.width + from.x - x));
  };
  return (
    <aside className="beside" style={{ width }} aria-label="公开表">
      <div
        className="beside-grip"
        aria-hidden="true"
        title="拖动改变宽度"
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, width };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => setWidth(widthAt(event.clientX))}
        onPointerUp={(event) => {
          writeSetting(SETTING, widthAt(event.clientX));
          drag.current = null;
        }}
      />
      <header className="beside-head">
        <select
          className="select"
          aria-label="旁边显示的公开表"
          value={besideTable}
          onChange={(event) => setBeside(Number.parseInt(event.target.value, 10))}
        >
          {tablesFor(budget.year).map((table) => (
            <option key={table.no} value={table.no}>
              表{table.no} {table.shortTitle}
            </option>
          ))}
        </select>
        <span className="muted">随录入实时更新</span>
        <button
          type="button"
          className="icon-button"
          aria-label="收起公开表"
          title="收起（F9）"
          {...focusBack(toggleBeside)}
        >
          ×
        </button>
      </header>
      <TablePanel no={besideTable} scope={scope} lines="below" />
    </aside>
  );
}
