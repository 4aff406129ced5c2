/** Finding the header of a pasted block or a sheet, and what each of its columns holds. */
import type { EntityName } from '../entities/index.ts';
import { FUNDS, type Fund } from '../entities/vocabulary.ts';
import type { AmountUnit } from '../money/parse.ts';
import { sheetFields } from './fields.ts';
import { FUND_HEADINGS, HEADINGS } from './headings.ts';
import { isBlank, squeeze } from './text.ts';

export type Cells = readonly (readonly string[])[];

/** What a source column is used for. */
export interface ColumnUse {
  readonly field: string;
  /** An amount column of one fund (wide sheets): each of its filled cells becomes a record of that fund. */
  readonly fund?: Fund;
  /** One of the columns 类, 款, 项 that hold a code in pieces. */
  readonly part?: 1 | 2 | 3;
  /** Merged cells reach us as one filled cell and blanks below it: a blank takes the text above. */
  readonly fillDown?: true;
}

export type Uses = readonly (ColumnUse | null)[];

export interface Header {
  /** Indices of the header rows; empty when the block has none. */
  readonly rows: readonly number[];
  /** By source column; null = not used. */
  readonly uses: Uses;
  /** The heading of each source column, the rows of a double head joined; empty without a header. */
  readonly labels: readonly string[];
  /** The unit the block itself names (单位：万元), if any. */
  readonly unit: AmountUnit | null;
  /** By source column, the unit its own heading names: 金额（元）. */
  readonly units: readonly (AmountUnit | null)[];
  /** A sheet of our own making: what stands above the header says nothing that is not known. */
  readonly own: boolean;
}

/** Headers stand near the top, below a title and 单位名称. */
const SEARCH_ROWS = 12;

const bare = (text: string) =>
  squeeze(text)
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/^[*＊]|[:：*＊]$/g, '');

function unitIn(text: string): AmountUnit | null {
  const squeezed = squeeze(text);
  if (/(单位[:：]?|[(（])(人民币)?万元/.test(squeezed)) return 'wan';
  if (/(单位[:：]?|[(（])(人民币)?元/.test(squeezed)) return 'yuan';
  return null;
}

/** The field a heading names, by label first, then by the words people use. */
function columnUse(entity: EntityName, heading: string): ColumnUse | null {
  const name = bare(heading);
  if (name === '') return null;
  const fields = sheetFields(entity);
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
    if (!isBlank(cell)) last = cell;
    return last;
  });
}

const PARTS: Readonly<Record<string, 1 | 2 | 3>> = { 类: 1, 款: 2, 项: 3 };

/** Headings that say of what they are the code or the name only in the head above them. */
const GENERIC = /^(科目)?(编码|代码|编号|名称)$|^科目$/;

function usesOf(entity: EntityName, labels: readonly (readonly string[])[]): Uses {
  const width = Math.max(0, ...labels.map((row) => row.length));
  const uses = Array.from({ length: width }, (_, column): ColumnUse | null => {
    // The lowest head says most (`金额/一般公共预算`); a merged head above helps where it says nothing.
    const chain = labels.map((row) => row[column] ?? '').reverse();
    const part = PARTS[squeeze(chain[0] ?? '')];
    const found = chain.map((heading) => columnUse(entity, heading));
    const above = GENERIC.test(bare(chain[0] ?? '')) ? found.slice(1).find((use) => use !== null) : null;
    const use = above ?? found.find((each) => each !== null) ?? null;
    if (part === undefined) return use;
    return use !== null ? { ...use, part } : entity === 'line' ? { field: 'functional', part } : null;
  });
  return withoutRepeats(uses);
}

/** Where every fund has its column, a 合计 beside them would count the money twice. */
function withoutRepeats(uses: Uses): Uses {
  const wide = uses.some((use) => use?.fund !== undefined);
  const seen = new Set<string>();
  return uses.map((use) => {
    if (use === null) return null;
    if (wide && use.field === 'amount' && use.fund === undefined) return null;
    const key = `${use.field}:${use.fund ?? ''}`;
    // A code column and its name column name the same field; the first one, usually the code, decides.
    if (seen.has(key) && (use.part === undefined || use.part === 1)) return null;
    seen.add(key);
    return use;
  });
}

/** Fields whose cells people merge down: the levels of indicators, the function of a run of lines. */
const MERGED: Readonly<Partial<Record<EntityName, readonly string[]>>> = {
  line: ['functional'],
  indicator: ['parentId', 'period', 'level1', 'level2'],
};

/** Whether a column's cells may be merged in people's sheets, so that a blank means what stands above. */
export function mayMerge(entity: EntityName, use: ColumnUse): boolean {
  const kind = sheetFields(entity)[use.field]?.kind;
  if (use.part !== undefined || use.fund !== undefined) return false;
  return kind === 'code' || kind === 'enum' || kind === 'ref' || (MERGED[entity]?.includes(use.field) ?? false);
}

/** A column whose cells are usually merged is filled down from the start; the user sees it and may switch it off. */
function filledDown(entity: EntityName, uses: Uses): Uses {
  return uses.map((use) =>
    use !== null && use.part === undefined && MERGED[entity]?.includes(use.field) ? { ...use, fillDown: true } : use,
  );
}

const used = (uses: Uses) =>
  new Set(uses.flatMap((use) => (use === null ? [] : [`${use.field}${use.fund ?? ''}`]))).size;

/** Figures stand below a header, never in it. */
const hasFigures = (row: readonly string[]) => row.some((cell) => /^[-(]?[\d,]*\d{3,}(\.\d+)?\)?$/.test(squeeze(cell)));

const isHeading = (entity: EntityName, cell: string) =>
  columnUse(entity, cell) !== null || squeeze(cell) in PARTS || GENERIC.test(bare(cell));

interface Candidate {
  readonly rows: readonly number[];
  readonly uses: Uses;
  readonly score: number;
}

function bestCandidate(entity: EntityName, cells: Cells): Candidate {
  let best: Candidate = { rows: [], uses: [], score: 0 };
  const limit = Math.min(SEARCH_ROWS, cells.length);
  for (let index = 0; index < limit; index++) {
    const row = cells[index] ?? [];
    const single = usesOf(entity, [row]);
    const score = used(single);
    if (score === 0 || hasFigures(row)) continue;
    if (score > best.score) best = { rows: [index], uses: single, score };
    const next = cells[index + 1];
    if (next === undefined || hasFigures(next)) continue;
    const double = usesOf(entity, [spread(row), next]);
    const below = next.some((cell) => isHeading(entity, cell));
    const allHeads = next.every((cell) => isBlank(cell) || isHeading(entity, cell));
    const better = used(double) > best.score || (used(double) === best.score && allHeads);
    if (better && below) best = { rows: [index, index + 1], uses: double, score: used(double) };
  }
  return best;
}

function labelsOf(cells: Cells, rows: readonly number[]): readonly string[] {
  const heads = rows.map((row, place) => (place < rows.length - 1 ? spread(cells[row] ?? []) : (cells[row] ?? [])));
  const width = Math.max(0, ...heads.map((row) => row.length));
  return Array.from({ length: width }, (_, column) =>
    [...new Set(heads.map((row) => (row[column] ?? '').replace(/\s+/g, ' ').trim()))]
      .filter((label) => label !== '')
      .join('/'),
  );
}

/** The header that is known to stand in a row. */
export function headerAt(cells: Cells, row: number, uses: Uses, unit: AmountUnit | null): Header {
  const labels = labelsOf(cells, [row]);
  return { rows: [row], uses, labels, unit, units: labels.map(unitIn), own: false };
}

/**
 * Looks for the header of a block.
 * @param positions what the columns hold when there is no header, in order
 * @param known the header row of a sheet of our own making, where nothing is merged
 */
export function findHeader(entity: EntityName, cells: Cells, positions: Uses, known?: number): Header {
  if (known !== undefined) {
    return { ...headerAt(cells, known, usesOf(entity, [cells[known] ?? []]), 'yuan'), own: true };
  }
  const best = bestCandidate(entity, cells);
  const width = Math.max(0, ...cells.slice(0, 200).map((row) => row.length));
  const enough = best.score >= 2 || (best.score === 1 && width <= 2);
  const rows = enough ? best.rows : [];
  const labels = labelsOf(cells, rows);
  const uses = enough ? filledDown(entity, best.uses) : positions;
  const units = labels.map(unitIn);
  const above = cells.slice(0, rows[0] ?? 0).flat();
  const amount = uses.findIndex((use) => use?.field === 'amount');
  return {
    rows,
    uses,
    labels,
    unit: above.map(unitIn).find((unit) => unit !== null) ?? units[amount] ?? null,
    units,
    own: false,
  };
}
