/** The findings about a workbook: filtered, one chosen. Moving through them shows each on the picture. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { AuditFinding } from '../../shared/foreign/audit-types.ts';
import { cellName } from '../../shared/foreign/sheet.ts';
import type { ForeignState } from '../../shared/foreign/state-types.ts';
import { labelOfMark, markOf } from './marks.ts';

interface FindingListProps {
  readonly state: ForeignState;
  /** Places in the workbook's list, in the order shown. */
  readonly shown: readonly number[];
  readonly chosen: number | null;
  readonly onChoose: (place: number) => void;
}

export function FindingList({ state, shown, chosen, onChoose }: FindingListProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const at = chosen === null ? -1 : shown.indexOf(chosen);
  const items = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 84,
    getItemKey: (index) => shown[index] ?? index,
    overscan: 6,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another one is chosen
  useEffect(() => {
    if (at >= 0) items.scrollToIndex(at);
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: shown.length - 1 }[event.key];
    const place = target === undefined ? undefined : shown[target];
    if (target === undefined) return;
    event.preventDefault();
    if (place !== undefined) onChoose(place);
  };
  return (
    <div
      ref={scroller}
      className="foreign-findings"
      role="listbox"
      tabIndex={0}
      aria-label="审核结果"
      aria-activedescendant={at >= 0 ? `${id}-${chosen}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={() => {
        const [first] = shown;
        if (at < 0 && first !== undefined) onChoose(first);
      }}
    >
      <div role="presentation" style={{ height: items.getTotalSize() }}>
        {items.getVirtualItems().map(({ index, start }) => {
          const place = shown[index];
          const finding = place === undefined ? undefined : state.findings[place];
          if (place === undefined || finding === undefined) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and the keys
            <div
              key={place}
              id={`${id}-${place}`}
              ref={items.measureElement}
              data-index={index}
              role="option"
              tabIndex={-1}
              aria-selected={place === chosen}
              aria-setsize={shown.length}
              aria-posinset={index + 1}
              className={place === chosen ? 'foreign-finding is-chosen' : 'foreign-finding'}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onChoose(place)}
            >
              <FindingView finding={finding} state={state} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function FindingView({ finding, state }: { readonly finding: AuditFinding; readonly state: ForeignState }) {
  const mark = markOf(finding);
  const [first] = finding.cells;
  return (
    <>
      <p className="foreign-finding-head">
        <span className={`foreign-mark is-${mark}`}>{labelOfMark(mark)}</span>
        {first === undefined ? null : (
          <span>
            {state.sheets[first.sheet]?.name || '工作表'} <b>{cellName(first)}</b>
          </span>
        )}
      </p>
      <p>{finding.message}</p>
      <p className="finding-basis">依据：{finding.basis}</p>
    </>
  );
}
