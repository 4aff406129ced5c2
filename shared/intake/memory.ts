/** What is remembered of how sheets were read, so that the same sheet next month needs no question. */
import type { EntityName } from '../entities/index.ts';
import type { AmountUnit } from '../money/parse.ts';
import type { Header, Uses } from './header.ts';
import { squeeze } from './text.ts';
import { readUse, textOfUse } from './use-text.ts';

/** Settings of the book under which it is kept. */
export const UNIT_SETTING = 'intake.unit';
export const COLUMNS_SETTING = 'intake.columns';

/** Mapping of columns by header, newest first. */
export type RememberedColumns = readonly { readonly header: string; readonly uses: readonly string[] }[];

const KEPT = 40;
/** A setting holds 20,000 characters. */
const MOST_CHARACTERS = 18_000;

/** What tells one kind of sheet from another: whose rows, and the words of its header. Null without a header. */
export function headerSignature(entity: EntityName, header: Header): string | null {
  if (header.rows.length === 0) return null;
  return `${entity}|${header.labels.map(squeeze).join('|')}`.slice(0, 400);
}

/** The mapping remembered for a header, or null. */
export function recallUses(remembered: RememberedColumns, entity: EntityName, header: Header): Uses | null {
  const signature = headerSignature(entity, header);
  const found = remembered.find((each) => each.header === signature);
  return found === undefined ? null : found.uses.map((text) => readUse(entity, text));
}

/** Remembers a mapping as the newest; the oldest are forgotten. */
export function rememberUses(remembered: RememberedColumns, entity: EntityName, header: Header): RememberedColumns {
  const signature = headerSignature(entity, header);
  if (signature === null) return remembered;
  const own = { header: signature, uses: header.uses.map(textOfUse) };
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
