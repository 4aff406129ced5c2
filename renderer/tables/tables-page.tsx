/** 公开表: all tables by number, one on screen, its figures open to questions. */
import { useState } from 'react';
import { tablesFor } from '../../shared/tables/index.ts';
import { openForeign } from '../foreign/foreign.ts';
import { useCall } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';
import { TablePanel } from './table-panel.tsx';

export function TablesPage() {
  const { budget, goTo } = usePlace();
  const cell = goTo?.kind === 'cell' ? goTo.cell : null;
  const asked = goTo?.kind === 'table' ? goTo.table : (cell?.table ?? null);
  const [chosen, choose] = useState(asked ?? 1);
  const [seen, see] = useState(goTo);
  if (goTo !== seen) {
    see(goTo);
    if (asked !== null) choose(asked);
  }
  const all = useCall('table.all', { budgetId: budget.id });
  const empty = new Set(
    all.kind === 'ready' ? all.value.tables.filter((table) => table.note !== null).map((table) => table.no) : [],
  );
  const specs = tablesFor(budget.year);
  const step = (by: number) => {
    const at = specs.findIndex((spec) => spec.no === chosen);
    const next = specs[(at + by + specs.length) % specs.length];
    if (next !== undefined) choose(next.no);
    document.getElementById(`tab-${next?.no}`)?.focus();
  };
  return (
    <div className="tables-page">
      <h1 className="visually-hidden">公开表</h1>
      <div className="tables-side">
        <div
          className="tabs is-vertical"
          role="tablist"
          aria-label="公开表"
          aria-orientation="vertical"
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowRight') step(1);
            else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') step(-1);
            else return;
            event.preventDefault();
          }}
        >
          {specs.map((spec) => (
            <button
              key={spec.no}
              id={`tab-${spec.no}`}
              type="button"
              role="tab"
              aria-selected={spec.no === chosen}
              aria-controls="table-panel"
              tabIndex={spec.no === chosen ? 0 : -1}
              className={spec.no === chosen ? 'tab is-current' : 'tab'}
              onClick={() => choose(spec.no)}
            >
              <b>表{spec.no}</b>
              <span>{spec.shortTitle}</span>
              {empty.has(spec.no) ? <span className="tag">空</span> : null}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="link"
          title="打开别处的13张表，核对勾稽关系（Ctrl+Shift+O）"
          onClick={() => void openForeign()}
        >
          检查外来公开表…
        </button>
      </div>
      <div id="table-panel" role="tabpanel" aria-labelledby={`tab-${chosen}`} className="tables-panel">
        <TablePanel key={chosen} no={chosen} open={cell?.table === chosen ? cell : null} lines="beside" />
      </div>
    </div>
  );
}
