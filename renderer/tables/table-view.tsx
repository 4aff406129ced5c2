/** Draws a computed table exactly as its model says. Knows no table by number. */
import { memo } from 'react';
import { formatWan, formatYuan } from '../../shared/money/format.ts';
import type { AmountUnit } from '../../shared/money/parse.ts';
import type { CellRef, HeadCell, TableCell, TableColumn, TableModel, TableRow } from '../../shared/tables/model.ts';
import type { TableMarks } from '../checks/table-marks.ts';
import { explained } from '../grid/grid-row.tsx';
import { cellKey } from './cell-key.ts';
import { type Measure, TableBody } from './table-body.tsx';

interface TableViewProps {
  readonly model: TableModel;
  readonly amountUnit: AmountUnit;
  /** Keys `block|row|column` of cells that have just changed. */
  readonly changed?: ReadonlySet<string>;
  /** The cell whose lines are shown. */
  readonly chosen?: CellRef | null;
  /** What the checks say of single cells. */
  readonly found?: TableMarks;
  readonly onFigure?: (cell: CellRef) => void;
}

export function TableView({ model, amountUnit, changed, chosen, found, onFigure }: TableViewProps) {
  return (
    <figure className="sheet">
      <div className="sheet-form">{model.formLabel}</div>
      <figcaption className="sheet-title">{model.title}</figcaption>
      <div className="sheet-line">
        <span>单位名称：{model.unitName}</span>
        <span>{amountUnit === 'wan' ? model.unitText : '单位：元'}</span>
      </div>
      <table className="sheet-table">
        <colgroup>
          {model.columns.map((column) => (
            <col key={column.path} style={{ width: `calc(var(--ch) * ${column.width})` }} />
          ))}
        </colgroup>
        <thead>
          {headRows(model).map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of heads have no other identity
            <tr key={row}>
              {cells.map((cell) => (
                <th
                  key={`${cell.row}-${cell.column}`}
                  rowSpan={cell.rowSpan}
                  colSpan={cell.columnSpan}
                  scope={cell.columnSpan > 1 ? 'colgroup' : 'col'}
                  style={{ top: `${cell.row * 30}px` }}
                >
                  {cell.text}
                </th>
              ))}
            </tr>
          ))}
          {model.columnNumbers ? (
            <tr className="sheet-numbers">
              {model.columns.map((column, index) => (
                <th key={column.path} style={{ top: `${model.headRows * 30}px` }}>
                  {index + 1}
                </th>
              ))}
            </tr>
          ) : null}
        </thead>
        <TableBody
          count={model.rows.length}
          columns={model.columns.length}
          show={chosen == null ? -1 : model.rows.findIndex(({ keys }) => keys[chosen.block] === chosen.row)}
          rowAt={(index, measure) => {
            const row = model.rows[index];
            const marks =
              row === undefined ? '' : marksOf(row, model, { changed: changed ?? NONE, chosen: chosen ?? null, found });
            return row === undefined ? null : (
              <RowView
                key={row.keys.some((key) => key !== null) ? row.keys.join('|') : index}
                table={model.no}
                row={row}
                index={index}
                columns={model.columns}
                amountUnit={amountUnit}
                marks={marks}
                found={marks.includes('has-') ? found : undefined}
                measure={measure}
                onFigure={onFigure}
              />
            );
          }}
        />
      </table>
      {model.note === null ? null : <div className="sheet-note">{model.note}</div>}
    </figure>
  );
}

const NONE: ReadonlySet<string> = new Set();

function headRows(model: TableModel): readonly (readonly HeadCell[])[] {
  return Array.from({ length: model.headRows }, (_, row) => model.heads.filter((cell) => cell.row === row));
}

interface RowViewProps {
  readonly table: number;
  readonly row: TableRow;
  readonly index: number;
  readonly columns: readonly TableColumn[];
  readonly amountUnit: AmountUnit;
  /** Class of each marked cell, as `column:class` pairs; text, so that an unmarked row is not drawn again. */
  readonly marks: string;
  /** Where a cell of the row is marked by the checks. */
  readonly found: TableMarks | undefined;
  readonly measure: Measure;
  readonly onFigure: ((cell: CellRef) => void) | undefined;
}

interface MarkParts {
  readonly changed: ReadonlySet<string>;
  readonly chosen: CellRef | null;
  readonly found: TableMarks | undefined;
}

/** Which cells of a row are marked: changed by the last edit, the one whose lines are shown, or told of by the checks. */
function marksOf(row: TableRow, model: TableModel, { changed, chosen, found }: MarkParts): string {
  if (changed.size === 0 && chosen === null && (found?.size ?? 0) === 0) return '';
  const marks: string[] = [];
  model.columns.forEach(({ block }, column) => {
    const key = row.keys[block];
    if (typeof key !== 'string') return;
    if (changed.has(cellKey({ block, row: key, column }))) marks.push(`${column}:is-changed`);
    if (chosen?.table === model.no && chosen.block === block && chosen.row === key && chosen.column === column) {
      marks.push(`${column}:is-chosen`);
    }
    const mark = found?.get(cellKey({ block, row: key, column }));
    if (mark !== undefined) marks.push(`${column}:has-${mark.severity}`);
  });
  return marks.join(' ');
}

const RowView = memo(function RowView(props: RowViewProps) {
  const { table, row, columns, amountUnit, marks, found, onFigure } = props;
  const marked = marks === '' ? [] : marks.split(' ');
  return (
    <tr ref={props.measure} data-index={props.index} className={row.bold ? 'is-bold' : undefined}>
      {row.cells.map((cell, index) => {
        const column = columns[index];
        if (column === undefined) return null;
        const key = row.keys[column.block] ?? null;
        const ref = key === null ? null : { table, block: column.block, row: key, column: index };
        const names = [`is-${column.align}`];
        for (const mark of marked) if (mark.startsWith(`${index}:`)) names.push(mark.slice(mark.indexOf(':') + 1));
        const mark = ref === null ? undefined : found?.get(cellKey(ref));
        return (
          <td key={column.path} className={names.join(' ')} title={mark === undefined ? undefined : explained(mark)}>
            <CellContent
              cell={cell}
              amountUnit={amountUnit}
              told={mark === undefined ? null : explained(mark)}
              onOpen={ref === null || onFigure === undefined ? null : () => onFigure(ref)}
            />
          </td>
        );
      })}
    </tr>
  );
});

interface CellContentProps {
  readonly cell: TableCell;
  readonly amountUnit: AmountUnit;
  /** What the checks say of the cell. */
  readonly told: string | null;
  readonly onOpen: (() => void) | null;
}

function CellContent({ cell, amountUnit, told, onOpen }: CellContentProps) {
  if (cell.kind === 'key') {
    return (
      <span className="sheet-key" style={cell.indent === 0 ? undefined : { paddingLeft: `${cell.indent}em` }}>
        {cell.text}
        {cell.unlisted ? <span className="tag">未在科目表中</span> : null}
      </span>
    );
  }
  const text = amountText(cell, amountUnit);
  if (text === '' || onOpen === null) return text;
  return (
    <button type="button" className="figure" title={told ?? '查看由哪些明细组成'} onClick={onOpen}>
      {text}
    </button>
  );
}

/** The printed text in 万元, or the exact amount in 元; both grouped by thousands on the screen. */
function amountText(cell: Extract<TableCell, { kind: 'amount' }>, amountUnit: AmountUnit): string {
  if (cell.text === '' || cell.fen === null) return cell.text;
  return amountUnit === 'wan' ? formatWan(cell.fen, { group: true }) : formatYuan(cell.fen, { group: true });
}
