/** The indicators as a table: levels span their lines, every text is shown whole. */
import type { MouseEvent } from 'react';
import type { FormLayout } from '../../shared/goals/form-spec.ts';
import { valueText } from '../../shared/goals/value-text.ts';
import { type CellMark, explained, type MarksById } from '../grid/grid-row.tsx';
import { at, extendTo, rangeOf, type Selection } from '../grid/selection.ts';
import { cellText, partsOf } from './cell-text.ts';
import { type IndicatorBlock, level1Spans, type SheetColumn, type TreeLine } from './grid-rows.ts';
import type { IndicatorControls } from './indicator-controls.ts';

interface TableProps {
  readonly layout: FormLayout;
  readonly block: IndicatorBlock;
  readonly lines: readonly TreeLine[];
  readonly columns: readonly SheetColumn[];
  readonly selection: Selection;
  readonly marks: MarksById;
  readonly gridId: string;
  readonly controls: IndicatorControls;
  readonly focus: () => void;
}

export function IndicatorTable(props: TableProps) {
  const { layout, block, lines, columns } = props;
  const spans = level1Spans(lines);
  const levels = props.controls.form.orientation === 'landscape' ? 18 : 22;
  const share = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <table
      role="grid"
      className="goal-table"
      aria-label={block.label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + 2}
      onMouseDown={(event) => onPress(event, props)}
      onDoubleClick={() => props.controls.editor.begin('edit', null)}
    >
      <colgroup>
        <col style={{ width: `${levels / 2}%` }} />
        <col style={{ width: `${levels / 2}%` }} />
        {columns.map((column) => (
          <col
            key={`${column.period}${column.field}`}
            style={{ width: `${(column.width / share) * (100 - levels)}%` }}
          />
        ))}
      </colgroup>
      <thead>
        {layout.periods.length > 1 ? (
          <tr>
            <th colSpan={2} />
            {layout.periods.map(({ period, label }) => (
              <th key={period} colSpan={block.columns.length} className="is-period">
                {label}
              </th>
            ))}
          </tr>
        ) : null}
        <tr>
          <th scope="col">{block.level1}</th>
          <th scope="col">{block.level2}</th>
          {columns.map((column, index) => (
            <th
              key={`${column.period}${column.field}`}
              scope="col"
              className={index % block.columns.length === 0 ? 'is-first' : ''}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <LineView key={line.key} {...props} line={line} index={index} span={spans[index] ?? 0} />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps extends TableProps {
  readonly line: TreeLine;
  readonly index: number;
  /** Lines the first level spans from here; 0 where it began above. */
  readonly span: number;
}

function LineView(props: LineProps) {
  const { line, lines, index, span, columns } = props;
  const { group, at: place } = line;
  const own = lines.filter((each) => each.group === group).length;
  return (
    <tr data-row={index}>
      {span === 0 ? null : (
        <th scope="rowgroup" rowSpan={span} className="goal-level">
          {group.printed.level1}
        </th>
      )}
      {place > 0 ? null : (
        <th scope="rowgroup" rowSpan={own} className={group.onForm ? 'goal-level' : 'goal-level is-off'}>
          {group.printed.level2}
          {group.onForm ? null : <small>本表式没有</small>}
        </th>
      )}
      {columns.map((column, at) => (
        <CellView key={`${column.period}${column.field}`} {...props} column={column} at={at} />
      ))}
    </tr>
  );
}

function CellView({
  line,
  index,
  column,
  at: place,
  selection,
  marks,
  block,
  gridId,
}: LineProps & { readonly column: SheetColumn; readonly at: number }) {
  const row = line.halves[column.period]?.row;
  const range = rangeOf(selection);
  const isActive = selection.active.row === index && selection.active.column === place;
  const inRange = index >= range.top && index <= range.bottom && place >= range.left && place <= range.right;
  const problem = row?.problems[column.field] ?? (row?.state === 'failed' ? row.reason : null);
  const mark: CellMark | undefined =
    problem != null ? { severity: 'error', message: problem } : marks.get(row?.id ?? 0)?.[column.field];
  const text = cellText(row, column.field);
  const names = ['goal-value'];
  if (place % block.columns.length === 0) names.push('is-first');
  if (SHORT.has(column.field)) names.push('is-short');
  if (inRange && !isActive) names.push('is-selected');
  if (isActive) names.push('is-active');
  if (mark !== undefined) names.push(`has-${mark.severity}`);
  if (row?.state === 'pending' && text === '' && (column.field === 'value' || column.field === 'level3')) {
    names.push('is-missing');
  }
  return (
    <td
      role="gridcell"
      id={`${gridId}-${index}-${place}`}
      aria-selected={inRange}
      aria-invalid={mark?.severity === 'error' ? true : undefined}
      className={names.join(' ')}
      title={mark === undefined ? undefined : explained(mark)}
      data-column={place}
    >
      {text === '' && row !== undefined && column.field === 'value' ? (
        <span className="goal-hint">{hintOf(row.values)}</span>
      ) : (
        text
      )}
    </td>
  );
}

/** Columns of a word or a figure. */
const SHORT: ReadonlySet<string> = new Set(['nature', 'direction', 'score']);

/** Operator and unit that wait for a number. */
function hintOf(values: Parameters<typeof partsOf>[0]): string {
  const parts = partsOf(values);
  return parts.operator === null && parts.measure === null ? '' : valueText({ ...parts, value: '…' });
}

function onPress(event: MouseEvent, { controls, focus }: TableProps): void {
  if (!(event.target instanceof Element) || event.button !== 0) return;
  const column = event.target.closest<HTMLElement>('[data-column]')?.dataset.column;
  const row = event.target.closest<HTMLElement>('[data-row]')?.dataset.row;
  if (column === undefined || row === undefined) return;
  // The focus stays with the box; leaving it would end an edit before it is committed.
  event.preventDefault();
  controls.editor.commit();
  const cell = { row: Number.parseInt(row, 10), column: Number.parseInt(column, 10) };
  controls.select(
    event.shiftKey ? extendTo(controls.selected.current, cell, controls.shape) : at(cell.row, cell.column),
  );
  focus();
}
