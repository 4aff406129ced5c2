/** What a preview shows of a block: one state for every row, and rows in detail piece by piece. */

import type { AmountUnit } from '../money/parse.ts';
import type { Field } from '../shape/shape.ts';
import type { Outcome } from './compare.ts';
import { sheetFields } from './fields.ts';
import type { Uses } from './header.ts';
import type { IntakeProblem } from './plan.ts';
import { KIND_REASONS, type RowKind } from './row-kind.ts';
import type { IntakeCounts, IntakeSheet } from './sheet.ts';
import { editText, showCell } from './show-cell.ts';
import { type Suggestion, suggest } from './suggest.ts';
import { isBlank } from './text.ts';
import type { CellValue, Values } from './values.ts';

/**
 * One letter for each row: `-` left out, ` ` blank or header, `b` with something to mend, `g` good;
 * compared with the book: `a` added, `c` changed, `s` same, `r` refused.
 */
export type RowState = '-' | ' ' | 'b' | 'g' | 'a' | 'c' | 's' | 'r';

export interface IntakeSummary {
  /** A letter for each row read so far. */
  readonly states: string;
  readonly rows: number;
  readonly counts: IntakeCounts;
  readonly labels: readonly string[];
  readonly headerRows: readonly number[];
  readonly uses: Uses;
  readonly fills: Values;
  readonly unit: AmountUnit | null;
  /** Whether any amount depends on the unit. */
  readonly needsUnit: boolean;
  /** The unit stands in the block itself. */
  readonly unitStated: boolean;
  /** Names of projects that are not there yet, as the block writes them. */
  readonly unknownProjects: readonly string[];
}

export interface ShownCell {
  /** As it came, or was mended. */
  readonly text: string;
  /** What it was read as, where that looks different; the text above for a merged cell. */
  readonly read: string | null;
  readonly reason: string | null;
  readonly suggestions: readonly Suggestion[];
  readonly mended: boolean;
}

export interface ShownRow {
  readonly row: number;
  readonly kind: RowKind;
  readonly taken: boolean;
  readonly state: RowState;
  /** Why it is left out, refused or to be mended as a whole. */
  readonly reason: string | null;
  readonly cells: readonly ShownCell[];
  /** What changes in a row of the book. */
  readonly changes: readonly ShownChange[];
}

export interface ShownChange {
  readonly field: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What became of the records of a row, compared with the book; undefined for rows that were not compared. */
export type Outcomes = (row: number) => readonly OutcomeShown[] | undefined;

export interface OutcomeShown {
  readonly outcome: Outcome;
  /** The values of the row of the book that is changed. */
  readonly before: Values | null;
}

const ORDER: readonly Outcome['kind'][] = ['refused', 'changed', 'added', 'same'];
const LETTERS: Readonly<Record<Outcome['kind'], RowState>> = { refused: 'r', changed: 'c', added: 'a', same: 's' };

function rowState(sheet: IntakeSheet, row: number, outcomes: Outcomes | null): RowState {
  if (!sheet.taken(row)) return sheet.kinds[row] === 'blank' || sheet.kinds[row] === 'header' ? ' ' : '-';
  const records = sheet.recordsOf(row);
  if (records.some(({ problems }) => problems.length > 0)) return 'b';
  const own = outcomes?.(row);
  if (own === undefined) return records.length === 0 ? '-' : 'g';
  const worst = ORDER.find((kind) => own.some(({ outcome }) => outcome.kind === kind));
  return worst === undefined ? '-' : LETTERS[worst];
}

export function summarise(sheet: IntakeSheet, outcomes: Outcomes | null): IntakeSummary {
  let states = '';
  for (let row = 0; row < sheet.done; row++) states += rowState(sheet, row, outcomes);
  const { header } = sheet;
  return {
    states,
    rows: sheet.cells.length,
    counts: sheet.counts,
    labels: header.labels,
    headerRows: header.rows,
    uses: header.uses,
    fills: sheet.fills,
    unit: sheet.unit,
    needsUnit: sheet.needsUnit,
    unitStated: header.unit !== null && header.unit === sheet.unit,
    unknownProjects: unknownProjects(sheet),
  };
}

const PROJECTS_NAMED = 500;

function unknownProjects(sheet: IntakeSheet): readonly string[] {
  const names = new Set<string>();
  for (const row of sheet.badRows()) {
    for (const { problems } of sheet.recordsOf(row)) {
      for (const { field, text } of problems) {
        if (field === 'projectId' && !isBlank(text) && names.size < PROJECTS_NAMED) names.add(text.trim());
      }
    }
  }
  return [...names];
}

/** Rows in detail, for the part that is on screen. */
export function shownRow(sheet: IntakeSheet, row: number, outcomes: Outcomes | null): ShownRow {
  const records = sheet.recordsOf(row);
  const problems = records.flatMap((record) => record.problems);
  const kind = sheet.kinds[row] ?? 'blank';
  const own = outcomes?.(row) ?? [];
  const refused = own.flatMap(({ outcome }) => (outcome.kind === 'refused' ? [outcome.reason] : []));
  const loose = problems.filter(({ column }) => column < 0).map(({ reason }) => reason);
  const taken = sheet.taken(row);
  const leftOut = !taken && kind !== 'record' ? KIND_REASONS[kind] : taken ? null : '不导入';
  const reasons = leftOut !== null ? [leftOut] : [...refused, ...loose];
  return {
    row,
    kind,
    taken,
    state: rowState(sheet, row, outcomes),
    reason: reasons.length === 0 ? null : [...new Set(reasons)].join(''),
    cells: sheet.header.uses.map((_, column) => shownCell(sheet, row, column, problems)),
    changes: own.flatMap((each) => changesOf(sheet, each)),
  };
}

function shownCell(sheet: IntakeSheet, row: number, column: number, problems: readonly IntakeProblem[]): ShownCell {
  const text = sheet.text(row, column);
  const plain = { text, read: null, reason: null, suggestions: [], mended: sheet.isMended(row, column) };
  const use = sheet.header.uses[column] ?? null;
  if (use === null || !sheet.taken(row)) return plain;
  const field = sheetFields(sheet.entity)[use.field];
  const problem = problems.find((each) => each.column === column);
  if (field === undefined) return plain;
  if (problem !== undefined) {
    const unit = sheet.header.units[column] ?? sheet.unit ?? 'yuan';
    return { ...plain, reason: problem.reason, suggestions: suggest(field, problem.text, sheet.lookup, unit) };
  }
  if (use.part !== undefined && use.part > 1) return plain;
  const record = sheet.recordsOf(row).find((each) => use.fund === undefined || each.column === column);
  const read = record === undefined ? '' : shownValue(field, record.values[use.field] ?? null, sheet);
  return { ...plain, read: read === text.trim() || read === '' ? null : read };
}

/** A value in words: amounts in 元 with separators, codes with their names. */
function shownValue(field: Field, value: CellValue, { lookup }: IntakeSheet): string {
  return showCell(field, value, { ...lookup, amountUnit: 'yuan' });
}

function changesOf(sheet: IntakeSheet, { outcome, before }: OutcomeShown): readonly ShownChange[] {
  if (outcome.kind !== 'changed') return [];
  const fields = sheetFields(sheet.entity);
  const inYuan = { ...sheet.lookup, amountUnit: 'yuan' as const };
  return outcome.fields.flatMap((name) => {
    const field = fields[name];
    if (field === undefined) return [];
    const text = (value: CellValue | undefined) =>
      field.kind === 'fen' ? showCell(field, value ?? null, inYuan) : editText(field, value ?? null, inYuan);
    return [{ field: name, label: field.label, before: text(before?.[name]), after: text(outcome.values[name]) }];
  });
}
