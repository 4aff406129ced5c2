/** Changing how a grid's rows are looked at, by the menu of a column or the bar above, while the user stays where he is. */
import { type ReactNode, type RefObject, useState } from 'react';
import type { CellLookup } from '../../../shared/intake/values.ts';
import { notify } from '../../ui/toasts.tsx';
import type { GridColumn } from '../column.ts';
import { at, type Selection } from '../selection.ts';
import type { GridSession } from '../session.ts';
import { keyOf } from '../view.ts';
import type { Arrangement } from './arrangement.ts';
import { rawOf } from './cell-content.ts';
import { ColumnMenu } from './column-menu.tsx';

interface Options {
  readonly session: GridSession;
  readonly columns: readonly GridColumn[];
  readonly lookup: CellLookup;
  readonly selected: RefObject<Selection>;
  readonly select: (selection: Selection) => void;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly widen: (column: number, by: number) => void;
  /** Makes a column as wide as what it shows. */
  readonly fit: (column: number) => void;
  /** Takes what is being typed along before rows change places. */
  readonly commit: () => void;
}

export interface Arranging {
  readonly arrange: (arrangement: Arrangement) => void;
  /** Goes to a stored row and shows it if it was hidden. */
  readonly goTo: (id: number, field: string | null) => void;
  readonly openMenu: (column: number) => void;
  readonly menu: ReactNode;
}

export function useArranging(options: Options): Arranging {
  const { session, columns, lookup, selected, select } = options;
  const [opened, setOpened] = useState<{ readonly column: number; readonly anchor: DOMRect } | null>(null);

  const arrange = (next: Arrangement) => {
    options.commit();
    const before = selected.current;
    const key = session.keyAt(before.active.row);
    session.arrange(next, columns, lookup).then(() => {
      // Somebody who has gone elsewhere in the meantime stays there.
      if (selected.current !== before) return;
      select(at(Math.max(0, session.indexOf(key)), before.active.column));
    });
  };

  const goTo = async (id: number, field: string | null) => {
    if (await session.reveal(id, columns, lookup)) notify('要找的行被筛选隐藏了，已取消筛选。');
    const row = session.indexOf(keyOf(id));
    const column = columns.findIndex((each) => each.key === field);
    if (row >= 0) select(at(row, Math.max(0, column)));
  };

  const openMenu = (column: number) => {
    options.commit();
    const head = options.scroller.current?.querySelector(`[data-head="${column}"]`);
    if (!head) return;
    head.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    setOpened({ column, anchor: head.getBoundingClientRect() });
  };

  const column = opened === null ? undefined : columns[opened.column];
  const menu =
    opened === null || column === undefined ? null : (
      <ColumnMenu
        session={session}
        column={column}
        columns={columns}
        lookup={lookup}
        current={currentIn(session, column, opened.column, selected.current)}
        anchor={opened.anchor}
        onArrange={arrange}
        onWiden={(by) => options.widen(opened.column, by)}
        onFit={() => options.fit(opened.column)}
        onClose={() => setOpened(null)}
      />
    );
  return { arrange, goTo, openMenu, menu };
}

/** What the active cell holds where it stands in a column. */
function currentIn(session: GridSession, column: GridColumn, place: number, { active }: Selection) {
  const row = session.rowAt(active.row);
  if (active.column !== place || row.id === null) return undefined;
  return rawOf(column, row.id, row.values);
}
