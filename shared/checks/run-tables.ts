/** The one interpreter of cross-checks between tables. */
import { amountsSentence } from '../money/amount-sentence.ts';
import { filled } from './filled-message.ts';
import type { Finding } from './finding.ts';
import type { TableSource } from './table-source.ts';
import type { Amount, CellOf, RowsOf, TableCheck } from './table-spec.ts';
import { childrenByRow, codeOf } from './tree.ts';

/** The row and column a repeated check is at. */
interface Place {
  readonly table: number;
  readonly block: number;
  readonly row: string;
  readonly column: string;
}

interface Value {
  readonly amount: number;
  /** Twice what rounding may have made of it, in 分: a step for every figure that is rounded. A blank is nil exactly. */
  readonly slack: number;
}

/** More cells of one comparison than anybody looks at. */
const MOST_CELLS = 60;

/** Thrown inside the interpreter: a reference finds no figure. */
class NothingThere extends Error {}

/**
 * @returns a finding for every comparison that does not hold, at the first cell of its left side. Where figures are
 *   rounded, a difference that rounding explains is advice (尾差). A reference that finds nothing is an error finding.
 */
export function runTableChecks(checks: readonly TableCheck[], source: TableSource): readonly Finding[] {
  return checks.flatMap(tableComparer(source));
}

/** Makes one check at a time on the same tables; what several look up is looked up once. */
export function tableComparer(source: TableSource): (check: TableCheck) => readonly Finding[] {
  const children = memo((side: string) => {
    const [table = 0, block = 0] = side.split('|').map((part) => Number.parseInt(part, 10));
    return childrenByRow(source.rows(table, block));
  });
  return (check) => new Run(check, source, children).findings();
}

class Run {
  private readonly check: TableCheck;
  private readonly source: TableSource;
  private readonly children: (side: string) => ReadonlyMap<string, readonly string[]>;

  constructor(
    check: TableCheck,
    source: TableSource,
    children: (side: string) => ReadonlyMap<string, readonly string[]>,
  ) {
    this.check = check;
    this.source = source;
    this.children = children;
  }

  findings(): readonly Finding[] {
    return this.places().flatMap((place) => {
      try {
        return this.at(place) ?? [];
      } catch (error) {
        if (error instanceof NothingThere) return [this.nothingThere(error.message, place)];
        throw error;
      }
    });
  }

  private places(): readonly (Place | null)[] {
    const { each } = this.check;
    if (each === undefined) return [null];
    const { table, block = 0, columns } = each;
    return this.rows(table, block, each.rows, null).flatMap((row) =>
      columns.map((column) => ({ table, block, row, column })),
    );
  }

  private at(place: Place | null): Finding | null {
    const { check, source } = this;
    if (check.onlyIfNil !== undefined && this.value(check.onlyIfNil, place).amount !== 0) return null;
    const left = this.value(check.left, place);
    const right = this.value(check.right, place);
    const difference = left.amount - right.amount;
    const excess = { '=': Math.abs(difference), '<=': difference, '>=': -difference }[check.op];
    if (excess <= 0) return null;
    const explained = excess * 2 <= left.slack + right.slack;
    const said = amountsSentence(left.amount, right.amount);
    const message = filled(check.message, {
      left: said(left.amount),
      right: said(right.amount),
      diff: said(Math.abs(difference)),
      table: place === null ? '' : `表${place.table}`,
      row: place === null ? '' : source.label(place.table, place.block, place.row),
      column: place === null ? '' : (place.column.split('/').at(-1) ?? '').replace('{year}年', ''),
    });
    return {
      ruleId: check.id,
      severity: explained ? 'advice' : check.severity,
      message: explained ? `${message}差额不超过四舍五入能造成的尾差。` : message,
      basis: check.basis,
      location: this.location(place),
      ...(explained ? { rounding: true } : {}),
    };
  }

  private value(amount: Amount, place: Place | null): Value {
    if ('cell' in amount) return this.cell(amount.cell, place);
    if ('sum' in amount) return total(amount.sum.map((part) => this.value(part, place)));
    if ('minus' in amount) {
      const [left, right] = amount.minus.map((part) => this.value(part, place));
      if (left === undefined || right === undefined) throw new TypeError('minus takes two amounts');
      return { amount: left.amount - right.amount, slack: left.slack + right.slack };
    }
    const { table, block = 0, rows, column, mayBeNone } = amount.total;
    const keys = this.rows(table, block, rows, place);
    if (keys.length === 0 && !mayBeNone) throw new NothingThere(`表${table}${this.source.title(table)}的明细行`);
    return total(keys.map((row) => this.cell({ table, block: block as 0 | 1, row, column }, place)));
  }

  private cell({ table, block = 0, row, column }: CellOf, place: Place | null): Value {
    const key = rowKey(row, place);
    const path = column === '@' ? (place?.column ?? '') : column;
    const amount = this.source.amount(table, block, key, path);
    if (amount === null)
      throw new NothingThere(
        `表${table}${this.source.title(table)}的“${this.rowName(table, block, key)}”行“${path}”栏`,
      );
    const step = this.source.step(table);
    return { amount, slack: step > 1 && amount !== 0 ? step : 0 };
  }

  private rowName(table: number, block: number, key: string): string {
    return this.source.label(table, block, key) || key;
  }

  private rows(table: number, block: number, rows: RowsOf, place: Place | null): readonly string[] {
    const all = this.source.rows(table, block);
    if (rows === 'all') return all;
    const children = this.children(`${table}|${block}`);
    if (rows === 'same') return place !== null && this.source.has(table, block, place.row) ? [place.row] : [];
    if (rows === 'parents') return all.filter((key) => children.has(key));
    if (rows === 'children') return children.get(place?.row ?? '') ?? [];
    if ('keys' in rows) return rows.keys;
    if ('startsWith' in rows) return all.filter((key) => key.startsWith(rows.startsWith));
    return all.filter((key) => key.startsWith(`${rows.tree}:`) && codeOf(key)?.length === rows.digits);
  }

  private location(place: Place | null): Finding['location'] {
    const { check, source } = this;
    const refs = [check.left, check.right]
      .flatMap((side) => this.cellsOf(side, place))
      .flatMap(({ table, block = 0, row, column }) => source.ref(table, block, row, column) ?? []);
    const [cell, ...others] = refs;
    return cell === undefined ? { kind: 'budget' } : { kind: 'cell', cell, with: others.slice(0, MOST_CELLS) };
  }

  /** The cells an amount is made of, with `@` resolved. */
  private cellsOf(amount: Amount, place: Place | null): readonly CellOf[] {
    if ('cell' in amount) {
      const { row, column, ...rest } = amount.cell;
      return [{ ...rest, row: rowKey(row, place), column: column === '@' ? (place?.column ?? '') : column }];
    }
    if ('total' in amount) {
      const { table, block = 0, rows, column } = amount.total;
      return this.rows(table, block, rows, place).flatMap((row) =>
        this.cellsOf({ cell: { table, block, row, column } }, place),
      );
    }
    return ('sum' in amount ? amount.sum : amount.minus).flatMap((part) => this.cellsOf(part, place));
  }

  private nothingThere(what: string, place: Place | null): Finding {
    const { id, title, basis } = this.check;
    const message = `无法核对“${title}”：找不到${what}。`;
    return { ruleId: id, severity: 'error', message, basis, location: this.location(place), unmade: true };
  }
}

function rowKey(row: string, place: Place | null): string {
  if (row === '@') return place?.row ?? '';
  if (!row.endsWith('@')) return row;
  return `${row.slice(0, -1)}:${codeOf(place?.row ?? '') ?? ''}`;
}

function total(values: readonly Value[]): Value {
  return values.reduce((sum, { amount, slack }) => ({ amount: sum.amount + amount, slack: sum.slack + slack }), {
    amount: 0,
    slack: 0,
  });
}

function memo<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const ready = made.get(key) ?? make(key);
    made.set(key, ready);
    return ready;
  };
}
