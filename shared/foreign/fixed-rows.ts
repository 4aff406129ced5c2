/** Rows of the tables whose rows the form prints: 1, 4 and 10. */
import type { CodeBook } from '../codes/code-book.ts';
import { currentName } from '../codes/old-names.ts';
import { squeeze } from '../intake/text.ts';
import { labelOf, type RowOutcome, type RowTexts } from './row-types.ts';
import type { RowWords } from './row-words.ts';
import { ordinalOf, rowKey } from './text.ts';

/** @param classes whether the side has a row for every expenditure class */
export function fixedRows(
  rows: readonly RowTexts[],
  words: readonly RowWords[],
  classes: boolean,
  codes: CodeBook,
): readonly RowOutcome[] {
  const seen = new Set<string>();
  const classOf = classes ? classFinder(codes) : () => null;
  return rows.map((texts): RowOutcome => {
    const label = labelOf(texts);
    if (label === '') return texts.total === 0 ? { kind: 'blank' } : lost('（没有项目名称）', '这一行有金额，没有名称');
    const found = fixedKey(rowKey(texts.name || texts.code), words, seen) ?? classOf(texts);
    if (found === null) return lost(label, '没有对应的行');
    if (seen.has(found.key) && !found.part) return { kind: 'repeat', key: found.key, label };
    seen.add(found.key);
    return { kind: 'row', key: found.key, code: '', label };
  });
}

const lost = (label: string, reason: string): RowOutcome => ({ kind: 'lost', label, reason });

interface Found {
  readonly key: string;
  /** One of several rows that make the key's amount together. */
  readonly part: boolean;
}

function fixedKey(label: string, words: readonly RowWords[], seen: ReadonlySet<string>): Found | null {
  const meant = ({ behind }: RowWords) => behind === undefined || seen.has(behind[0]) === behind[1];
  const fits = words.filter(meant);
  const exact = fits.filter((row) => row.words.includes(label));
  // A label that two rows may have, such as 总计, means the first that is still missing.
  const named = exact.find(({ key }) => !seen.has(key)) ?? exact[0];
  if (named !== undefined) return { key: named.key, part: false };
  const part = fits.find(({ parts }) => parts?.includes(label) === true);
  return part === undefined ? null : { key: part.key, part: true };
}

/** Finds the class a row names: by its code, its name, an old name, and last by its ordinal with a similar name. */
function classFinder(codes: CodeBook): (texts: RowTexts) => Found | null {
  const byName = new Map<string, string>();
  for (const { code, name } of codes.classes) {
    byName.set(rowKey(name), code);
    byName.set(rowKey(name).replace(/支出$/, ''), code);
  }
  const found = (code: string): Found => ({ key: `class:${code}`, part: false });
  return ({ code, name }) => {
    const label = rowKey(name);
    const digits = /^\d{3}$/.exec(squeeze(code))?.[0] ?? /^\d{3}(?!\d)/.exec(label)?.[0];
    if (digits !== undefined && codes.classes.some((each) => each.code === digits)) return found(digits);
    const text = label.replace(/^\d{3}/, '');
    const known =
      byName.get(text) ?? byName.get(text.replace(/支出$/, '')) ?? byName.get(rowKey(currentName(text) ?? ''));
    if (known !== undefined) return found(known);
    const ordinal = ordinalOf(name);
    const place = ordinal === null ? undefined : codes.classes[ordinal - 1];
    return place !== undefined && sharesWords(place.name, text) ? found(place.code) : null;
  };
}

/** At least two neighbouring characters in common, besides 支出. */
function sharesWords(left: string, right: string): boolean {
  const text = left.replace(/支出|其他|等/g, '');
  return [...text].some((_, at) => at + 2 <= text.length && right.includes(text.slice(at, at + 2)));
}
