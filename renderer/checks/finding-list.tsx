/**
 * The findings in their groups: one stop of Tab, of any length. Arrows move, ← and → fold a group up and out; what else
 * a key does to the chosen finding the page says.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useId } from 'react';
import { SEVERITIES, SEVERITY_LABELS } from '../../shared/checks/finding.ts';
import type { FindingRow, GroupRow, ReviewRow } from './arrange.ts';

interface FindingListProps {
  readonly rows: readonly ReviewRow[];
  /** Place of the chosen row, or -1. */
  readonly at: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onChoose: (row: ReviewRow) => void;
  readonly onFold: (group: string, isOpen: boolean) => void;
  /** Enter, or a double click. */
  readonly onOpen: (row: FindingRow) => void;
  /** Hears the keys that the list does not use. */
  readonly onKey: (event: KeyboardEvent) => void;
}

/** In pixels. */
const GROUP_HEIGHT = 34;
const FINDING_HEIGHT = 50;
const PAGE = 8;

export function FindingList({ rows, at, scroller, onChoose, onFold, onOpen, onKey }: FindingListProps) {
  const listId = useId();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? GROUP_HEIGHT : FINDING_HEIGHT),
    overscan: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of two heights are laid out anew when they change
  useEffect(() => virtualizer.measure(), [rows]);
  const chosen = rows[at];
  // Findings that come after the page has stood empty get the keyboard, unless it is in use elsewhere.
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  }, [scroller]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen one comes into view when it is chosen
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at);
  }, [at, chosen?.key]);
  const go = (place: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, place))];
    if (row !== undefined) onChoose(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.altKey || event.ctrlKey ? undefined : STEPS[event.key];
    if (step !== undefined) go(step(at, rows.length));
    else if (chosen?.kind === 'finding' && event.key === 'Enter' && !event.ctrlKey) onOpen(chosen);
    else if (chosen !== undefined && event.key === 'ArrowLeft') {
      if (chosen.kind === 'group') onFold(chosen.key, false);
      else go(rows.findIndex(({ key }) => key === chosen.group));
    } else if (chosen?.kind === 'group' && event.key === 'ArrowRight') onFold(chosen.key, true);
    else if (chosen?.kind === 'group' && (event.key === 'Enter' || event.key === ' ')) {
      onFold(chosen.key, !chosen.isOpen);
    } else return onKey(event);
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className="finding-list"
      role="tree"
      aria-label="审核结果"
      tabIndex={0}
      {...(at < 0 ? {} : { 'aria-activedescendant': `${listId}-${at}` })}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {virtualizer.getVirtualItems().map(({ index, start, size }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const isChosen = index === at;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active row
            <div
              key={row.key}
              id={`${listId}-${index}`}
              role="treeitem"
              aria-level={row.kind === 'group' ? 1 : 2}
              aria-selected={isChosen}
              {...(row.kind === 'group' ? { 'aria-expanded': row.isOpen } : {})}
              className={`${classOf(row)}${isChosen ? ' is-chosen' : ''}`}
              style={{ height: size, transform: `translateY(${start}px)` }}
              onClick={() => {
                onChoose(row);
                if (row.kind === 'group') onFold(row.key, !row.isOpen);
              }}
              onDoubleClick={() => row.kind === 'finding' && onOpen(row)}
            >
              {row.kind === 'group' ? <GroupView row={row} /> : <FindingView row={row} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<string, (place: number, count: number) => number>> = {
  ArrowDown: (place) => place + 1,
  ArrowUp: (place) => place - 1,
  PageDown: (place) => place + PAGE,
  PageUp: (place) => place - PAGE,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function classOf(row: ReviewRow): string {
  if (row.kind === 'group') return 'finding-group';
  return row.finding.waived === undefined ? 'finding-row' : 'finding-row is-waived';
}

function GroupView({ row: { label, counts, isOpen } }: { readonly row: GroupRow }) {
  return (
    <>
      <span className="finding-fold" aria-hidden="true">
        {isOpen ? '▾' : '▸'}
      </span>
      <b>{label}</b>
      {SEVERITIES.map((severity) =>
        counts[severity] === 0 ? null : (
          <span key={severity} className={severity === 'advice' ? 'badge' : `badge is-${severity}`}>
            {counts[severity]} {SEVERITY_LABELS[severity]}
          </span>
        ),
      )}
    </>
  );
}

function FindingView({ row: { finding } }: { readonly row: FindingRow }) {
  const { severity, message, waived, fix } = finding;
  return (
    <>
      <span className={`finding-severity is-${waived === undefined ? severity : 'waived'}`}>
        {waived === undefined ? SEVERITY_LABELS[severity] : '放行'}
      </span>
      <span className="finding-message">
        {message}
        {waived === undefined ? null : <em>理由：{waived.reason}</em>}
      </span>
      {fix === undefined || waived !== undefined ? null : <span className="tag">可改正</span>}
    </>
  );
}
