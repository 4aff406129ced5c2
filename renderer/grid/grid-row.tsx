/** One part of a row of the grid. Drawn anew only when its own content or its own share of the selection changes. */
import { memo } from 'react';
import { showCell } from '../../shared/intake/show-cell.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { GridColumn } from './column.ts';
import type { GridRow } from './compose-row.ts';
import type { Matcher } from './find/matcher.ts';
import { fits } from './fits.ts';
import { type Part, type PartColumns, partProps } from './row-parts.ts';

/** What an empty cell says in grey: what the rules will take, or where to begin. */
function greyText(row: GridRow, column: GridColumn, place: number): string {
  if (row.state === 'blank') return place === 0 ? '在此录入' : '';
  return column.derived?.(row.values) ?? '';
}

/** A sentence about a cell. */
export interface CellMark {
  readonly severity: 'error' | 'warning' | 'advice';
  readonly message: string;
  /** Document and section it rests on, where a check says it. */
  readonly basis?: string;
}

/** All that is said of a cell, for whoever points at it. */
export function explained({ message, basis }: CellMark): string {
  return basis === undefined ? message : `${message}\n依据：${basis}`;
}

/** Sentences about single cells of a row, by field. */
export type RowMarks = Readonly<Record<string, CellMark>>;

/** The sentences about rows, by row id. */
export interface MarksById {
  get(id: number): RowMarks | undefined;
}

/** What is said of a row: as it stands, else by the checks of the book. */
export function marksOn(
  row: GridRow,
  from: {
    readonly marks: MarksById;
    readonly marksOf?: ((row: GridRow) => RowMarks | undefined) | undefined;
  },
): RowMarks | undefined {
  return from.marksOf?.(row) ?? (row.id === null ? undefined : from.marks.get(row.id));
}

export interface GridRowProps extends PartColumns {
  readonly part: Part;
  readonly row: GridRow;
  readonly index: number;
  /** What the row is numbered; null for a new row where the screen does not show the stored order. */
  readonly number: number | null;
  readonly lookup: CellLookup;
  readonly marks: RowMarks | undefined;
  /** First and last selected column, or -1. */
  readonly from: number;
  readonly to: number;
  /** The active column, or -1. */
  readonly active: number;
  /** The column of the selection's lower right corner, or -1. */
  readonly corner: number;
  /** Names the row's elements, whatever row they show. */
  readonly slot: string;
  /** Marks the cells that hold what is looked for. */
  readonly matcher: Matcher | null;
}

const STATES: Readonly<Record<GridRow['state'], string>> = {
  saved: '',
  saving: '正在保存',
  pending: '未保存',
  failed: '保存失败',
  blank: '新行',
  heading: '',
};

export const GridRowView = memo(function GridRowView(props: GridRowProps) {
  const { part, row, index, slot } = props;
  return (
    <div {...partProps(part, slot, index, `grid-row is-${row.state}`)}>
      {part === 'frozen' ? <RowNumber row={row} number={props.number} selected={props.from >= 0} /> : null}
      <Cells {...props} />
    </div>
  );
});

function RowNumber({ row, number, selected }: Pick<GridRowProps, 'row' | 'number'> & { readonly selected: boolean }) {
  return (
    <div
      role="rowheader"
      className={selected ? 'grid-number is-selected' : 'grid-number'}
      title={row.reason ?? STATES[row.state]}
      data-column={-1}
    >
      {row.state === 'blank' ? '＊' : (number ?? '新')}
      {row.state === 'pending' || row.state === 'failed' ? (
        <span className="grid-dot" role="img" aria-label={STATES[row.state]} />
      ) : null}
    </div>
  );
}

/** The cells of a part; a row that was only saved keeps them as they are. */
const Cells = memo(function Cells(props: GridRowProps) {
  return props.columns.map((column, at) => cellOf(props, column, props.first + at, props.rooms[at] ?? 0));
}, sameCells);

function sameCells(before: GridRowProps, after: GridRowProps): boolean {
  for (const key of CELL_PROPS) if (before[key] !== after[key]) return false;
  const was = before.row;
  const is = after.row;
  if (was === is) return true;
  // What is found, computed or coloured may depend on anything of the row.
  if (after.matcher !== null) return false;
  if (was.id !== is.id && after.columns.some(({ computed, tone }) => computed !== undefined || tone !== undefined)) {
    return false;
  }
  const states = (state: GridRow['state']) => was.state !== is.state && (was.state === state || is.state === state);
  return (
    was.values === is.values &&
    sameTexts(was.typed, is.typed) &&
    sameTexts(was.problems, is.problems) &&
    !states('blank') &&
    !states('pending')
  );
}

/** Everything the cells are drawn from besides the row. */
const CELL_PROPS = [
  'columns',
  'rooms',
  'lookup',
  'marks',
  'from',
  'to',
  'active',
  'corner',
  'matcher',
] as const satisfies readonly (keyof GridRowProps)[];

type Texts = Readonly<Record<string, string>>;
const sameTexts = (was: Texts, is: Texts) => was === is || Object.keys(was).length + Object.keys(is).length === 0;

/** An element rather than a component: cells are drawn together or not at all, and there are hundreds. */
function cellOf(
  { row, lookup, marks, from, to, active, corner, matcher }: GridRowProps,
  column: GridColumn,
  place: number,
  room: number,
) {
  const inRange = place >= from && place <= to;
  const typed = row.typed[column.key];
  const value = row.values[column.key] ?? null;
  const text = typed ?? column.computed?.(row.id, row.values) ?? showCell(column.field, value, lookup);
  const derived = text === '' ? greyText(row, column, place) : '';
  const problem = row.problems[column.key];
  const mark: CellMark | undefined =
    problem === undefined ? marks?.[column.key] : { severity: 'error', message: problem };
  const numeric = column.field.kind === 'fen' || column.field.kind === 'decimal' || column.field.kind === 'integer';
  const missing =
    row.state === 'pending' &&
    value === null &&
    typed === undefined &&
    column.field.optional !== true &&
    column.computed === undefined;
  const names = ['grid-cell'];
  if (column.align === 'right' || (numeric && column.align === undefined)) names.push('is-number');
  if (column.align === 'center') names.push('is-center');
  if (inRange) names.push('is-selected');
  if (place === active) names.push('is-active');
  if (matcher?.(place, row) === true) names.push('is-found');
  if (place === corner && column.computed === undefined) names.push('is-corner');
  if (mark !== undefined) names.push(`has-${mark.severity}`);
  if (missing) names.push('is-missing');
  if (derived !== '') names.push('is-derived');
  if (!fits(text === '' ? derived : text, room)) names.push('is-long');
  const tone = column.tone?.(row.id) ?? null;
  if (tone !== null) names.push(`is-${tone}`);
  return (
    <div
      key={column.key}
      role="gridcell"
      aria-colindex={place + 2}
      aria-selected={inRange}
      aria-invalid={mark?.severity === 'error' ? true : undefined}
      aria-readonly={column.computed !== undefined ? true : undefined}
      className={names.join(' ')}
      title={mark === undefined ? undefined : explained(mark)}
      data-column={place}
    >
      {text === '' ? derived : text}
    </div>
  );
}
