/** What a rule on printed tables is: it looks at the paper itself, where cross-checks compare its figures. */
import type { CodeBook } from '../../codes/code-book.ts';
import type { Leaf } from '../../tables/layout.ts';
import type { RowSource } from '../../tables/spec.ts';
import type { Location, Severity } from '../finding.ts';
import type { TableSource } from '../table-source.ts';
import type { KnownTable, KnownTables } from './known-tables.ts';
import type { PrintedDocument } from './printed-table.ts';

export interface PrintedView {
  readonly document: PrintedDocument;
  readonly tables: KnownTables;
  readonly source: TableSource;
  readonly codes: CodeBook;
}

export interface Slip {
  readonly message: string;
  readonly location: Location;
}

export interface PrintedRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly basis: string;
  /** In the order of the document. */
  readonly find: (view: PrintedView) => readonly Slip[];
}

/** One side of a table with its rows known by key, for rules that look at rows one by one. */
export interface SideView {
  readonly table: KnownTable;
  readonly block: number;
  readonly sources: readonly RowSource[];
  readonly keys: readonly (string | null)[];
  /** `表3“212 城乡社区支出”` */
  readonly name: (key: string) => string;
  /** A figure of a row; without path the row's first. */
  readonly at: (key: string, path?: string) => Location;
}

export function sidesOf({ tables, source }: PrintedView): readonly SideView[] {
  return [...tables.values()].flatMap((table) =>
    table.spec.blocks.map((spec, block): SideView => {
      const { no } = table.spec;
      const cellAt = (key: string, path?: string): Location => {
        const isMeant = (leaf: Leaf) =>
          leaf.block === block && leaf.kind === 'amount' && leaf.path === (path ?? leaf.path);
        return { kind: 'cell', cell: { table: no, block, row: key, column: table.layout.leaves.findIndex(isMeant) } };
      };
      return {
        table,
        block,
        sources: spec.sections.flat(),
        keys: table.sides[block]?.keys ?? [],
        name: (key) => `表${no}“${source.label(no, block, key.replace(/#[0-9]+$/, ''))}”`,
        at: cellAt,
      };
    }),
  );
}

/** Texts of the printed columns that hold figures, with where they stand. */
export function figuresOf(
  side: SideView,
): readonly { readonly key: string; readonly text: string; readonly path: string }[] {
  const { table, block, keys } = side;
  const paths = table.layout.leaves.filter((leaf) => leaf.block === block && leaf.kind === 'amount');
  return keys.flatMap((key, row) =>
    key === null
      ? []
      : paths.map(({ path }) => {
          const column = table.sides[block]?.columnAt.get(path) ?? -1;
          return { key, path, text: table.printed.rows[row]?.[column] ?? '' };
        }),
  );
}
