/** Changes of the indicators as rows laid over the session: each is one step of history, and nothing typed is dropped. */
import type { Period } from '../../shared/goals/form-spec.ts';
import type { PastedIndicator } from '../../shared/goals/paste.ts';
import type { Values } from '../../shared/intake/values.ts';
import type { LaidRow } from '../grid/laid-row.ts';
import type { GridSession } from '../grid/session.ts';
import { type ColumnField, type Patch, patchOf, plainPatch } from './cell-text.ts';
import type { Half, SheetColumn, TreeLine } from './grid-rows.ts';

export interface CellText {
  readonly line: TreeLine;
  readonly column: Pick<SheetColumn, 'field' | 'period'>;
  readonly text: string;
}

const OTHER = { implementation: 'annual', annual: 'implementation' } as const;

/** All fields of an indicator, empty but for its place. */
export function newIndicator(period: Period | null, level1: string | null, level2: string | null): Values {
  return {
    ...{ period, level1, level2, level3: null, operator: null, value: null },
    ...{ measure: null, score: null, nature: null, direction: null, note: null },
  };
}

/**
 * Commits typed texts. Those of one half are one row; a half left with neither name nor value is removed.
 * @param lines all lines, to find the row a new one stands behind
 * @returns keys of the rows that were written
 */
export function commitTexts(
  session: GridSession,
  lines: readonly TreeLine[],
  texts: readonly CellText[],
  shows: ReadonlySet<ColumnField>,
  label: string,
): readonly string[] {
  const rows: LaidRow[] = [];
  const removed: string[] = [];
  for (const of of halvesIn(texts)) {
    const { line, period, cells } = of;
    const half = line.halves[period];
    const beside = line.halves[OTHER[period]]?.row.values ?? null;
    const row = laid(half, cells, beside, shows);
    if (isEmptied(half, row)) {
      if (half !== null) removed.push(half.row.key);
    } else if (half !== null) rows.push({ ...row, key: half.row.key });
    else {
      const { level1, level2 } = line.group;
      const key = session.insertAt(placeFor(session, lines, line, period));
      rows.push({ ...row, key, values: { ...newIndicator(period, level1, level2), ...row.values } });
    }
  }
  if (removed.length > 0) session.remove(removed);
  return rows.length === 0 ? [] : session.lay(rows, label);
}

interface HalfTexts {
  readonly line: TreeLine;
  readonly period: Period;
  readonly cells: readonly CellText[];
}

function halvesIn(texts: readonly CellText[]): readonly HalfTexts[] {
  const halves = new Map<string, HalfTexts & { readonly cells: CellText[] }>();
  for (const each of texts) {
    const { period } = each.column;
    const key = `${period} ${each.line.key}`;
    const known = halves.get(key);
    if (known === undefined) halves.set(key, { line: each.line, period, cells: [each] });
    else known.cells.push(each);
  }
  return [...halves.values()];
}

/** The texts of one half as a row: each sees what the ones before it have set. */
function laid(
  half: Half | null,
  cells: readonly CellText[],
  beside: Values | null,
  shows: ReadonlySet<ColumnField>,
): LaidRow {
  let own: Values = half?.row.values ?? {};
  let all: Patch = { values: {}, typed: {}, problems: {} };
  for (const { column, text } of cells) {
    const patch = patchOf({ field: column.field, text, own, beside, shows });
    own = { ...own, ...patch.values };
    all = {
      values: { ...all.values, ...patch.values },
      typed: { ...all.typed, ...patch.typed },
      problems: { ...all.problems, ...patch.problems },
    };
  }
  return { key: null, ...all, waits: false };
}

/** Whether neither a name nor a value is left, typed or stored. */
function isEmptied(half: Half | null, row: LaidRow): boolean {
  const left = (field: string) => {
    const typed = row.typed[field];
    if (typed !== undefined) return typed.trim();
    return String(row.values[field] ?? half?.row.typed[field] ?? half?.row.values[field] ?? '');
  };
  return left('level3') === '' && left('value') === '';
}

/** Place in the session where a new row of a period stands to come at a line of its group. */
function placeFor(session: GridSession, lines: readonly TreeLine[], line: TreeLine, period: Period): number {
  const { level1, level2 } = line.group;
  const own = lines.filter(({ group }) => group.level1 === level1 && group.level2 === level2);
  const place = own.findIndex(({ key }) => key === line.key);
  const keyIn = ({ halves }: TreeLine) => halves[period]?.row.key;
  const above = own.slice(0, place < 0 ? own.length : place).findLast((each) => keyIn(each) !== undefined);
  const below = place < 0 ? undefined : own.slice(place + 1).find((each) => keyIn(each) !== undefined);
  if (above !== undefined) return session.indexOf(keyIn(above) ?? '') + 1;
  return below === undefined ? session.count - 1 : session.indexOf(keyIn(below) ?? '');
}

/** Lays indicators from a pasted block: one of a name that stands there already is changed, others are added. */
export function layPasted(session: GridSession, halves: readonly Half[], pasted: readonly PastedIndicator[]): void {
  const known = new Map(halves.map((half) => [identity(half), half.row.key]));
  const rows = pasted.map((one): LaidRow => {
    const key = known.get(identity(one)) ?? null;
    const { operator, value, measure, score, level3 } = one;
    const checked = plainPatch('value', value);
    const said = { level3, operator, measure, ...(score === null ? {} : { score }), ...checked.values };
    const base = key === null ? newIndicator(one.period, one.level1, one.level2) : {};
    return { ...checked, key, values: { ...base, ...said }, waits: Object.keys(checked.problems).length > 0 };
  });
  session.lay(rows, `粘贴 ${rows.length} 条绩效指标`);
}

const identity = ({ period, level1, level2, level3 }: PastedIndicator | Half) =>
  [period, level1, level2, level3.trim()].join('\n');
