/** A filled goal sheet as tables that stand below each other, block by block as its form declares. */
import { type GoalSheet, goalSheet } from '../../entities/goal-sheet.ts';
import type { Indicator } from '../../entities/indicator.ts';
import { INDICATOR_DIRECTIONS, INDICATOR_NATURES, labelOf } from '../../entities/vocabulary.ts';
import type {
  FormBlock,
  FormCell,
  FormFamily,
  FormLayout,
  IndicatorColumn,
  MoneyField,
  SheetField,
} from '../../goals/form-spec.ts';
import { indicatorTree, type TreeGroup } from '../../goals/tree.ts';
import { formatYuan } from '../../money/format.ts';
import type { PrintCell, PrintRow, PrintTable } from '../model.ts';

/** A sheet with everything that is printed of it. */
export interface FilledForm {
  readonly form: FormFamily;
  readonly layout: FormLayout;
  readonly sheet: GoalSheet;
  /** In book order. */
  readonly indicators: readonly Indicator[];
  /** Name of the project, or of the unit. */
  readonly subject: string;
  readonly unitName: string;
}

export const FORM_SIZE = 10;
/** Least heights of a row and of a line without frame, in mm. */
export const ROW_HEIGHT = 6;
export const CAPTION_HEIGHT = 7;
/** Widths of the columns at the left edge, of a funding source's name and of a second level, in mm. */
const LABEL = 21;
const LEVEL1 = 11;
const SOURCE = 36;
const LEVEL2 = 18;

type BlockOf<K extends FormBlock['kind']> = Extract<FormBlock, { readonly kind: K }>;

export interface FormTables {
  /** Names what the sheet is about: repeated on each of its pages. */
  readonly running: PrintTable;
  readonly tables: readonly PrintTable[];
}

/** @param width of the tables in mm */
export function formTables(filled: FilledForm, width: number): FormTables {
  const [running, ...tables] = filled.layout.blocks.flatMap((block) => tablesOf(block, filled, width));
  if (running === undefined) throw new RangeError(`the form ${filled.form.id} has no block`);
  return { running, tables };
}

function tablesOf(block: FormBlock, filled: FilledForm, width: number): readonly PrintTable[] {
  switch (block.kind) {
    case 'fields':
      return block.rows.map((cells) => fieldRow(cells, filled, width));
    case 'funding':
      return [funding(block, filled, width)];
    case 'text':
      return [tableOf([LABEL, width - LABEL], [], [[label(block.label), text(filled.sheet[block.field] ?? '')]])];
    case 'goals':
      return [goals(block, filled, width)];
    case 'indicators':
      return [indicators(block, filled, width), ...notes(block, filled, width)];
    case 'signatures':
      return [signatures(block, filled, width)];
    default:
      return block satisfies never;
  }
}

type Rows = readonly (readonly PrintCell[])[];

const rows = (cells: Rows): readonly PrintRow[] => cells.map((each) => ({ cells: each }));
const tableOf = (columns: readonly number[], heads: Rows, body: Rows): PrintTable => ({
  columns,
  headRows: rows(heads),
  rows: rows(body),
  fontSize: FORM_SIZE,
  rowHeight: ROW_HEIGHT,
});
const label = (words: string, rowSpan = 1): PrintCell => ({ style: 'label', text: words, rowSpan });
const head = (words: string): PrintCell => ({ style: 'head', text: words });
const text = (words: string, align: 'left' | 'center' = 'left'): PrintCell => ({ style: 'text', text: words, align });

function fieldRow(cells: readonly FormCell[], filled: FilledForm, width: number): PrintTable {
  const share = width / cells.length;
  const columns = cells.flatMap(() => [LABEL, share - LABEL]);
  return tableOf(columns, [], [cells.flatMap((cell) => [label(cell.label), text(filledText(cell, filled))])]);
}

/** What is filled in beside a label. */
function filledText({ fields, join = '', otherwise }: FormCell, { sheet, subject, unitName }: FilledForm): string {
  const filled = fields.map((field) => fieldText(sheet, field)).filter((each) => each !== '');
  if (filled.length > 0 || otherwise === undefined) return filled.join(join);
  return otherwise === 'subject' ? subject : unitName;
}

function fieldText(sheet: GoalSheet, field: SheetField): string {
  const value = sheet[field];
  if (value === null) return '';
  if (typeof value === 'number') return formatYuan(value, { group: true });
  return goalSheet.fields[field].kind === 'date' ? dateText(value) : value;
}

/** `2025年1月8日`. */
function dateText(day: string): string {
  const [, year, month, date] = /^([0-9]{4})-0?([0-9]{1,2})-0?([0-9]{1,2})$/.exec(day) ?? [];
  return year === undefined ? day : `${year}年${month}月${date}日`;
}

/** Column widths of as many periods as the form has, beside the labels. */
function beside({ layout }: FilledForm, width: number, own: (share: number) => readonly number[]): readonly number[] {
  const share = (width - LABEL) / layout.periods.length;
  return layout.periods.flatMap(() => own(share));
}

function funding(block: BlockOf<'funding'>, filled: FilledForm, width: number): PrintTable {
  const { layout, sheet } = filled;
  const amount = (field: MoneyField | undefined): PrintCell => {
    const value = field === undefined ? null : sheet[field];
    return { style: 'amount', text: value === null ? '' : formatYuan(value, { group: true }) };
  };
  const source = (words: string): PrintCell => ({ style: 'label', text: words, align: 'left' });
  const total = layout.periods.flatMap(({ period }) => {
    const one = block.total[period];
    return [source(one?.label ?? ''), amount(one?.field)];
  });
  const sources = block.sources.map(({ label: name, fields }, at) =>
    layout.periods.flatMap(({ period }) => [source(`${at === 0 ? block.lead : ''}${name}`), amount(fields[period])]),
  );
  return tableOf(
    [LABEL, ...beside(filled, width, (share) => [SOURCE, share - SOURCE])],
    [],
    // The unit stands on a line of its own rather than divided.
    [[label(block.label.replace('（', '\n（'), block.sources.length + 1), ...total], ...sources],
  );
}

function goals(block: BlockOf<'goals'>, filled: FilledForm, width: number): PrintTable {
  const { layout, sheet } = filled;
  const texts = layout.periods.map(({ period }) => {
    const field = block.fields[period];
    return text(field === undefined ? '' : (sheet[field] ?? ''));
  });
  return tableOf(
    [LABEL, ...beside(filled, width, (share) => [share])],
    [[label(block.label, 2), ...layout.periods.map((period) => head(period.label))]],
    [texts],
  );
}

function indicators(block: BlockOf<'indicators'>, filled: FilledForm, width: number): PrintTable {
  const groups = indicatorTree(filled.form, filled.indicators).map((group) => ({
    ...group,
    // A place of the form that nothing is filled in for stands there empty.
    rows: group.rows.length === 0 ? [{ implementation: null, annual: null }] : group.rows,
  }));
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const whole = block.columns.reduce((sum, column) => sum + column.width, 0);
  const own = (share: number) => [LEVEL2, ...block.columns.map((column) => ((share - LEVEL2) * column.width) / whole)];
  const heads = filled.layout.periods.flatMap(() => [
    head(block.level2),
    ...block.columns.map((column) => head(column.label)),
  ]);
  return tableOf(
    [LABEL - LEVEL1, LEVEL1, ...beside(filled, width, own)],
    [[label(block.label, count + 1), head(block.level1), ...heads]],
    groups.flatMap((group, at) => groupRows(group, level1Span(groups, at), block, filled)),
  );
}

/** How many rows the first level beside a group spans; 0 where the group above has begun it. */
function level1Span(groups: readonly TreeGroup<Indicator>[], at: number): number {
  const name = groups[at]?.printed.level1;
  if (at > 0 && groups[at - 1]?.printed.level1 === name) return 0;
  let span = 0;
  for (const group of groups.slice(at)) {
    if (group.printed.level1 !== name) break;
    span += group.rows.length;
  }
  return span;
}

function groupRows(
  group: TreeGroup<Indicator>,
  span: number,
  block: BlockOf<'indicators'>,
  { layout }: FilledForm,
): Rows {
  return group.rows.map((row, at) => [
    ...(at === 0 && span > 0 ? [label(group.printed.level1, span)] : []),
    ...layout.periods.flatMap(({ period }) => [
      ...(at === 0 ? [label(group.printed.level2, group.rows.length)] : []),
      ...block.columns.map((column) => indicatorCell(row[period], column)),
    ]),
  ]);
}

function indicatorCell(one: Indicator | null, { field }: IndicatorColumn): PrintCell {
  const align = field === 'level3' || field === 'note' ? 'left' : 'center';
  return text(one === null ? '' : indicatorText(one, field), align);
}

function indicatorText(one: Indicator, field: IndicatorColumn['field']): string {
  switch (field) {
    case 'value':
      return `${one.operator ?? ''}${one.value}${one.measure ?? ''}`;
    case 'nature':
      return one.nature === null ? '' : labelOf(INDICATOR_NATURES, one.nature);
    case 'direction':
      return one.direction === null ? '' : labelOf(INDICATOR_DIRECTIONS, one.direction);
    default:
      return one[field] ?? '';
  }
}

/** A date and a number are longer than a name, and alike on every sheet. */
const SIGNATURE_SHARES: Readonly<Partial<Record<SheetField, number>>> = { phone: 1.15, filledOn: 1.35 };

function signatures(block: BlockOf<'signatures'>, filled: FilledForm, width: number): PrintTable {
  const cells = block.cells.map(
    (cell): PrintCell => ({
      style: 'caption',
      text: `${cell.label}：${filledText(cell, filled)}`,
    }),
  );
  const shares = block.cells.map(({ fields: [field] }) => (field === undefined ? 1 : (SIGNATURE_SHARES[field] ?? 1)));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return {
    ...tableOf(
      shares.map((share) => (width * share) / whole),
      [],
      [cells],
    ),
    rowHeight: CAPTION_HEIGHT,
  };
}

/** Remarks on indicators in a form that has no column for them: what was entered is never left out in print. */
function notes(block: BlockOf<'indicators'>, filled: FilledForm, width: number): readonly PrintTable[] {
  const { layout, indicators: all } = filled;
  const hasColumn = block.columns.some(({ field }) => field === 'note');
  const remarks = all.filter(({ note }) => note !== null && note !== '');
  if (hasColumn || remarks.length === 0) return [];
  const lines = remarks.map(({ period, level3, note }) => {
    const short = layout.periods.find((each) => each.period === period)?.short;
    return `${short === undefined ? '' : `${short}·`}${level3}：${note}`;
  });
  return [tableOf([LABEL, width - LABEL], [], [[label('指标备注'), text(lines.join('\n'))]])];
}
