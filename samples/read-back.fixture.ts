/** What was read of a workbook beside what was printed, in one form. */

import { figureKey } from '../shared/foreign/found.ts';
import type { Recognition } from '../shared/foreign/recognise.ts';
import { formatWanCell } from '../shared/money/format.ts';
import type { PublishedTable } from './published-workbook.fixture.ts';

/** By table: `side label | figures in 万元`, row by row, the left side first. */
type Printed = Readonly<Record<number, readonly string[]>>;

export function readBack({ tables }: Recognition): Printed {
  return Object.fromEntries(
    tables
      .filter(({ isDouble }) => !isDouble)
      .sort((left, right) => left.no - right.no)
      .map(({ no, rows, slots, figures }) => [
        no,
        rows.flatMap(({ block, outcome }) => {
          if (outcome.kind !== 'row') return [];
          const amounts = slots
            .filter((slot) => slot.block === block && slot.kind === 'amount')
            .map(({ id }) => {
              const figure = figures.get(figureKey(block, outcome.key, id));
              return figure === undefined ? '?' : figure.fen === null ? '!' : formatWanCell(figure.fen);
            });
          return [`${block} ${outcome.label} | ${amounts.join(' | ')}`];
        }),
      ]),
  );
}

/** The document itself in that form; its one row that is printed twice (S-1) once. */
export function asPrinted(tables: readonly PublishedTable[]): Printed {
  return Object.fromEntries(
    tables.map(({ no, rows, columns, key_columns }) => {
      const firstOf = (path: string) => path.split('/')[0];
      const twoSided = [1, 4, 9].includes(no);
      const sides = twoSided ? [...new Set(columns.map(firstOf))] : [null];
      const inSide = (path: string, side: string | null | undefined) => side === null || firstOf(path) === side;
      const lines = sides.flatMap((side, block) =>
        rows.flatMap(({ row, keys, cells }) => {
          const labels = key_columns
            .filter((path) => inSide(path, side) && !path.startsWith('政府预算'))
            .map((path) => keys[path] ?? '')
            .filter((text) => text !== '');
          // The right side of table 9 prints no name for its total.
          if (no === 9 && block === 1 && row === 1) labels.push('合计');
          if (labels.length === 0 || (no === 13 && row === 2)) return [];
          const amounts = columns.filter((path) => path in cells && inSide(path, side)).map((path) => cells[path]);
          return [`${block} ${labels.join(' ')} | ${amounts.join(' | ')}`];
        }),
      );
      return [no, lines];
    }),
  );
}
