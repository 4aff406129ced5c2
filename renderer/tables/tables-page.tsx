/** 公开表: all tables by number, one on screen, its figures open to questions; of the unit, or of its department. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { tablesFor } from '../../shared/tables/index.ts';
import type { TableSpec } from '../../shared/tables/spec.ts';
import { consolidatedChosen, useTablesScope } from '../consolidation/scope.ts';
import { ScopeSwitch } from '../consolidation/scope-switch.tsx';
import { openForeign } from '../foreign/foreign.ts';
import { useCall } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';
import { Loading } from '../ui/states.tsx';
import { TablePanel } from './table-panel.tsx';

const UnitsPanel = lazy(() =>
  import('../consolidation/units-panel.tsx').then((module) => ({ default: module.UnitsPanel })),
);

/** In the list of tables, before the first one: which units the consolidation is made of. */
const UNITS = { no: 0, shortTitle: '汇总范围' } as const;

export function TablesPage() {
  const { budget, goTo } = usePlace();
  const cell = goTo?.kind === 'cell' ? goTo.cell : null;
  const asked = goTo?.kind === 'table' ? goTo.table : (cell?.table ?? null);
  const [chosen, choose] = useState(asked ?? (consolidatedChosen.get() ? UNITS.no : 1));
  const [seen, see] = useState(goTo);
  if (goTo !== seen) {
    see(goTo);
    if (asked !== null) choose(asked);
  }
  useEffect(() => {
    if (goTo?.kind === 'cell' || goTo?.kind === 'table') {
      consolidatedChosen.set(goTo.kind === 'cell' && goTo.consolidated === true);
    }
  }, [goTo]);
  const scope = useTablesScope();
  const all = useCall('table.all', scope);
  const empty = new Set(
    all.kind === 'ready' ? all.value.tables.filter((table) => table.note !== null).map((table) => table.no) : [],
  );
  const specs: readonly Pick<TableSpec, 'no' | 'shortTitle'>[] = [
    ...(scope.consolidated ? [UNITS] : []),
    ...tablesFor(budget.year),
  ];
  const current = specs.find(({ no }) => no === chosen)?.no ?? 1;
  const step = (by: number) => {
    const at = specs.findIndex((spec) => spec.no === current);
    const next = specs[(at + by + specs.length) % specs.length];
    if (next !== undefined) choose(next.no);
    document.getElementById(`tab-${next?.no}`)?.focus();
  };
  return (
    <div className="tables-page">
      <h1 className="visually-hidden">公开表</h1>
      <div className="tables-side">
        <ScopeSwitch onChange={(consolidated) => choose(consolidated ? UNITS.no : Math.max(1, current))} />
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
              aria-selected={spec.no === current}
              aria-controls="table-panel"
              tabIndex={spec.no === current ? 0 : -1}
              className={spec.no === current ? 'tab is-current' : 'tab'}
              onClick={() => choose(spec.no)}
            >
              {spec.no === UNITS.no ? null : <b>表{spec.no}</b>}
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
      <div id="table-panel" role="tabpanel" aria-labelledby={`tab-${current}`} className="tables-panel">
        {current === UNITS.no ? (
          <Suspense fallback={<Loading what="汇总范围" />}>
            <UnitsPanel />
          </Suspense>
        ) : (
          <TablePanel
            key={`${current}|${scope.consolidated}`}
            no={current}
            scope={scope}
            open={cell?.table === current ? cell : null}
            lines="beside"
          />
        )}
      </div>
    </div>
  );
}
