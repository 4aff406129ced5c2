/** One row of the preview. */
import { memo } from 'react';
import type { Uses } from '../../shared/intake/header.ts';
import type { RowState, ShownCell, ShownRow } from '../../shared/intake/shown.ts';
import { ROW_HEIGHT } from './preview-widths.ts';

interface PreviewRowProps {
  readonly id: string;
  readonly place: number;
  readonly source: number;
  readonly row: ShownRow | null;
  readonly columns: number;
  readonly uses: Uses;
  /** Columns with amounts. */
  readonly amounts: ReadonlySet<number>;
  readonly template: string;
  /** Column of the active cell, -1 in other rows. */
  readonly active: number;
  readonly onTick: (on: boolean) => void;
  readonly onSelect: (column: number) => void;
  readonly onEdit: (column: number) => void;
}

const STATES: Readonly<Record<RowState, string>> = {
  '-': '跳过',
  ' ': '',
  b: '待改',
  g: '新增',
  a: '新增',
  c: '修改',
  s: '不变',
  r: '拒绝',
};

const CLASSES: Readonly<Record<RowState, string>> = {
  '-': 'is-skipped',
  ' ': 'is-skipped',
  b: 'is-bad',
  g: 'is-good',
  a: 'is-good',
  c: 'is-changed',
  s: 'is-same',
  r: 'is-bad',
};

export const PreviewRow = memo(Row, (before, after) => {
  const { onTick: _tick, onSelect: _select, onEdit: _edit, ...old } = before;
  return Object.entries(old).every(([key, value]) => after[key as keyof typeof old] === value);
});

function Row({
  id,
  place,
  source,
  row,
  columns,
  uses,
  amounts,
  template,
  active,
  onTick,
  onSelect,
  onEdit,
}: PreviewRowProps) {
  const style = { gridTemplateColumns: template, top: place * ROW_HEIGHT, height: ROW_HEIGHT };
  if (row === null) {
    return (
      <div role="row" className="intake-row" style={style} aria-rowindex={place + 2}>
        <span />
        <span className="intake-number">{source + 1}</span>
        <span className="muted">正在读取…</span>
      </div>
    );
  }
  return (
    <div role="row" className={`intake-row ${CLASSES[row.state]}`} style={style} aria-rowindex={place + 2}>
      <span role="gridcell" className="intake-tick">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={row.taken}
          aria-label={`第${source + 1}行，${row.taken ? '取消' : '勾选'}`}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
      </span>
      <span role="rowheader" className="intake-number">
        {source + 1}
      </span>
      <StateCell row={row} />
      {Array.from({ length: columns }, (_, column) => (
        <Cell
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never change places
          key={column}
          id={`${id}-${place}-${column}`}
          cell={row.cells[column]}
          used={(uses[column] ?? null) !== null}
          changed={row.changes.some(({ field }) => field === uses[column]?.field)}
          number={amounts.has(column)}
          active={active === column}
          onSelect={() => onSelect(column)}
          onEdit={() => onEdit(column)}
        />
      ))}
    </div>
  );
}

/** What changes in the row of the book, e.g. `项目类别：特定目标类 → 其他运转类`. */
export function changesText({ changes }: ShownRow): string {
  return changes.map(({ label, before, after }) => `${label}：${before || '（空）'} → ${after || '（空）'}`).join('；');
}

function StateCell({ row }: { readonly row: ShownRow }) {
  const detail = row.reason ?? changesText(row);
  return (
    <span role="gridcell" className="intake-state" title={detail === '' ? undefined : detail}>
      {STATES[row.state]}
      {detail === '' ? null : <small>{detail}</small>}
    </span>
  );
}

interface CellProps {
  readonly id: string;
  readonly cell: ShownCell | undefined;
  readonly used: boolean;
  readonly changed: boolean;
  readonly number: boolean;
  readonly active: boolean;
  readonly onSelect: () => void;
  readonly onEdit: () => void;
}

function Cell({ id, cell, used, changed, number, active, onSelect, onEdit }: CellProps) {
  const wrong = cell?.reason !== null && cell !== undefined;
  const names = ['intake-cell'];
  if (!used) names.push('is-unused');
  if (wrong) names.push('is-wrong');
  if (active) names.push('is-active');
  if (number) names.push('is-number');
  if (changed) names.push('is-changed');
  if (cell?.mended === true) names.push('is-mended');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way is the input over the active cell
    <span
      role="gridcell"
      id={id}
      className={names.join(' ')}
      aria-selected={active}
      title={wrong ? (cell?.reason ?? undefined) : undefined}
      onClick={onSelect}
      onDoubleClick={onEdit}
    >
      {cell?.read ?? cell?.text}
      {cell === undefined || saysAsMuch(cell) ? null : <small>{cell.text}</small>}
    </span>
  );
}

/** Whether what a cell was read as already says what stood there, such as a code with its name: no need to repeat it. */
const saysAsMuch = ({ read, text }: ShownCell): boolean => read === null || read.startsWith(`${text} `);
