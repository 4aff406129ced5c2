/**
 * Ways to break a published document. Each mutant is one change that makes the tables contradict themselves, each other
 * or the forms. Changes that leave 13 tables without contradiction are no mutants: which of two projects has which
 * amount, or which of two economic items below one class, no other table says.
 */
import type { CodeBook } from '../../codes/code-book.ts';
import { groupedBy } from '../../shape/grouped-by.ts';
import { layoutTable } from '../../tables/layout.ts';
import type { CellRef } from '../../tables/model.ts';
import type { Finding } from '../finding.ts';
import { checkPrinted } from './check-printed.ts';
import { type KnownTable, type KnownTables, knownTables } from './known-tables.ts';
import type { PrintedDocument, PrintedTable } from './printed-table.ts';

export interface Mutant {
  readonly way: string;
  readonly table: number;
  /** The figure that was changed, where one was. */
  readonly cell: CellRef | null;
  /** Row keys that were touched. */
  readonly rows: readonly string[];
  readonly document: PrintedDocument;
}

interface Figure {
  readonly row: number;
  readonly column: number;
  readonly key: string;
  readonly block: number;
  readonly text: string;
  readonly ref: CellRef;
}

type Rows = PrintedTable['rows'];

/** Every mutant of a document, table by table. `tables` are the unbroken document's. */
function mutantsOf(document: PrintedDocument, tables: KnownTables): readonly Mutant[] {
  return [...tables.values()].flatMap((table) => [
    ...figureMutants(document, table),
    ...rowMutants(document, table),
    ...columnMutants(document, table),
    ...tableMutants(document, table),
  ]);
}

function withTable(document: PrintedDocument, no: number, changed: Partial<PrintedTable>): PrintedDocument {
  return { ...document, tables: document.tables.map((table) => (table.no === no ? { ...table, ...changed } : table)) };
}

function withCells(rows: Rows, cells: readonly (readonly [number, number, string])[]): Rows {
  const next = rows.map((row) => [...row]);
  for (const [row, column, text] of cells) {
    const line = next[row];
    if (line !== undefined) line[column] = text;
  }
  return next;
}

function figures({ spec, layout, printed, sides }: KnownTable): readonly Figure[] {
  return layout.leaves.flatMap((leaf, index) => {
    const side = sides[leaf.block];
    const column = side?.columnAt.get(leaf.path);
    if (leaf.kind !== 'amount' || side === undefined || column === undefined) return [];
    return side.keys.flatMap((key, row): readonly Figure[] =>
      key === null
        ? []
        : [
            {
              row,
              column,
              key,
              block: leaf.block,
              text: printed.rows[row]?.[column] ?? '',
              ref: { table: spec.no, block: leaf.block, row: key, column: index },
            },
          ],
    );
  });
}

/** Hundredths of a 万元. */
const hundredths = (text: string) => Number.parseInt(text.replace('.', ''), 10); // exact: two decimals, as printed
const shown = (value: number) =>
  `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`;

/** What each way makes of a printed figure; the same text means that the way does not apply. */
const FIGURE_WAYS: Readonly<Record<string, (text: string) => string>> = {
  'a figure 0.01 more': (text) => shown(hundredths(text) + 1),
  'a figure 0.01 less': (text) => shown(hundredths(text) - 1),
  'a figure 1.00 more': (text) => shown(hundredths(text) + 100),
  'a figure with a digit too many': (text) => (text.startsWith('0') ? text : `${text.slice(0, 1)}${text}`),
  'a figure without its first digit': (text) => (/^[0-9]{2}/.test(text) ? text.slice(1) : text),
  'a figure with two digits swapped': (text) => text.replace(/^([0-9])([0-9])/, '$2$1'),
  'a figure with its sign turned': (text) => `-${text}`,
  'a figure dropped': () => '',
  'a figure in 元': (text) => `${text.replace('.', '')}00.00`,
  'words for a figure': () => '见附表',
};

function figureMutants(document: PrintedDocument, table: KnownTable): readonly Mutant[] {
  const { no } = table.spec;
  const { rows } = table.printed;
  const all = figures(table);
  const one = (way: string, { row, column, key, ref }: Figure, text: string): Mutant => ({
    way,
    table: no,
    cell: ref,
    rows: [key],
    document: withTable(document, no, { rows: withCells(rows, [[row, column, text]]) }),
  });
  const filled = all.filter(({ text }) => text !== '');
  const keysWithFigures = new Set(filled.map(({ key, block }) => `${block} ${key}`));
  return [
    ...Object.entries(FIGURE_WAYS).flatMap(([way, change]) =>
      filled.flatMap((figure) => (change(figure.text) === figure.text ? [] : [one(way, figure, change(figure.text))])),
    ),
    ...all
      .filter(({ text, key, block }) => text === '' && keysWithFigures.has(`${block} ${key}`))
      .map((figure) => one('a figure where there is none', figure, '1.00')),
  ];
}

/** Rows that follow an order of the form; units and projects stand as they come. */
const isOrdered = (key: string) => !/^(?:unit|project):/.test(key);

function rowMutants(document: PrintedDocument, table: KnownTable): readonly Mutant[] {
  const { no } = table.spec;
  const { rows } = table.printed;
  const mutant = (way: string, keys: readonly string[], changed: Rows): Mutant => ({
    way,
    table: no,
    cell: null,
    rows: keys,
    document: withTable(document, no, { rows: changed }),
  });
  return table.sides.flatMap((side, block) => {
    const columns = table.layout.leaves.flatMap((leaf) =>
      leaf.block === block ? [{ column: side.columnAt.get(leaf.path) ?? -1, isKey: leaf.kind === 'key' }] : [],
    );
    const cells = (from: number, to: number, which: 'all' | 'keys' | 'figures') =>
      columns
        .filter(({ isKey }) => which === 'all' || isKey === (which === 'keys'))
        .map(({ column }) => [to, column, rows[from]?.[column] ?? ''] as const);
    const texts = (row: number, which: 'keys' | 'figures') => cells(row, row, which).map(([, , text]) => text);
    const blank = (row: number) => columns.map(({ column }) => [row, column, ''] as const);
    const known = side.keys.flatMap((key, row) => (key === null ? [] : [{ key, row }]));
    return known.flatMap(({ key, row }, at) => {
      const next = known[at + 1];
      const hasFigures = texts(row, 'figures').some((text) => text !== '');
      const made: Mutant[] = [];
      const hasName = texts(row, 'keys').some((text) => text !== '');
      if (hasFigures || ((key.startsWith('class:') || key === 'total') && hasName)) {
        made.push(mutant('a row dropped', [key], withCells(rows, blank(row))));
      }
      if (hasFigures && table.sides.length === 1) {
        const twice = rows.flatMap((line, index) => (index === row ? [line, line] : [line]));
        if (isOrdered(key) || key.startsWith('unit:')) made.push(mutant('a row printed twice', [key], twice));
      }
      if (next === undefined || !isOrdered(key) || !isOrdered(next.key)) return made;
      const swap = (which: 'all' | 'keys') =>
        withCells(rows, [...cells(row, next.row, which), ...cells(next.row, row, which)]);
      made.push(mutant('two rows swapped', [key, next.key], swap('all')));
      if (texts(row, 'keys').join() !== texts(next.row, 'keys').join() && table.spec.no !== 6) {
        made.push(mutant('the names of two rows swapped', [key, next.key], swap('keys')));
      }
      return made;
    });
  });
}

function columnMutants(document: PrintedDocument, table: KnownTable): readonly Mutant[] {
  const { no } = table.spec;
  const { rows, columns } = table.printed;
  const amounts = table.layout.leaves.flatMap((leaf) =>
    leaf.kind === 'amount' ? [{ leaf, column: table.sides[leaf.block]?.columnAt.get(leaf.path) ?? -1 }] : [],
  );
  return amounts.flatMap(({ leaf, column }, at) => {
    const next = amounts[at + 1];
    const made: Mutant[] = [
      {
        way: 'a column dropped',
        table: no,
        cell: null,
        rows: [],
        document: withTable(document, no, {
          columns: columns.filter((_, index) => index !== column),
          rows: rows.map((row) => row.filter((_, index) => index !== column)),
        }),
      },
    ];
    if (next === undefined || next.leaf.block !== leaf.block) return made;
    const differ = rows.some((row) => row[column] !== row[next.column]);
    const swapped = rows.map((row) =>
      row.map((text, index) =>
        index === column ? (row[next.column] ?? '') : index === next.column ? (row[column] ?? '') : text,
      ),
    );
    if (differ) {
      made.push({
        way: 'the figures of two columns swapped',
        table: no,
        cell: null,
        rows: [],
        document: withTable(document, no, { rows: swapped }),
      });
    }
    return made;
  });
}

function tableMutants(document: PrintedDocument, table: KnownTable): readonly Mutant[] {
  const { spec, printed } = table;
  const { no } = spec;
  const one = (way: string, broken: PrintedDocument): Mutant => ({
    way,
    table: no,
    cell: null,
    rows: [],
    document: broken,
  });
  const change = (way: string, changed: Partial<PrintedTable>) => one(way, withTable(document, no, changed));
  const codes = table.sides.flatMap((side, block) => {
    const leaf = table.layout.leaves.find((each) => each.block === block && each.show === 'code');
    const column = side.columnAt.get(leaf?.path ?? '') ?? -1;
    return side.keys.flatMap((key, row) => (/^[fr]:/.test(key ?? '') ? [{ row, column, key: key ?? '' }] : []));
  });
  const isEmpty = printed.note !== null;
  const heads = layoutTable(spec, document.year + 1);
  return [
    one('a table missing', { ...document, tables: document.tables.filter((each) => each.no !== no) }),
    one('a table printed twice', { ...document, tables: [...document.tables, printed] }),
    isEmpty
      ? change('an empty table without its note', { note: null })
      : change('a full table noted as empty', { note: spec.whenEmpty }),
    change('the year of another budget', { head: [heads.title, ...printed.head.slice(1)] }),
    change('the name of another unit', { unitName: '另一个单位' }),
    ...(isEmpty
      ? []
      : [
          change('a whole table in 元', {
            rows: printed.rows.map((row) =>
              row.map((text) => (/^-?[0-9]+\.[0-9]{2}$/.test(text) ? `${text.replace('.', '')}00.00` : text)),
            ),
          }),
          change('a template remark left', { rows: withCells(printed.rows, [[0, 0, '（填写单位名称）']]) }),
        ]),
    ...codes.flatMap(({ row, column, key }) => {
      const code = printed.rows[row]?.[column] ?? '';
      const broken = (way: string, text: string): Mutant => ({
        ...change(way, { rows: withCells(printed.rows, [[row, column, text]]) }),
        rows: [key],
      });
      return [
        broken('a code with a digit missing', code.slice(0, -1)),
        broken('a code of another class', `${code.startsWith('2') ? '9' : '2'}${code.slice(1)}`),
      ];
    }),
  ];
}

interface Score {
  readonly way: string;
  readonly mutants: number;
  /** At least one finding that the unbroken document does not have names the right place. */
  readonly found: number;
}

/**
 * Checks every `step`-th mutant of each way.
 * @returns by way, and the mutants that nobody noticed
 */
export function scoreOf(
  document: PrintedDocument,
  codes: CodeBook,
  step = 1,
): { readonly scores: readonly Score[]; readonly survivors: readonly Mutant[] } {
  const before = new Set(checkPrinted(document, codes).map(textOf));
  const survivors: Mutant[] = [];
  const scores = [...groupedBy(mutantsOf(document, knownTables(document, codes)), ({ way }) => way)].map(
    ([way, all]): Score => {
      const mutants = all.filter((_, at) => at % step === 0);
      const missed = mutants.filter((mutant) => {
        const fresh = checkPrinted(mutant.document, codes).filter((one) => !before.has(textOf(one)));
        return !fresh.some((finding) => namesPlace(finding, mutant));
      });
      survivors.push(...missed);
      return { way, mutants: mutants.length, found: mutants.length - missed.length };
    },
  );
  return { scores, survivors };
}

const textOf = ({ ruleId, message }: Finding) => `${ruleId} ${message}`;

/** A changed figure must be among the compared cells; a changed row or table must be named. */
function namesPlace({ location, message }: Finding, { cell, rows, table }: Mutant): boolean {
  const named = location.kind === 'cell' ? [location.cell, ...(location.with ?? [])] : [];
  const inTable = named.filter((one) => one.table === table);
  if (cell !== null) return inTable.some(({ block, row, column }) => isSame({ block, row, column }, cell));
  const isWhole = location.kind === 'table' && location.table === table;
  if (rows.length === 0 || isWhole) return isWhole || inTable.length > 0;
  return inTable.some(({ row }) => rows.some((key) => row.startsWith(key))) || message.includes(`表${table}“`);
}

const isSame = (one: Omit<CellRef, 'table'>, other: CellRef) =>
  one.block === other.block && one.row === other.row && one.column === other.column;
