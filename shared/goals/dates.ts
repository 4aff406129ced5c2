/** Dates and months in Chinese sentences. */

/** The years named, in the order they stand: `2023年至2024年` and `2023-2024年度`. */
export function yearsIn(text: string): readonly number[] {
  return [...text.matchAll(/(?<![0-9])(20[0-9]{2})(?=[年.\-—～~至到、/])/g)].map(([, year]) =>
    Number.parseInt(year ?? '', 10),
  );
}

/** The first whole day named, as `YYYY-MM-DD`: `2025年1月5日`, `2025.1.10`; null where only months or years stand. */
export function firstDayIn(text: string): string | null {
  const [, year, month, day] =
    text.match(/(20[0-9]{2})[年.\-/]([0-9]{1,2})[月.\-/]([0-9]{1,2})(?:日|(?![0-9月年]))/) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The months named, as numbers: `11、12月` and `12月及1月`. */
export function monthsIn(text: string): ReadonlySet<number> {
  const months = new Set<number>();
  for (const [, list] of text.matchAll(/(?<![0-9])((?:[0-9]{1,2}[、,，])*[0-9]{1,2})月/g)) {
    for (const part of (list ?? '').split(/[、,，]/)) months.add(Number.parseInt(part, 10));
  }
  return months;
}

const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'] as const;

/** First and last month of the quarter named; null when none or several are. */
function quarterIn(text: string): readonly [number, number] | null {
  const [quarter, other] = QUARTERS.flatMap((name, index) => (text.includes(name) ? [index] : []));
  return quarter === undefined || other !== undefined ? null : [quarter * 3 + 1, quarter * 3 + 3];
}

/** A span of months (`2024年7月至12月`) of the year and quarter named by `name` that leaves the quarter; null if none. */
export function spanOutsideQuarter(name: string, text: string): string | null {
  const quarter = quarterIn(name);
  const [year] = yearsIn(name);
  if (quarter === null || year === undefined) return null;
  for (const [span, of, from, to] of text.matchAll(/(20[0-9]{2})年([0-9]{1,2})月?至(?:20[0-9]{2}年)?([0-9]{1,2})月/g)) {
    const [first, last] = [Number.parseInt(from ?? '', 10), Number.parseInt(to ?? '', 10)];
    if (Number.parseInt(of ?? '', 10) === year && (first < quarter[0] || last > quarter[1])) return span;
  }
  return null;
}
