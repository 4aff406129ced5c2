/** The menu of a column: what it means, and how its content sorts, filters and groups the rows. */
import { useEffect, useId, useMemo, useRef } from 'react';
import type { CellLookup, CellValue } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';
import { closingProps } from '../menu-closing.ts';
import type { GridSession } from '../session.ts';
import { type Arrangement, isStoredOrder, STORED_ORDER, withFilter } from './arrangement.ts';
import { FilterForm } from './filter-form.tsx';
import { groupChoices } from './grouping.ts';
import { listValues } from './list-values.ts';
import { directions, titleOf } from './words.ts';

interface ColumnMenuProps {
  readonly session: GridSession;
  readonly column: GridColumn;
  readonly columns: readonly GridColumn[];
  readonly lookup: CellLookup;
  /** The active cell's value where it stands in this column; undefined where it does not. */
  readonly current: CellValue | undefined;
  /** The column's head, in window coordinates. */
  readonly anchor: DOMRect;
  readonly onArrange: (arrangement: Arrangement) => void;
  /** Makes the column wider or narrower by some pixels. */
  readonly onWiden: (by: number) => void;
  readonly onFit: () => void;
  readonly onClose: () => void;
}

const WIDTH = 340;
/** Room a menu with a list wants below its head. */
const HEIGHT = 520;

export function ColumnMenu(props: ColumnMenuProps) {
  const { session, column, columns, lookup, anchor, onClose } = props;
  const { arrangement } = session.view;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('.filter-form input')?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as the rows are when the menu opens
  const values = useMemo(() => listValues(session.view.stored(), column, columns, arrangement, lookup), []);
  const arrange = (next: Arrangement) => {
    onClose();
    props.onArrange(next);
  };
  const { sort, group } = arrangement;
  const sorted = sort?.column === column.key ? sort : null;
  const groups = groupChoices(column);
  const current = values?.find(({ value }) => value === props.current);
  return (
    <dialog
      ref={dialog}
      className="column-menu"
      aria-labelledby={titleId}
      style={{
        width: WIDTH,
        left: Math.max(8, Math.min(anchor.left, window.innerWidth - WIDTH - 8)),
        top: Math.max(8, Math.min(anchor.bottom, window.innerHeight - HEIGHT - 8)),
      }}
      {...closingProps(onClose)}
    >
      <div className="column-menu-body">
        <h2 id={titleId}>{titleOf(column)}</h2>
        {column.field.help === undefined ? null : <p className="muted">{column.field.help}</p>}
        <section aria-label="筛选">
          {current === undefined ? null : (
            <button
              type="button"
              className="button is-suggestion"
              onClick={() => arrange(withFilter(arrangement, column.key, { kind: 'among', values: [current.value] }))}
            >
              只看“{current.label}”
            </button>
          )}
          <FilterForm
            column={column}
            lookup={lookup}
            filter={arrangement.filters[column.key] ?? null}
            values={values}
            onFilter={(filter) => arrange(withFilter(arrangement, column.key, filter))}
          />
        </section>
        <section aria-label="排序">
          <h3>排序</h3>
          <div className="menu-choices">
            {directions(column).map((label, place) => {
              const descending = place === 1;
              const on = sorted?.descending === descending;
              return (
                <Choice
                  key={label}
                  label={label}
                  on={on}
                  onPick={() => arrange({ ...arrangement, sort: on ? null : { column: column.key, descending } })}
                />
              );
            })}
          </div>
        </section>
        {groups.length === 0 ? null : (
          <section aria-label="分组">
            <h3>分组并小计</h3>
            <div className="menu-choices">
              {groups.map(({ grouping, label }) => {
                const on = group?.column === column.key && group.digits === grouping.digits;
                return (
                  <Choice
                    key={label}
                    label={label}
                    on={on}
                    onPick={() => arrange({ ...arrangement, group: on ? null : grouping })}
                  />
                );
              })}
            </div>
          </section>
        )}
        <section aria-label="列宽" className="menu-row">
          <span className="muted">列宽</span>
          <button type="button" className="button" aria-label="变窄" onClick={() => props.onWiden(-20)}>
            −
          </button>
          <button type="button" className="button" aria-label="变宽" onClick={() => props.onWiden(20)}>
            ＋
          </button>
          <button type="button" className="button" onClick={props.onFit}>
            适合内容
          </button>
          <span className="spring" />
          <button
            type="button"
            className="button"
            disabled={isStoredOrder(arrangement)}
            onClick={() => arrange(STORED_ORDER)}
          >
            全部恢复原状
          </button>
        </section>
      </div>
    </dialog>
  );
}

function Choice({ label, on, onPick }: { readonly label: string; readonly on: boolean; readonly onPick: () => void }) {
  return (
    <button type="button" className={on ? 'button is-on' : 'button'} aria-pressed={on} onClick={onPick}>
      {label}
    </button>
  );
}
