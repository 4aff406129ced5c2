/**
 * A block of cells pasted from a workbook as indicators: the form itself with its level columns, in one or both periods,
 * or plain columns of names and values. Heads are recognised, merged level cells are carried down.
 */
import type { FormFamily, Period } from './form-spec.ts';
import { placesOf } from './forms.ts';
import { placeOn } from './map-form.ts';
import { parseValueText, type ValueParts } from './value-text.ts';

export interface PastedIndicator extends ValueParts {
  readonly period: Period;
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly score: string | null;
}

/** What a column of a block holds. `level3`, `value` and their kind begin anew with each period. */
type Column = 'level1' | 'level2' | 'level3' | 'operator' | 'value' | 'measure' | 'score' | null;

const HEADS: readonly (readonly [RegExp, Exclude<Column, null>])[] = [
  [/^一级指标/, 'level1'],
  [/^二级指标/, 'level2'],
  [/^(?:三级指标|指标名称|指标内容)/, 'level3'],
  [/^(?:符号|指标符号|运算符)/, 'operator'],
  [/^(?:指标值|目标值|年度指标值|实施期指标值|年度目标值)/, 'value'],
  [/^(?:度量单位|计量单位|单位)/, 'measure'],
  [/^(?:分值|权重|分数)/, 'score'],
];

const SIGN_WORDS: Readonly<Record<string, string>> = {
  大于等于: '≥',
  大于: '>',
  等于: '=',
  小于等于: '≤',
  小于: '<',
  定性: '',
};

/**
 * @param block cells as pasted, row by row
 * @param period of a block that holds one period only
 * @returns the indicators with their places on the form; null for a block that does not name its second levels
 */
export function readIndicators(
  block: readonly (readonly string[])[],
  form: FormFamily,
  period: Period,
): readonly PastedIndicator[] | null {
  const rows = block.map((row) => row.map((cell) => cell.trim()));
  const headAt = rows.findIndex((row) => row.filter((cell) => headOf(cell) !== null).length >= 2);
  const heads = headAt < 0 ? guessed(rows, form) : (rows[headAt] ?? []).map(headOf);
  if (!heads.includes('level2')) return null;
  const parts = partsOf(heads);
  const body = rows.slice(headAt + 1);
  const carried = { level1: '', level2: parts.map(() => '') };
  const found: PastedIndicator[] = [];
  for (const row of body) {
    const at = (column: number | undefined) => (column === undefined ? '' : (row[column] ?? ''));
    carried.level1 = at(heads.indexOf('level1')) || carried.level1;
    parts.forEach((part, index) => {
      const own = part.level2 === undefined ? (carried.level2[0] ?? '') : at(part.level2);
      if (own !== '') carried.level2[index] = own;
      const level2 = carried.level2[index] ?? '';
      const [level3, value] = [at(part.level3), at(part.value)];
      if (level3 === '' || level2 === '') return;
      const place = placeOn(form, { level1: carried.level1, level2 }) ?? { level1: carried.level1, level2 };
      const score = at(part.score).match(/^[0-9]{1,3}(?:\.[0-9]{1,2})?/)?.[0] ?? null;
      found.push({
        period: parts.length > 1 ? (index === 0 ? 'implementation' : 'annual') : period,
        ...place,
        level3,
        score: score === null ? null : score.replace(/\.0+$/, ''),
        ...partsOfValue(at(part.operator), value, at(part.measure)),
      });
    });
  }
  return found.length === 0 ? null : found;
}

/** Operator, value and unit stand in columns of their own, or in one text. */
function partsOfValue(operator: string, value: string, measure: string): ValueParts {
  return parseValueText(`${SIGN_WORDS[operator] ?? operator}${value}${measure}`);
}

function headOf(cell: string): Exclude<Column, null> | null {
  const plain = cell.replaceAll(/\s/g, '');
  return HEADS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** Columns of a block without heads: those that hold second levels of the form, and what stands right of them. */
function guessed(rows: readonly (readonly string[])[], form: FormFamily): readonly Column[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [level1, level2] = [new Set(form.levels.map(({ name }) => name)), new Set<string>()];
  for (const place of placesOf(form)) {
    level2.add(place.level2.name);
    level2.add(place.level2.printed ?? place.level2.name);
  }
  const columns: Column[] = new Array<Column>(width).fill(null);
  let names = 0;
  for (let column = 0; column < width; column += 1) {
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    if (cells.length === 0) continue;
    if (cells.every((cell) => level1.has(cell)) && names === 0 && !columns.includes('level1'))
      columns[column] = 'level1';
    else if (cells.every((cell) => level2.has(cell))) {
      columns[column] = 'level2';
      names = 2;
    } else if (names > 0) {
      columns[column] = names === 2 ? 'level3' : 'value';
      names -= 1;
    }
  }
  return columns;
}

type Part = Partial<Record<Exclude<Column, null>, number>>;

/** The columns of each period: a second 三级指标 begins the second one. */
function partsOf(heads: readonly Column[]): readonly Part[] {
  const parts: Part[] = [{}];
  heads.forEach((head, column) => {
    if (head === null || head === 'level1') return;
    const last = parts.at(-1);
    if (last === undefined) return;
    const begins = last.level3 !== undefined && (head === 'level2' || (head === 'level3' && last.value !== undefined));
    if (begins) parts.push({ [head]: column });
    else last[head] ??= column;
  });
  return parts.slice(0, 2);
}
