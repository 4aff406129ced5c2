/** Finding the header of a pasted block or a sheet, and what each of its columns holds. */
import { type EntityName, entities } from '../entities/index.ts';
import { FUNDS, type Fund } from '../entities/vocabulary.ts';
import type { Fields } from '../shape/shape.ts';
import { FUND_HEADINGS, HEADINGS } from './headings.ts';
import { squeeze } from './text.ts';

export type Cells = readonly (readonly string[])[];

/** What a source column is used for. */
export interface ColumnUse {
  readonly field: string;
  /** An amount column of one fund (wide sheets): each of its filled cells becomes a record of that fund. */
  readonly fund?: Fund;
}

export interface Header {
  /** Indices of the header rows; empty when the block has none. */
  readonly rows: readonly number[];
  /** By source column; null = not used. */
  readonly uses: readonly (ColumnUse | null)[];
  /** The unit the block itself names (单位：万元, 金额（元）), if any. */
  readonly unit: 'yuan' | 'wan' | null;
}

/** Headers stand near the top, below a title and 单位名称. */
const SEARCH_ROWS = 12;

const bare = (text: string) =>
  squeeze(text)
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/^[*＊]|[:：*＊]$/g, '');

function unitIn(text: string): Header['unit'] {
  const squeezed = squeeze(text);
  if (/(单位[:：]?|[(（])万元/.test(squeezed)) return 'wan';
  if (/(单位[:：]?|[(（])元/.test(squeezed)) return 'yuan';
  return null;
}

/** The field a heading names, by label first, then by the words people use. */
export function columnUse(entity: EntityName, heading: string): ColumnUse | null {
  const name = bare(heading);
  if (name === '') return null;
  const fields: Fields = entities[entity].fields;
  for (const [field, { label }] of Object.entries(fields)) if (bare(label) === name) return { field };
  if ('fund' in fields && 'amount' in fields) {
    const fund = FUNDS.find(({ value }) => FUND_HEADINGS[value].includes(name));
    if (fund !== undefined) return { field: 'amount', fund: fund.value };
  }
  for (const [field, words] of Object.entries(HEADINGS[entity] ?? {})) if (words.includes(name)) return { field };
  return null;
}

/** Merged heads reach the clipboard as one filled cell and blanks after it. */
function spread(row: readonly string[]): readonly string[] {
  let last = '';
  return row.map((cell) => {
    if (cell.trim() !== '') last = cell;
    return last;
  });
}

function usesOf(entity: EntityName, labels: readonly (readonly string[])[]): readonly (ColumnUse | null)[] {
  const width = Math.max(0, ...labels.map((row) => row.length));
  const uses = Array.from({ length: width }, (_, column) => {
    // The lowest head says most (`金额/一般公共预算`); a merged head above helps where it says nothing.
    for (const row of [...labels].reverse()) {
      const use = columnUse(entity, row[column] ?? '');
      if (use !== null) return use;
    }
    return null;
  });
  return withoutTotals(uses);
}

/** Where every fund has its column, a 合计 beside them would count the money twice. */
function withoutTotals(uses: readonly (ColumnUse | null)[]): readonly (ColumnUse | null)[] {
  const wide = uses.some((use) => use?.fund !== undefined);
  const seen = new Set<string>();
  return uses.map((use) => {
    if (use === null) return null;
    if (wide && use.field === 'amount' && use.fund === undefined) return null;
    const key = `${use.field}:${use.fund ?? ''}`;
    // A code column and its name column name the same field; the first one, usually the code, decides.
    if (seen.has(key)) return null;
    seen.add(key);
    return use;
  });
}

const used = (uses: readonly (ColumnUse | null)[]) => uses.filter((use) => use !== null).length;

/**
 * Looks for the header of a block.
 * @param positions what the columns hold when there is no header, in order
 */
export function findHeader(entity: EntityName, cells: Cells, positions: readonly (ColumnUse | null)[]): Header {
  let best: { rows: number[]; uses: readonly (ColumnUse | null)[]; score: number } = { rows: [], uses: [], score: 0 };
  const limit = Math.min(SEARCH_ROWS, cells.length);
  for (let index = 0; index < limit; index++) {
    const row = cells[index] ?? [];
    const single = usesOf(entity, [row]);
    const score = used(single);
    if (score > best.score) best = { rows: [index], uses: single, score };
    const next = cells[index + 1];
    if (next === undefined || score === 0) continue;
    const double = usesOf(entity, [spread(row), next]);
    const below = used(usesOf(entity, [next]));
    if (used(double) > best.score && below > 0) best = { rows: [index, index + 1], uses: double, score: used(double) };
  }
  const width = Math.max(0, ...cells.slice(0, 200).map((row) => row.length));
  const enough = best.score >= 2 || (best.score === 1 && width <= 2);
  const rows = enough ? best.rows : [];
  const uses = enough ? best.uses : positions;
  const unit =
    cells
      .slice(0, Math.max(rows.at(-1) ?? 0, 0) + 1)
      .flat()
      .map(unitIn)
      .find((found) => found !== null) ?? null;
  return { rows, uses, unit: enough ? unit : null };
}
