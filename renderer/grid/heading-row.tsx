/** One part of the heading of a group: its name, how many rows it has, and the sums of their amounts in their columns. */
import { memo } from 'react';
import { showCell } from '../../shared/intake/show-cell.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { GridRow } from './compose-row.ts';
import { fits } from './fits.ts';
import { type Part, type PartColumns, partProps } from './row-parts.ts';

interface HeadingRowProps extends PartColumns {
  readonly part: Part;
  readonly row: GridRow;
  readonly index: number;
  readonly lookup: CellLookup;
  /** First and last selected column, or -1. */
  readonly from: number;
  readonly to: number;
  /** The active column, or -1. */
  readonly active: number;
  readonly slot: string;
}

export const HeadingRow = memo(function HeadingRow(props: HeadingRowProps) {
  const { part, row, index, columns, first, rooms, lookup, from, to, active, slot } = props;
  const { label, rows, collapsed } = row.heading ?? { label: '', rows: 0, collapsed: false };
  return (
    <div {...partProps(part, slot, index, 'grid-row is-heading')}>
      {part === 'frozen' ? (
        <div
          role="rowheader"
          aria-expanded={!collapsed}
          className={from >= 0 ? 'grid-number is-selected' : 'grid-number'}
          title={collapsed ? '展开（空格）' : '收起（空格）'}
          data-column={-1}
        >
          {collapsed ? '▸' : '▾'}
        </div>
      ) : null}
      {columns.map((column, at) => {
        const place = first + at;
        const sum = row.values[column.key] ?? null;
        const text = sum === null ? '' : showCell(column.field, sum, lookup);
        const names = ['grid-cell'];
        if (sum !== null) names.push('is-number');
        if (!fits(text, rooms[at] ?? 0)) names.push('is-long');
        if (place >= from && place <= to && from >= 0) names.push('is-selected');
        if (place === active) names.push('is-active');
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={place + 2}
            aria-selected={place >= from && place <= to}
            aria-readonly="true"
            className={names.join(' ')}
            data-column={place}
          >
            {place === 0 ? (
              <span className="grid-heading-label" title={label}>
                {label}
                <small>{rows} 行</small>
              </span>
            ) : (
              text
            )}
          </div>
        );
      })}
    </div>
  );
});
