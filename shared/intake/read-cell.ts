/**
 * Reads a cell of somebody else's sheet. Stricter than typing into the grid, where a list is seen while typing: here
 * nothing is completed from a part. Kinder in spelling: blanks, widths of characters and common other words are read.
 */
import type { AmountUnit } from '../money/parse.ts';
import type { Field } from '../shape/shape.ts';
import { type ChoiceIndex, indexChoices } from './choice-index.ts';
import { GOODS, goodsCodeIn, isGoodsText } from './goods.ts';
import { parseCell } from './parse-cell.ts';
import type { CellLookup, CellValue } from './values.ts';

export type CellReading =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly reason: string };

/** Reads one cell's text as a value of a field; amounts without a unit of their own are in `unit`. */
export type ReadCell = (field: Field, text: string, unit: AmountUnit) => CellReading;

/** Dashes and blanks stand for "nothing" in people's sheets. */
const NOTHING = /^[\s\u3000\u00A0]*[-—–―/\\]*[\s\u3000\u00A0]*$/;

/** True for a cell that says there is nothing. */
export function isNothing(text: string): boolean {
  return NOTHING.test(text);
}

/** Kinds whose reading searches lists; the same few texts come again and again. */
const REMEMBERED: ReadonlySet<Field['kind']> = new Set(['code', 'enum', 'ref', 'boolean', 'date']);

/** A reader over one set of lists. It remembers what it has read, so that a long sheet is read quickly. */
export function cellReader(lookup: CellLookup): ReadCell {
  const readings = new Map<Field, Map<string, CellReading>>();
  const indices = new Map<Field, ChoiceIndex>();
  const indexOf = (field: Field) => {
    const known = indices.get(field) ?? indexChoices(lookup.choices(field));
    indices.set(field, known);
    return known;
  };
  return (field, text, unit) => {
    if (isGoodsText(field)) {
      const code = goodsCodeIn(text, indexOf(GOODS));
      if (code !== null) return { ok: true, value: code };
    }
    if (!REMEMBERED.has(field.kind)) return readPlain(field, text, lookup, unit);
    const known = readings.get(field) ?? new Map<string, CellReading>();
    readings.set(field, known);
    const reading = known.get(text) ?? readListed(field, text, lookup, indexOf(field));
    known.set(text, reading);
    return reading;
  };
}

function readPlain(field: Field, text: string, lookup: CellLookup, unit: AmountUnit): CellReading {
  if (field.kind === 'text') return parseCell(field, text, lookup);
  if (isNothing(text)) return { ok: true, value: null };
  return field.kind === 'fen'
    ? parseCell(field, amountIn(text), { ...lookup, amountUnit: unit })
    : parseCell(field, text, lookup);
}

function readListed(field: Field, text: string, lookup: CellLookup, index: ChoiceIndex): CellReading {
  if (isNothing(text) && index.find(text).length === 0) {
    // A box that is not ticked is a no.
    return { ok: true, value: field.kind === 'boolean' && field.optional !== true ? false : null };
  }
  switch (field.kind) {
    case 'enum':
    case 'ref': {
      const found = index.find(text);
      if (found.length === 1) return { ok: true, value: found[0]?.value ?? null };
      return { ok: false, reason: found.length > 1 ? severalOf(text, field) : noSuch(field, text, lookup) };
    }
    case 'code': {
      const code = codeIn(text);
      if (/[0-9０-９]/.test(code)) return parseCell(field, code, lookup);
      const named = index.find(code);
      if (named.length === 1) return { ok: true, value: named[0]?.value ?? null };
      return { ok: false, reason: named.length > 1 ? severalCodes(code, named) : `没有名为“${code}”的科目。` };
    }
    default:
      return parseCell(field, text, lookup);
  }
}

function noSuch(field: Field, text: string, lookup: CellLookup): string {
  const shown = text.trim();
  if (field.kind === 'ref') return `没有“${shown}”这个${nameOf(field)}，请先建立，或改成已有的。`;
  const labels = lookup.choices(field).map(({ label }) => label);
  const listed = labels.length > 8 ? `${labels.slice(0, 8).join('、')}等` : labels.join('、');
  return `“${field.label}”没有“${shown}”，可填：${listed}。`;
}

function severalOf(text: string, field: Field): string {
  return `名为“${text.trim()}”的${nameOf(field)}不止一个，请选一个。`;
}

function severalCodes(name: string, found: readonly { readonly code: string }[]): string {
  const codes = found.map(({ code }) => code);
  const listed = codes.length > 4 ? `${codes.slice(0, 4).join('、')}等${codes.length}个` : codes.join('、');
  return `名为“${name}”的科目不止一个（${listed}），请填编码。`;
}

const nameOf = (field: Field) => field.label.replace(/^所属/, '');

/** `[2120501]城乡社区环境卫生` → the number; a path of names → its last name. */
function codeIn(text: string): string {
  const plain = text.trim();
  const bracketed = /^[[【(（]\s*([0-9０-９]+)\s*[\])）】]/.exec(plain)?.[1];
  if (bracketed !== undefined) return bracketed;
  return /[0-9０-９]/.test(plain) ? plain : (plain.split(/[/／\\>＞]|--|——|—/).at(-1) ?? plain).trim();
}

/** Accountants write amounts below zero in brackets; sheets from the web bring blanks that do not break. */
function amountIn(text: string): string {
  const plain = text.replace(/[\u3000\u00A0\t]/g, ' ').trim();
  const inside = /^[(（]([^()（）]+)[)）]$/.exec(plain)?.[1];
  return inside !== undefined && /^[\d０-９.．,，\s￥¥]+$/.test(inside) ? `-${inside}` : plain;
}
