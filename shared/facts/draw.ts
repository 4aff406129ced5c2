/** From sums to a TableModel: rows of all blocks side by side, labels and printed figures. */
import { fen } from '../money/fen.ts';
import { formatWanCell } from '../money/format.ts';
import type { Leaf } from '../tables/layout.ts';
import type { TableCell, TableModel, TableRow } from '../tables/model.ts';
import { type Directory, labelRow, type RowLabel } from './rows.ts';
import type { Tally, TallyBlock, TallyRow, TallySource, TallyTable } from './tally.ts';

interface BlockRow {
  readonly row: TallyRow;
  readonly label: RowLabel;
  /** A fixed row without figures prints blanks. */
  readonly figures: boolean;
}

const bySort = (left: TallyRow, right: TallyRow) => (left.sort < right.sort ? -1 : left.sort > right.sort ? 1 : 0);

function rowsOfSource(source: TallySource, block: TallyBlock, tally: Tally, directory: Directory): readonly BlockRow[] {
  return [...source.rows.values()]
    .filter((row) => tally.shown(row))
    .sort(bySort)
    .map((row, index) => ({
      row,
      label: labelRow(source.spec, row.key, index + 1, directory, block.spec),
      figures: source.spec.kind !== 'fixed' || source.spec.where !== null,
    }));
}

function keyCell(leaf: Leaf, label: RowLabel): TableCell {
  const text = { code: label.code, name: label.name, govName: label.govName, label: label.label }[leaf.show ?? 'label'];
  const indented = leaf.show === 'label' || leaf.show === 'name';
  return {
    kind: 'key',
    text,
    indent: indented ? label.indent : 0,
    ...(label.unlisted && indented ? { unlisted: true as const } : {}),
  };
}

function drawRow(table: TallyTable, sides: readonly (BlockRow | undefined)[], tally: Tally): TableRow {
  const cells = table.layout.leaves.map((leaf, column): TableCell => {
    const side = sides[leaf.block];
    if (leaf.kind === 'key')
      return side === undefined ? { kind: 'key', text: '', indent: 0 } : keyCell(leaf, side.label);
    if (side === undefined || !side.figures) return { kind: 'amount', text: '', fen: null };
    const offset = table.blocks[leaf.block]?.amounts.indexOf(column) ?? -1;
    const amount = fen(tally.sum(side.row.base + offset));
    return { kind: 'amount', text: formatWanCell(amount), fen: amount };
  });
  return {
    keys: sides.map((side) => side?.row.key ?? null),
    bold: sides.some((side) => side?.label.bold === true),
    cells,
  };
}

/** Draws one table. `unitName` is printed above it. */
export function drawTable(table: TallyTable, tally: Tally, directory: Directory): TableModel {
  const { spec, layout, blocks } = table;
  const sections = Math.max(...blocks.map((block) => block.sections.length));
  const rows: TableRow[] = [];
  let filled = false;
  for (let section = 0; section < sections; section++) {
    const sides = blocks.map((block) =>
      (block.sections[section] ?? []).flatMap((source) => rowsOfSource(source, block, tally, directory)),
    );
    filled ||= sides.some((side) => side.some(({ row }) => tally.hasLines(row)));
    const length = Math.max(...sides.map((side) => side.length));
    for (let index = 0; index < length; index++) {
      rows.push(
        drawRow(
          table,
          sides.map((side) => side[index]),
          tally,
        ),
      );
    }
  }
  return {
    no: spec.no,
    title: layout.title,
    shortTitle: spec.shortTitle,
    formLabel: `预算公开表${spec.no}`,
    unitName: directory.context.unitName,
    unitText: '单位：万元',
    heads: layout.heads,
    headRows: layout.headRows,
    columns: layout.leaves.map(({ path, block, kind, align, width }) => ({ path, block, kind, align, width })),
    columnNumbers: spec.columnNumbers === true,
    rows,
    note: filled ? null : spec.whenEmpty,
    page: spec.page,
  };
}
