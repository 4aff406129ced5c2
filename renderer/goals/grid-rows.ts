/** The indicators of one sheet as the editor shows them: rows of the form's tree, one half for each period. */
import type { FormBlock, FormFamily, FormLayout, IndicatorColumn, Period } from '../../shared/goals/form-spec.ts';
import { indicatorTree, type Placed, type TreeGroup } from '../../shared/goals/tree.ts';
import type { GridRow } from '../grid/compose-row.ts';
import type { GridSession } from '../grid/session.ts';

export type IndicatorBlock = Extract<FormBlock, { readonly kind: 'indicators' }>;

/** An indicator, stored or still being typed. */
export interface Half extends Placed {
  readonly row: GridRow;
}

export interface TreeLine {
  readonly key: string;
  readonly group: TreeGroup<Half>;
  /** Place among the lines of its group; 0 shows the names of the levels. */
  readonly at: number;
  readonly halves: Readonly<Record<Period, Half | null>>;
}

/** A column of the editor: one of the form's columns in one of its periods. */
export interface SheetColumn extends IndicatorColumn {
  readonly period: Period;
  /** Name of the period, e.g. `年度`. */
  readonly periodName: string;
}

/** An empty line that the user has asked for, at a place of a group. */
export interface AddedLine {
  readonly level1: string;
  readonly level2: string;
  readonly at: number;
}

/** Every column from left to right. */
export function columnsOf(layout: FormLayout, block: IndicatorBlock): readonly SheetColumn[] {
  return layout.periods.flatMap(({ period, short }) =>
    block.columns.map((column) => ({ ...column, period, periodName: short })),
  );
}

/** The indicators of a session in book order, those still being typed where they will stand. */
export function halvesOf(session: GridSession): readonly Half[] {
  const halves: Half[] = [];
  // The last row of a session is the blank one, which this editor does not use.
  for (let index = 0; index < session.count - 1; index += 1) {
    const row = session.rowAt(index);
    const { period, level1, level2, level3 } = row.values;
    if (period !== 'implementation' && period !== 'annual') continue;
    halves.push({
      row,
      period,
      level1: text(level1),
      level2: text(level2),
      level3: row.typed.level3 ?? text(level3),
    });
  }
  return halves;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The lines of the tree. A group without indicators has one empty line to type into. */
export function linesOf(form: FormFamily, halves: readonly Half[], added: AddedLine | null): readonly TreeLine[] {
  return indicatorTree(form, halves).flatMap((group) => {
    const rows: TreeLine['halves'][] = [...group.rows];
    if (rows.length === 0) rows.push(NO_HALVES);
    if (added !== null && added.level1 === group.level1 && added.level2 === group.level2) {
      rows.splice(Math.min(added.at, rows.length), 0, NO_HALVES);
    }
    return rows.map((line, at) => ({ key: keyOfLine(group, line, at), group, at, halves: line }));
  });
}

const NO_HALVES = { implementation: null, annual: null } as const;

function keyOfLine({ level1, level2 }: TreeGroup<Half>, { implementation, annual }: TreeLine['halves'], at: number) {
  return implementation?.row.key ?? annual?.row.key ?? `${level1}|${level2}|${at}`;
}

/** How many lines each first level spans, at its first line; 0 at the others. */
export function level1Spans(lines: readonly TreeLine[]): readonly number[] {
  const spans: number[] = [];
  let first = 0;
  lines.forEach(({ group }, index) => {
    const begins = index === 0 || lines[index - 1]?.group.level1 !== group.level1;
    if (begins) first = index;
    spans.push(begins ? 1 : 0);
    if (!begins) spans[first] = (spans[first] ?? 0) + 1;
  });
  return spans;
}

/** The line that shows a row of the session, or -1. */
export function lineOf(lines: readonly TreeLine[], key: string): number {
  return lines.findIndex(({ halves }) => halves.implementation?.row.key === key || halves.annual?.row.key === key);
}
