/** One table with its figures open to questions: a click shows the lines behind a figure. */
import { useEffect, useRef, useState } from 'react';
import type { CellRef, TableModel } from '../../shared/tables/model.ts';
import { useTableMarks } from '../checks/use-table-marks.ts';
import type { TablesScope } from '../consolidation/scope.ts';
import { useConsolidatedMarks } from '../consolidation/use-consolidated-marks.ts';
import { useCall } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';
import { Shown } from '../ui/states.tsx';
import { cellKey } from './cell-key.ts';
import { CellLines } from './cell-lines.tsx';
import { TableView } from './table-view.tsx';
import { useChanges } from './use-changes.ts';

interface TablePanelProps {
  readonly no: number;
  readonly scope: TablesScope;
  /** A cell to open at once. */
  readonly open?: CellRef | null;
  /** Lines stand beside the table where there is room, else below it. */
  readonly lines: 'beside' | 'below';
}

export function TablePanel({ no, scope, open = null, lines }: TablePanelProps) {
  const asked = useCall('table.get', { ...scope, no });
  return (
    <Shown asked={asked} what={`表${no}`}>
      {(model) => <OpenTable key={no} model={model} scope={scope} open={open} lines={lines} />}
    </Shown>
  );
}

interface OpenTableProps extends Omit<Required<TablePanelProps>, 'no'> {
  readonly model: TableModel;
}

function OpenTable({ model, scope, open, lines }: OpenTableProps) {
  const { amountUnit } = usePlace();
  const changed = useChanges(model);
  const ofBudget = useTableMarks(model.no);
  const ofUnits = useConsolidatedMarks(scope, model.no);
  const found = scope.consolidated ? ofUnits : ofBudget;
  const panel = useRef<HTMLDivElement>(null);
  const [asked, ask] = useState(open);
  const [chosen, choose] = useState(open);
  if (open !== asked) {
    ask(open);
    choose(open);
  }
  useEffect(() => {
    if (open === null) return;
    // A very long table has drawn the row only after it has scrolled there.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => leadTo(panel.current)));
    return () => cancelAnimationFrame(frame);
  }, [open]);
  return (
    <div ref={panel} className={`open-table is-${lines}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <div className="open-table-scroll" tabIndex={0} role="region" aria-label={model.title}>
        <TableView
          model={model}
          amountUnit={amountUnit}
          changed={changed}
          chosen={chosen}
          found={found}
          onFigure={choose}
        />
      </div>
      {chosen === null ? null : (
        <CellLines
          cell={chosen}
          scope={scope}
          model={model}
          mark={found.get(cellKey(chosen))}
          onClose={() => choose(null)}
        />
      )}
    </div>
  );
}

/** The chosen cell takes the keyboard; a blank one has nothing to press, but is brought into view. */
function leadTo(panel: HTMLElement | null): void {
  const cell = panel?.querySelector('td.is-chosen');
  cell?.scrollIntoView({ block: 'center', inline: 'center' });
  cell?.querySelector('button')?.focus({ preventScroll: true });
}
