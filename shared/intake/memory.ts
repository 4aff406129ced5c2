/** What is remembered of how sheets were read, so that the same sheet next month needs no question. */
import type { EntityName } from '../entities/index.ts';
import type { AmountUnit } from '../money/parse.ts';
import type { Cells, Header, Uses } from './header.ts';
import { isBlank, squeeze } from './text.ts';
import { readUse, textOfUse } from './use-text.ts';

/** Settings of the book under which it is kept. */
export const UNIT_SETTING = 'intake.unit';
export const COLUMNS_SETTING = 'intake.columns';

/** Mapping of columns by header, newest first. */
export type RememberedColumns = readonly { readonly header: string; readonly uses: readonly string[] }[];

const KEPT = 40;
/** A setting holds 20,000 characters. */
const MOST_CHARACTERS = 18_000;

/** The row that must be the header where none was recognised: the first with words in several cells, and no figures. */
function likelyHead(cells: Cells): number | null {
  const row = cells.slice(0, 12).findIndex((each) => each.filter((cell) => !isBlank(cell)).length > 1);
  return row < 0 || (cells[row] ?? []).some((cell) => /\d{3,}/.test(squeeze(cell))) ? null : row;
}

/** What tells one kind of sheet from another: whose rows, and the words of its header. Null without words. */
function signatureOf(entity: EntityName, header: Header, cells: Cells): string | null {
  const row = header.rows.length > 0 ? null : likelyHead(cells);
  if (header.rows.length === 0 && row === null) return null;
  const labels = row === null ? header.labels : (cells[row] ?? []);
  return `${entity}|${labels.map(squeeze).join('|')}`.slice(0, 400);
}

export interface Recalled {
  readonly uses: Uses;
  /** The row that is the header, where none was recognised by its words. */
  readonly headRow: number | null;
}

/** The mapping remembered for a sheet with this header, or null. */
export function recallUses(
  remembered: RememberedColumns,
  entity: EntityName,
  header: Header,
  cells: Cells,
): Recalled | null {
  const signature = signatureOf(entity, header, cells);
  const found = remembered.find((each) => each.header === signature);
  if (found === undefined) return null;
  const uses = found.uses.map((text) => readUse(entity, text));
  return { uses, headRow: header.rows.length > 0 ? null : likelyHead(cells) };
}

/** Remembers a mapping as the newest; the oldest are forgotten. Out: the same list where it is the newest already. */
export function rememberUses(
  remembered: RememberedColumns,
  entity: EntityName,
  header: Header,
  cells: Cells,
): RememberedColumns {
  const signature = signatureOf(entity, header, cells);
  if (signature === null) return remembered;
  const own = { header: signature, uses: header.uses.map(textOfUse) };
  if (JSON.stringify(remembered[0]) === JSON.stringify(own)) return remembered;
  const kept = [own, ...remembered.filter((each) => each.header !== signature)].slice(0, KEPT);
  while (kept.length > 1 && JSON.stringify(kept).length > MOST_CHARACTERS) kept.pop();
  return kept;
}

/** Takes what has the shape of remembered columns; anything else is nothing remembered. */
export function readRememberedColumns(raw: unknown): RememberedColumns {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return [];
    const { header, uses } = each as Readonly<Record<string, unknown>>;
    const isList = Array.isArray(uses) && uses.every((use) => typeof use === 'string');
    return typeof header === 'string' && isList ? [{ header, uses: uses as string[] }] : [];
  });
}

export function readUnit(raw: unknown): AmountUnit | null {
  return raw === 'yuan' || raw === 'wan' ? raw : null;
}
