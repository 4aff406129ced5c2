/** The lines that a figure is made of, with a way to each of them. */
import { useEffect, useMemo } from 'react';
import type { CellPart } from '../../shared/api/types.ts';
import { budgetLine } from '../../shared/entities/budget-line.ts';
import type { RowOfEntity } from '../../shared/entities/index.ts';
import { showAmount, showCell } from '../../shared/intake/show-cell.ts';
import { formatYuan } from '../../shared/money/format.ts';
import type { CellRef, TableModel } from '../../shared/tables/model.ts';
import { useLookup } from '../codes/use-lookup.ts';
import type { TablesScope } from '../consolidation/scope.ts';
import type { CellMark } from '../grid/grid-row.tsx';
import { useCall } from '../state/query.ts';
import { type GoTo, usePlace } from '../state/window-state.ts';
import { Shown } from '../ui/states.tsx';

interface CellLinesProps {
  readonly cell: CellRef;
  readonly scope: TablesScope;
  readonly model: TableModel;
  /** What the checks say of the figure. */
  readonly mark: CellMark | undefined;
  readonly onClose: () => void;
}

const { fields } = budgetLine;
type LineField = keyof typeof fields;
/** What a line is for, what it is spent on, and which money it is: three short rows per line. */
const SHOWN: readonly (readonly LineField[])[] = [
  ['functional', 'revenue'],
  ['deptEconomic', 'projectId'],
  ['fund', 'origin', 'note'],
];
const MOST = 300;

export function CellLines({ cell, scope, model, mark, onClose }: CellLinesProps) {
  const place = usePlace();
  const { table: no, block, row, column } = cell;
  const asked = useCall('table.cellLines', { ...scope, no, block, row, column });
  const title = useMemo(() => nameOf(cell, model), [cell, model]);
  return (
    <section className="cell-lines" aria-label="组成明细">
      <header className="cell-lines-head">
        <h2>{title}</h2>
        <button type="button" className="icon-button" aria-label="关闭组成明细" onClick={onClose}>
          ×
        </button>
      </header>
      {mark === undefined ? null : (
        <p className={`form-mark is-${mark.severity}`}>
          {mark.message}
          <span className="finding-basis">依据：{mark.basis}</span>
        </p>
      )}
      <Shown asked={asked} what="组成明细">
        {({ lines, total, count, from }) => (
          <>
            <p className="cell-lines-total">
              共 <b>{count}</b> 条明细，合计 <b>{showAmount(total, place.amountUnit)}</b>
              {place.amountUnit === 'wan' ? ' 万元' : ' 元'}
              {place.amountUnit === 'wan' ? (
                <span className="muted">（{formatYuan(total, { group: true })} 元）</span>
              ) : null}
            </p>
            <div className="line-lists">
              {from.map((part) => (
                <PartOfCell
                  key={part.budgetId}
                  part={part}
                  lines={lines.slice(0, MOST).filter(({ parentId }) => parentId === part.budgetId)}
                  named={scope.consolidated === true}
                />
              ))}
            </div>
            {count > MOST ? <p className="muted">只列出前 {MOST} 条。</p> : null}
          </>
        )}
      </Shown>
    </section>
  );
}

interface PartOfCellProps {
  readonly part: CellPart;
  /** Those of its lines that are listed. */
  readonly lines: readonly RowOfEntity<'line'>[];
  /** Whose they are is said where lines of several units come together. */
  readonly named: boolean;
}

function PartOfCell({ part, lines, named }: PartOfCellProps) {
  const { amountUnit } = usePlace();
  return (
    <>
      {named ? (
        <h3 className="line-list-head">
          <span>{part.unitName}</span>
          <span className="muted">{part.count} 条</span>
          <b>{showAmount(part.total, amountUnit)}</b>
        </h3>
      ) : null}
      {lines.length === 0 ? null : <LineList lines={lines} budgetId={part.budgetId} />}
    </>
  );
}

interface LineListProps {
  readonly lines: readonly RowOfEntity<'line'>[];
  readonly budgetId: number;
}

function LineList({ lines, budgetId }: LineListProps) {
  const place = usePlace();
  const { stores } = place;
  const projects = stores.shelf('project', budgetId);
  const isOwn = budgetId === place.budget.id;
  // Projects of other units are of no use to any page once they are out of sight.
  useEffect(() => (isOwn ? undefined : stores.hold(projects)), [stores, projects, isOwn]);
  const lookup = useLookup(place.budget.year, projects.store, place.amountUnit);
  const text = (line: RowOfEntity<'line'>, field: LineField) => showCell(fields[field], line[field], lookup);
  return (
    <ol className="line-list">
      {lines.map((line) => (
        <li key={line.id}>
          <div className="line-text">
            {SHOWN.map((group) => group.map((field) => text(line, field)).filter((part) => part !== '')).map(
              (parts, row) =>
                parts.length === 0 ? null : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the three rows of a line have no other identity
                  <span key={row} className={row === 0 ? undefined : 'muted'}>
                    {parts.join(' · ')}
                  </span>
                ),
            )}
          </div>
          <b>{showAmount(line.amount, place.amountUnit)}</b>
          <button type="button" className="link" onClick={() => place.show(pageOf(line), linePlace(line.id), budgetId)}>
            跳转
          </button>
        </li>
      ))}
    </ol>
  );
}

const pageOf = (line: RowOfEntity<'line'>) => (line.side === 'income' ? 'income' : 'spending');

const linePlace = (id: number): GoTo => ({ kind: 'row', entity: 'line', id, field: 'amount' });

/** `表5 · 2110301 大气 · 2025年预算数/合计`. */
function nameOf(cell: CellRef, model: TableModel): string {
  const row = model.rows.find((each) => each.keys[cell.block] === cell.row);
  const keys = row?.cells.filter((each, index) => each.kind === 'key' && model.columns[index]?.block === cell.block);
  const name = keys?.map((each) => (each.kind === 'key' ? each.text : '')).filter((text) => text !== '');
  return [`表${model.no}`, name?.join(' ') ?? cell.row, model.columns[cell.column]?.path ?? ''].join(' · ');
}
