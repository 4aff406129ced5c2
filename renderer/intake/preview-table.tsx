/**
 * The block as it came, row by row: what each cell was read as, what is left out and why, what must be mended. One
 * input always has the focus and lies over the active cell, as in the grid, so that an input method loses nothing.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { sheetFields } from '../../shared/intake/fields.ts';
import type { Uses } from '../../shared/intake/header.ts';
import type { IntakeSummary, ShownRow } from '../../shared/intake/shown.ts';
import { isComposing } from '../grid/keys.ts';
import { PreviewHead } from './preview-head.tsx';
import type { PreviewModel } from './preview-model.ts';
import { PreviewRow } from './preview-row.tsx';
import { columnWidths, FIXED, ROW_HEIGHT } from './preview-widths.ts';
import type { Cursor } from './use-cursor.ts';

interface PreviewTableProps {
  readonly model: PreviewModel;
  readonly summary: IntakeSummary;
  /** Source rows on screen, top to bottom. */
  readonly visible: readonly number[];
  readonly cursor: Cursor;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onSuggestion: (place: number) => void;
}

export function PreviewTable(props: PreviewTableProps) {
  const { model, summary, visible, cursor, input } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [available, setAvailable] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setAvailable(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const first = model.row(visible[0] ?? -1) !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: widths follow the columns and the first rows, not every mend
  const widths = useMemo(
    () => columnWidths(model, summary, available),
    [summary.labels, summary.uses.length, first, available],
  );
  const amounts = useMemo(() => amountColumns(model, summary.uses), [model, summary.uses]);
  const template = `${FIXED.map((width) => `${width}px`).join(' ')} ${widths.map((width) => `${width}px`).join(' ')}`;
  const total = [...FIXED, ...widths].reduce((sum, width) => sum + width, 0);
  const virtualizer = useVirtualizer({
    count: visible.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 3,
  });

  const { row, column, editing } = cursor;
  const left = [...FIXED, ...widths.slice(0, column)].reduce((sum, width) => sum + width, 0);
  const top = row * ROW_HEIGHT;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || cursor.quiet) return;
    const frozen = FIXED.reduce((sum, width) => sum + width, 0);
    const head = element.querySelector('.intake-heads')?.clientHeight ?? 0;
    const view = { top: element.scrollTop, bottom: element.scrollTop + element.clientHeight - head };
    if (top < view.top) element.scrollTop = top;
    else if (top + ROW_HEIGHT > view.bottom) element.scrollTop = top + ROW_HEIGHT - (element.clientHeight - head);
    if (left - frozen < element.scrollLeft) element.scrollLeft = left - frozen;
    const right = left + (widths[column] ?? 0);
    if (right > element.scrollLeft + element.clientWidth) element.scrollLeft = right - element.clientWidth;
  }, [top, left, column, widths, cursor.quiet]);

  const shown = model.row(visible[row] ?? -1);
  useEffect(() => {
    const element = input.current;
    if (element !== null && editing === null) element.value = '';
  }, [editing, input]);

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const done = editing === null ? cursor.key(event, widths.length, visible, model) : cursor.editKey(event);
    if (done || pressed(event, props)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return (
    <div className={total > available ? 'intake-scroller is-wide' : 'intake-scroller'} ref={scroller}>
      <div className="intake-content" style={{ width: total }}>
        <div
          role="grid"
          aria-label="粘贴内容预览"
          aria-rowcount={visible.length + 1}
          aria-colcount={widths.length + FIXED.length}
          aria-multiselectable="true"
        >
          <PreviewHead model={model} summary={summary} template={template} />
          <div role="rowgroup" className="intake-rows" style={{ height: visible.length * ROW_HEIGHT }}>
            {virtualizer.getVirtualItems().map(({ index }) => {
              const source = visible[index] ?? -1;
              return (
                <PreviewRow
                  key={source}
                  id={id}
                  place={index}
                  source={source}
                  row={model.row(source)}
                  columns={widths.length}
                  uses={summary.uses}
                  amounts={amounts}
                  template={template}
                  active={index === row ? column : -1}
                  onTick={(on) => model.tick([source], on)}
                  onSelect={(at) => {
                    cursor.go(index, at);
                    input.current?.focus({ preventScroll: true });
                  }}
                  onEdit={(at) => cursor.begin(index, at, null)}
                />
              );
            })}
          </div>
        </div>
        <input
          ref={input}
          className={`intake-input${editing === null ? '' : ' is-editing'}`}
          style={{ left, top, width: widths[column] ?? 0, height: ROW_HEIGHT }}
          aria-label={cellLabel(shown, column, summary)}
          aria-invalid={shown?.cells[column]?.reason !== null && shown?.cells[column] !== undefined}
          aria-activedescendant={`${id}-${row}-${column}`}
          autoComplete="off"
          spellCheck={false}
          onKeyDown={onKeyDown}
          onInput={() => {
            if (editing === null) cursor.begin(row, column, '');
          }}
          onCompositionStart={() => {
            if (editing === null) cursor.begin(row, column, '');
          }}
          onBlur={() => cursor.commit()}
        />
      </div>
    </div>
  );
}

/** Alt with a number takes a suggestion. */
function pressed(event: React.KeyboardEvent, props: PreviewTableProps): boolean {
  if (!event.altKey || !/^[123]$/.test(event.key)) return false;
  props.onSuggestion(Number.parseInt(event.key, 10) - 1);
  return true;
}

function amountColumns({ entity }: PreviewModel, uses: Uses): ReadonlySet<number> {
  const fields = sheetFields(entity);
  return new Set(uses.flatMap((use, column) => (use !== null && fields[use.field]?.kind === 'fen' ? [column] : [])));
}

function cellLabel(row: ShownRow | null, column: number, { labels }: IntakeSummary): string {
  if (row === null) return '预览';
  const cell = row.cells[column];
  const place = `第${row.row + 1}行 ${labels[column] ?? `第${column + 1}列`}`;
  return cell?.reason ? `${place}，待改：${cell.reason}` : place;
}
