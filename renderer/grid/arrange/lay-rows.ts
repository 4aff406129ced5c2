/** What stands where on screen, worked out in steps: rows by place, headings between them, sums and row numbers. */
import type { GridColumn } from '../column.ts';
import { BLANK, sectionsOfView, type ViewParts, type ViewSection } from '../view.ts';
import { NumbersById } from './by-id.ts';
import { RowPlaces } from './row-places.ts';
import { STEP, type Steps, within } from './steps.ts';
import { Sums } from './sums.ts';

/** First sign of the key of a heading; the key of its section follows. */
export const HEADING = 'g';

export interface Laid {
  readonly rows: RowPlaces;
  readonly sections: ReadonlyMap<string, Omit<ViewSection, 'rows'>>;
  /** Null where the screen shows all rows in stored order. */
  readonly sums: Sums | null;
  /** By id the place in stored order; null where that is the place on screen. */
  readonly numbers: NumbersById | null;
}

/** @param closed keys of the sections whose heading alone is shown */
export function* layRows(parts: ViewParts, columns: readonly GridColumn[], closed: ReadonlySet<string>): Steps<Laid> {
  const { arranged, drafts } = parts;
  const sections = yield* within(0, 0.3, sectionsOfView(parts));
  const keys: string[] = [];
  const places = new Map<string, number>();
  const sums = arranged === null ? null : new Sums(columns, (row) => drafts.seen(row));
  const show = (key: string) => {
    places.set(key, keys.length);
    keys.push(key);
  };
  let laid = 0;
  for (const { key, label, rows } of sections) {
    if (label !== null) show(HEADING + key);
    const isClosed = label !== null && closed.has(key);
    for (const row of rows) {
      if (++laid % STEP === 0) yield 0.3 + (0.4 * laid) / (parts.store.order.length + laid);
      if (!isClosed) show(row);
      sums?.add(row, key);
    }
  }
  show(BLANK);
  const numbers = arranged === null ? null : yield* within(0.7, 1, numbered(parts));
  return {
    rows: new RowPlaces(keys, places),
    sections: new Map(sections.map((section) => [section.key, section])),
    sums,
    numbers,
  };
}

function* numbered({ store, include }: ViewParts): Steps<NumbersById> {
  const numbers = new NumbersById(store.order);
  let count = 0;
  for (const [index, id] of store.order.entries()) {
    if (index % STEP === 0) yield index / store.order.length;
    const row = store.get(id);
    if (row !== undefined && include(row.values)) numbers.set(id, ++count);
  }
  return numbers;
}
