/** Rows of the tables of codes: by the code where it is printed, else by the name in its place among the others. */
import type { CodeBook } from '../codes/code-book.ts';
import { currentName } from '../codes/old-names.ts';
import { squeeze } from '../intake/text.ts';
import { groupedBy } from '../shape/grouped-by.ts';
import type { TreeDimension } from '../tables/spec.ts';
import { labelOf, type RowOutcome, type RowTexts } from './row-types.ts';
import { SUBTOTAL_WORDS, TOTAL_WORDS } from './row-words.ts';
import { rowKey } from './text.ts';

export interface TreeSide {
  readonly dimension: TreeDimension;
  readonly digits: readonly number[];
  readonly codes: CodeBook;
  /** Squeezed names of units. */
  readonly units: ReadonlySet<string>;
}

const PREFIX: Readonly<Record<TreeDimension, string>> = { functional: 'f', revenue: 'r', deptEconomic: 'e' };

export function treeRows(rows: readonly RowTexts[], side: TreeSide): readonly RowOutcome[] {
  const byName = namesOf(side);
  const coded = rows.filter((texts) => codeIn(texts) !== null).length;
  const hasUnits = rows.some(({ unit }) => unit.trim() !== '');
  let last = '';
  let seenTotal = false;
  /** A name without a code above a class begins another unit. */
  const beginsUnit = (at: number) =>
    coded > 0 && codeIn(rows[at + 1] ?? { code: '', name: '' })?.length === side.digits[0];
  return rows.map((texts, at): RowOutcome => {
    const label = labelOf(texts);
    if (label === '')
      return texts.total === 0
        ? { kind: 'blank' }
        : { kind: 'lost', label: '（没有名称）', reason: '这一行有金额，没有科目' };
    if (isTotal(texts)) {
      if (seenTotal) return { kind: 'subtotal', label };
      seenTotal = true;
      return { kind: 'row', key: 'total', code: '', label };
    }
    if (SUBTOTAL_WORDS.includes(rowKey(texts.name)) || SUBTOTAL_WORDS.includes(rowKey(texts.code)))
      return { kind: 'subtotal', label };
    const written = codeIn(texts);
    if (written === null && (side.units.has(squeeze(texts.name)) || (hasUnits && coded > 0))) {
      last = '';
      return { kind: 'unit', label };
    }
    const code = written ?? byName(texts.name, last);
    if (code === null && beginsUnit(at)) {
      last = '';
      return { kind: 'unit', label };
    }
    if (code === null) return unknown(texts, label, last, side);
    last = code;
    return { kind: 'row', key: keyOf(code, texts, side), code: written ?? '', label };
  });
}

/** A code of a level the table has, written in its own column or before the name; null without one. */
function codeIn({ code, name }: Pick<RowTexts, 'code' | 'name'>): string | null {
  const own = /^[[(]?(\d{3,9})[\])]?(?!\d)/.exec(squeeze(code))?.[1];
  return own ?? /^[[(]?(\d{3,9})[\])]?(?![\d年月日号元.])/.exec(squeeze(name))?.[1] ?? null;
}

export function isTotal({ code, name, unit }: Pick<RowTexts, 'code' | 'name' | 'unit'>): boolean {
  const texts = [code, name, unit].map(rowKey).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => TOTAL_WORDS.includes(text));
}

/** An item of the economic classification may stand there once for each government item. */
function keyOf(code: string, { gov }: RowTexts, { dimension }: TreeSide): string {
  const suffix = dimension === 'deptEconomic' && code.length > 3 ? `+${squeeze(gov)}` : '';
  return `${PREFIX[dimension]}:${code}${suffix}`;
}

/** A name that no list knows still counts below the class it stands under. */
function unknown(texts: RowTexts, label: string, last: string, { dimension, digits }: TreeSide): RowOutcome {
  const top = last.slice(0, digits[0]);
  if (top === '') return { kind: 'lost', label, reason: '没有科目编码，名称也不在科目表中' };
  return { kind: 'row', key: `${PREFIX[dimension]}:${top}00+${texts.row}`, code: '', label };
}

/** Looks a name up where it can stand: below the last code, beside it, beside what is above it, or at the top. */
function namesOf({ dimension, digits, codes }: TreeSide): (name: string, last: string) => string | null {
  const listed = codes.list(dimension).filter(({ code }) => digits.includes(code.length));
  const byName = groupedBy(listed, ({ name }) => rowKey(name));
  return (name, last) => {
    const key = rowKey(name);
    const found = (byName.get(key) ?? byName.get(rowKey(currentName(key) ?? '')) ?? []).map(({ code }) => code);
    for (let length = last.length; length >= (digits[0] ?? 0); length -= 2) {
      const above = last.slice(0, length);
      const near = found.find((code) => code.length === length + 2 && code.startsWith(above));
      if (near !== undefined) return near;
    }
    return found.find((code) => code.length === digits[0]) ?? (found.length === 1 ? (found[0] ?? null) : null);
  };
}
