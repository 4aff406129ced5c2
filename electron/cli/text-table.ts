/** A computed table as aligned text for a terminal. */
import type { HeadCell, TableModel } from '../../shared/tables/model.ts';
import { textWidth } from '../../shared/tables/text-width.ts';

const GAP = '  ';
const INDENT = '  ';
/** Names longer than this are not padded to, so that one long name does not push the figures out of sight. */
const WIDEST_NAME = 60;

/** Terminals draw “ and ① one column wide, unlike print. */
const width = (text: string) => textWidth(text, 1);

/** Title, unit, heads and rows; amounts to the right, labels to the left. Ends without a line feed. */
export function tableText(model: TableModel): string {
  const cells = model.rows.map((row) =>
    row.cells.map((cell) => (cell.kind === 'key' ? INDENT.repeat(cell.indent) + cell.text : cell.text)),
  );
  const widths = model.columns.map((column, index) => {
    const own = model.heads.filter((head) => head.column === index && head.columnSpan === 1).map((head) => head.text);
    const texts = cells
      .map((row) => row[index] ?? '')
      .filter((text) => column.kind === 'amount' || width(text) <= WIDEST_NAME);
    return Math.max(...[...own, ...texts, ''].map(width));
  });
  const lines = [
    `${model.formLabel}  ${model.title}`,
    `单位名称：${model.unitName}  ${model.unitText}`,
    ...Array.from({ length: model.headRows }, (_, row) => headLine(model, row, widths)),
    widths.map((each) => '-'.repeat(each)).join(GAP),
    ...cells.map((row) =>
      row.map((text, index) => pad(text, widths[index] ?? 0, model.columns[index]?.align)).join(GAP),
    ),
    ...(model.note === null ? [] : [model.note]),
  ];
  return lines.map((line) => line.trimEnd()).join('\n');
}

function headLine(model: TableModel, row: number, widths: readonly number[]): string {
  const parts: string[] = [];
  for (let column = 0; column < model.columns.length; ) {
    const head: HeadCell | undefined = model.heads.find((each) => each.row === row && each.column === column);
    const span = head?.columnSpan ?? 1;
    const room = widths.slice(column, column + span).reduce((sum, each) => sum + each + GAP.length, -GAP.length);
    parts.push(pad(head?.text ?? '', room, span > 1 ? 'center' : model.columns[column]?.align));
    column += span;
  }
  return parts.join(GAP);
}

function pad(text: string, room: number, align: 'left' | 'center' | 'right' = 'left'): string {
  const free = Math.max(0, room - width(text));
  if (align === 'right') return ' '.repeat(free) + text;
  const left = align === 'center' ? Math.floor(free / 2) : 0;
  return ' '.repeat(left) + text + ' '.repeat(free - left);
}
