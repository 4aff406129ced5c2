/**
 * Divides tables that stand below each other into pages. Unlike a browser's own division, labels beside several rows
 * are repeated, no page begins or ends in the middle of a group that would have fitted, and every frame is closed.
 */
import type { PrintTable } from './model.ts';
import { type Cuttable, cuttable, type Ruler, type Slice, slice, stripsOf } from './slice.ts';
import { commonGrid } from './table-grid.ts';

export interface DivideOrder {
  /** Their rows stand at the top of every page. */
  readonly running: readonly PrintTable[];
  /** At least one; all as wide as `running`, in the same type. The head rows of each are repeated while it goes on. */
  readonly tables: readonly PrintTable[];
  readonly ruler: Ruler;
  /** Of a page, in mm. */
  readonly width: number;
  readonly height: number;
}

/** Cost of ending a page here, in hundredths of a page that may be left empty to avoid it. */
const COST = { label: 4, text: 7, loneLine: 40, loneRow: 8, caption: 60 } as const;
/** How much of a page may be left empty for a better end. */
const SLACK = 0.3;

/** Divides tables into pages. Each page is one table whose rows have their heights; its heads are the running rows. */
export function divide(order: DivideOrder): readonly PrintTable[] {
  const { running, tables, width, height } = order;
  const ruler = remembering(order.ruler);
  const partOf = (table: PrintTable): Part => {
    const source = cuttable(table, width, ruler);
    return { source, whole: slice(source, 0, stripsOf(source)) };
  };
  const top = running.map((table) => partOf(table).whole);
  const parts = tables.map(partOf);
  const type = { fontSize: tables[0]?.fontSize ?? 0, rowHeight: tables[0]?.rowHeight ?? 0 };
  const grid = commonGrid([...running, ...tables]);
  const pages = pageEnds(
    parts,
    top.reduce((room, each) => room - each.height, height),
  );
  return pages.map(({ from, to }) => {
    const laid = (slices: readonly (Slice | null)[], firstTable: number) =>
      slices.flatMap((each, table) => (each === null ? [] : grid.fit(firstTable + table, each.rows())));
    const rows = laid(sliceAll(parts, from, to), top.length);
    return { columns: grid.columns, headRows: laid(top, 0), rows, ...type };
  });
}

/** Finding the best end of a page asks for the same texts again and again. */
function remembering(ruler: Ruler): Ruler {
  const known = new Map<string, readonly number[]>();
  return {
    ...ruler,
    lines: (text, width, fontSize) => {
      const key = `${fontSize} ${width} ${text}`;
      const lines = known.get(key) ?? ruler.lines(text, width, fontSize);
      known.set(key, lines);
      return lines;
    },
  };
}

/** The parts of each table between two strips of all tables; null for tables that lie outside. */
function sliceAll(parts: readonly Part[], from: number, to: number): readonly (Slice | null)[] {
  let begin = 0;
  return parts.map(({ source, whole }) => {
    const strips = stripsOf(source);
    const [first, last] = [Math.max(from - begin, 0), Math.min(to - begin, strips)];
    begin += strips;
    if (first >= last) return null;
    return last - first === strips ? whole : slice(source, first, last);
  });
}

/** A table, and the whole of it as it stands on a page that has room for it. */
interface Part {
  readonly source: Cuttable;
  readonly whole: Slice;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function pageEnds(parts: readonly Part[], room: number): readonly Span[] {
  const total = parts.reduce((sum, part) => sum + stripsOf(part.source), 0);
  const costs = endCosts(parts);
  const pages: Span[] = [];
  for (let from = 0; from < total || pages.length === 0; ) {
    const to = pageEnd({ parts, room, costs, from, total });
    pages.push({ from, to });
    from = to;
  }
  return pages;
}

interface PageStart {
  readonly parts: readonly Part[];
  readonly room: number;
  readonly costs: readonly number[];
  readonly from: number;
  readonly total: number;
}

/** Where the page that begins at `from` ends: everything that fits, or less where that ends better. */
function pageEnd({ parts, room, costs, from, total }: PageStart): number {
  const used = (to: number) => sliceAll(parts, from, to).reduce((sum, each) => sum + (each?.height ?? 0), 0);
  let [fits, over] = [Math.min(from + 1, total), total + 1];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (used(middle) <= room) fits = middle;
    else over = middle;
  }
  if (fits === total) return total;
  let best = { to: fits, cost: Number.POSITIVE_INFINITY };
  for (let to = fits; to > from; to -= 1) {
    const empty = 1 - used(to) / room;
    if (empty > SLACK && best.cost < Number.POSITIVE_INFINITY) break;
    const cost = empty * 100 + (costs[to] ?? 0);
    if (cost < best.cost) best = { to, cost };
  }
  return best.to;
}

/** A line of its own, without frame. */
export function isCaption({ rows }: Pick<PrintTable, 'rows'>): boolean {
  return rows.every(({ cells }) => cells.every(({ style }) => style === 'caption'));
}

/** For each strip of all tables, what it costs to end a page before it. */
function endCosts(parts: readonly Part[]): readonly number[] {
  return parts.flatMap(({ source: part }) => {
    const heads = part.table.headRows.length;
    return part.starts.slice(0, -1).flatMap((start, row) => {
      const strips = (part.starts[row + 1] ?? start) - start;
      const crossing = part.spots.filter(
        (spot) =>
          spot.rowSpan > 1 && spot.row < heads + row && spot.row + spot.rowSpan > heads + row && spot.row >= heads,
      );
      const loneRow = row === 1 && heads > 0 ? COST.loneRow : 0;
      const before = (isCaption(part.table) ? COST.caption : 0) + crossing.length * COST.label + loneRow;
      const within = Array.from({ length: strips - 1 }, (_, at) => {
        const lone = at === 0 || at === strips - 2;
        return COST.text + (lone ? COST.loneLine : 0);
      });
      return [before, ...within];
    });
  });
}
