/** What a published table may leave out when it is nil: columns of funds, fixed rows, classes. */
import type { CodeBook } from '../codes/code-book.ts';
import { ZERO_FEN } from '../money/fen.ts';
import type { TableSpec } from '../tables/spec.ts';
import type { FoundTable } from './found.ts';
import { FIXED_ROWS } from './row-words.ts';
import type { Slot } from './slots.ts';

/** Concepts without which a table is no table. */
const NEEDED: readonly Slot['concept'][] = ['total', 'basic', 'project', 'personnel', 'operating'];

/** Columns that the table was published without. A column with figures that was not recognised may be one of them. */
export function lackingSlots({ slots, columns, segment, figures }: FoundTable): ReadonlySet<string> {
  if (figures.size === 0 || unknownColumns({ segment, columns }).length > 0) return new Set();
  const used = new Set(columns.map(({ slot }) => slot));
  const lacking = slots.filter(
    ({ id, kind, concept }) => kind === 'amount' && !used.has(id) && !NEEDED.includes(concept),
  );
  return new Set(lacking.map(({ id }) => id));
}

/** Funds as columns: where a table prints none of them, it says nothing of any. */
const FUNDS: readonly Slot['concept'][] = ['general', 'fund', 'capital', 'account', 'own'];

/** Columns that a table lacks of which nothing is said: it was published with its totals only, or fund by fund in rows. */
export function unsaidSlots({ slots, columns }: Pick<FoundTable, 'slots' | 'columns'>): ReadonlySet<string> {
  const used = new Set(columns.map(({ slot }) => slot));
  const funds = slots.filter(({ concept }) => FUNDS.includes(concept));
  return new Set(funds.some(({ id }) => used.has(id)) ? [] : funds.map(({ id }) => id));
}

/** Columns with figures below a head, of which nothing is known. */
export function unknownColumns({ segment, columns }: Pick<FoundTable, 'segment' | 'columns'>): readonly number[] {
  const used = new Set(columns.map(({ column }) => column));
  const found = new Set<number>();
  for (const { cells } of segment.body) {
    for (const { column, cell } of cells) {
      if (cell.kind === 'number' && !used.has(column) && !isPlain(cell.text)) found.add(column);
    }
  }
  return [...found].sort((left, right) => left - right);
}

/** Ordinals and the like: whole numbers of few digits. */
const isPlain = (text: string): boolean => /^\d{1,4}$/.test(text);

export interface LeftOut {
  readonly block: number;
  readonly key: string;
  readonly label: string;
}

/** Rows that the table was published without. @param there rows that it has, as `side|key` */
export function leftOutRows(
  spec: TableSpec,
  table: FoundTable,
  there: ReadonlySet<string>,
  codes: CodeBook,
): readonly LeftOut[] {
  const empty = isEmpty(table);
  return spec.blocks.flatMap((block, index): readonly LeftOut[] => {
    if (![...there].some((key) => key.startsWith(`${index}|`)) && !empty) return [];
    const words = FIXED_ROWS[`${spec.no}|${index}`];
    const fixed = (words ?? [])
      .filter(({ mayLack }) => mayLack === true || empty)
      .map(({ key, words: [label = key] }) => ({ block: index, key, label }));
    const hasClasses = block.sections.flat().some(({ kind }) => kind === 'classes');
    const classes = hasClasses
      ? codes.classes.map(({ code, name }) => ({ block: index, key: `class:${code}`, label: name }))
      : [];
    const total = words === undefined && empty ? [{ block: index, key: 'total', label: '合计' }] : [];
    return [...fixed, ...classes, ...total].filter(({ key }) => !there.has(`${index}|${key}`));
  });
}

/** A table without any figure, which may be published as its heads and a remark. */
function isEmpty({ figures }: FoundTable): boolean {
  return [...figures.values()].every(({ fen }) => fen === ZERO_FEN);
}
