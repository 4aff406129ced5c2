/** How a run of cells goes on: numbers and days by their step, texts by the number in them (1月 → 2月, 第一季度 → 第二季度). */
import type { CellValue } from '../../shared/intake/values.ts';
import type { Field } from '../../shared/shape/shape.ts';

/**
 * The values that follow a run.
 * @param run the cells it begins with, at least one
 * @returns as many values as asked for; null where the run has no step, so that it can only be repeated
 */
export function continued(field: Field, run: readonly CellValue[], count: number): readonly CellValue[] | null {
  const places = Array.from({ length: count }, (_, index) => run.length + index);
  switch (field.kind) {
    case 'integer':
      return numbers(run, places, 1);
    case 'fen':
      // A single amount has no step that anybody would mean.
      return run.length === 1 ? null : numbers(run, places, null);
    case 'date':
      return days(run, places);
    case 'text':
      return texts(run, places);
    default:
      return null;
  }
}

/** The one difference between neighbours, or null. @param alone the step of a run of one */
function stepOf(values: readonly number[], alone: number | null): number | null {
  const [first, second] = values;
  if (first === undefined || second === undefined) return alone;
  const step = second - first;
  return values.every((value, index) => value === first + index * step) ? step : null;
}

function numbers(run: readonly CellValue[], places: readonly number[], alone: number | null): readonly number[] | null {
  const values = run.filter((value) => typeof value === 'number');
  const step = values.length === run.length ? stepOf(values, alone) : null;
  return step === null ? null : places.map((place) => (values[0] ?? 0) + place * step);
}

const DAY_MS = 86_400_000;
const dayText = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** By months where the day of the month stays, month ends included; else by days. */
function days(run: readonly CellValue[], places: readonly number[]): readonly string[] | null {
  const parsed = run.flatMap((value) => (typeof value === 'string' ? [new Date(`${value}T00:00:00Z`)] : []));
  const [first] = parsed;
  if (first === undefined || parsed.length < run.length) return null;
  const [year, month, day] = [first.getUTCFullYear(), first.getUTCMonth(), first.getUTCDate()];
  const lastOf = (date: Date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const ends = parsed.every((date) => date.getUTCDate() === lastOf(date));
  const months = stepOf(
    parsed.map((date) => date.getUTCFullYear() * 12 + date.getUTCMonth()),
    null,
  );
  if (months !== null && months !== 0 && (ends || parsed.every((date) => date.getUTCDate() === day))) {
    return places.map((place) => {
      if (ends) return dayText(year, month + place * months + 1, 0);
      const text = dayText(year, month + place * months, day);
      return text.endsWith(String(day).padStart(2, '0')) ? text : dayText(year, month + place * months + 1, 0);
    });
  }
  const step = stepOf(
    parsed.map((date) => date.getTime() / DAY_MS),
    1,
  );
  return step === null ? null : places.map((place) => dayText(year, month, day + place * step));
}

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
/** The last number in a text, in digits or as a Chinese numeral up to twelve, and what stands around it. */
const NUMBERED = /^(.*?)([0-9]{1,9}|十[一二]?|[一二三四五六七八九])([^0-9一二三四五六七八九十]*)$/su;
/** What begins anew: twelve months, four quarters. */
const ROUNDS: readonly (readonly [RegExp, number])[] = [
  [/^月/, 12],
  [/^季/, 4],
];

function texts(run: readonly CellValue[], places: readonly number[]): readonly string[] | null {
  const parsed = run.map((value) => NUMBERED.exec(typeof value === 'string' ? value : ''));
  const [, head = '', digits = '', tail = ''] = parsed[0] ?? [];
  if (digits === '' || parsed.some((match) => match?.[1] !== head || match?.[3] !== tail)) return null;
  const plain = /[0-9]/.test(digits);
  const values = parsed.map((match) =>
    plain ? Number.parseInt(match?.[2] ?? '', 10) : NUMERALS.indexOf(match?.[2] ?? ''),
  );
  const step = values.every((value) => value >= 0) ? stepOf(values, 1) : null;
  const round = ROUNDS.find(([sign]) => sign.test(tail))?.[1];
  if (step === null) return null;
  const words = places.map((place) => {
    const value = (values[0] ?? 0) + place * step;
    const turned = round === undefined ? value : ((((value - 1) % round) + round) % round) + 1;
    return plain
      ? turned < 0
        ? null
        : String(turned).padStart(digits.startsWith('0') ? digits.length : 0, '0')
      : NUMERALS[turned];
  });
  return words.every((word) => word !== null && word !== undefined) ? words.map((word) => head + word + tail) : null;
}
