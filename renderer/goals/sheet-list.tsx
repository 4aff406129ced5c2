/** Every goal sheet the budget should have, with how it stands. One stop of Tab; arrows choose, Enter opens or makes. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { GoalSheetOverview } from '../../shared/goals/overview.ts';
import { detailOf, stateOf } from './sheet-state.ts';
import type { Subject } from './subject.ts';

interface SheetListProps {
  readonly sheets: readonly GoalSheetOverview[];
  readonly subject: Subject;
  readonly onChoose: (subject: Subject) => void;
  /** Enter on a sheet: into it, or make it. */
  readonly onOpen: (sheet: GoalSheetOverview) => void;
}

const HEIGHT = 54;
const FILTERS = [
  { id: 'all', label: '全部', keeps: () => true },
  { id: 'todo', label: '待完善', keeps: ({ state }: GoalSheetOverview) => state !== 'complete' },
  { id: 'missing', label: '缺表', keeps: ({ state }: GoalSheetOverview) => state === 'missing' },
] as const;

export function SheetList({ sheets, subject, onChoose, onOpen }: SheetListProps) {
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<(typeof FILTERS)[number]['id']>('all');
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => {
    const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const { keeps } = FILTERS.find(({ id }) => id === filter) ?? FILTERS[0];
    return sheets.filter((sheet) => {
      const text = `${sheet.name} ${stateOf(sheet).label}`.toLowerCase();
      return keeps(sheet) && words.every((word) => text.includes(word));
    });
  }, [sheets, query, filter]);
  const place = shown.findIndex(({ projectId }) => projectId === subject);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT,
    overscan: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen one comes into view when it is chosen
  useEffect(() => {
    if (place >= 0) virtualizer.scrollToIndex(place);
  }, [place]);
  // The keyboard finds the list where a page with a grid has its grid.
  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);
  const choose = (index: number) => {
    const sheet = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (sheet !== undefined) onChoose(sheet.projectId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey) return;
    const step = STEPS[event.key];
    const current = shown[place];
    if (step !== undefined) choose(step(place, shown.length));
    else if (event.key === 'Enter' && current !== undefined) onOpen(current);
    else return;
    event.preventDefault();
  };
  return (
    <div className="goal-list">
      <div className="goal-list-head">
        <input
          type="search"
          className="input"
          placeholder="搜索项目"
          aria-label="搜索项目"
          aria-controls={listId}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter') onKeyDown(event);
          }}
        />
        <div className="segmented" role="radiogroup" aria-label="筛选绩效目标表">
          {FILTERS.map(({ id, label, keeps }) => (
            <label key={id} className={id === filter ? 'is-on' : ''}>
              <input type="radio" name="goal-filter" checked={id === filter} onChange={() => setFilter(id)} />
              {label} {sheets.filter(keeps).length}
            </label>
          ))}
        </div>
      </div>
      <div
        ref={scroller}
        id={listId}
        className="goal-list-body"
        role="listbox"
        aria-label="绩效目标表"
        tabIndex={0}
        {...(place < 0 ? {} : { 'aria-activedescendant': `${listId}-${place}` })}
        onKeyDown={onKeyDown}
      >
        {shown.length === 0 ? <p className="goal-list-none muted">没有符合条件的项目。</p> : null}
        <div style={{ height: shown.length * HEIGHT }} role="presentation">
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const sheet = shown[index];
            return sheet === undefined ? null : (
              <SheetOption
                key={sheet.projectId ?? 0}
                id={`${listId}-${index}`}
                sheet={sheet}
                start={start}
                chosen={index === place}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<string, (place: number, count: number) => number>> = {
  ArrowDown: (place) => place + 1,
  ArrowUp: (place) => place - 1,
  PageDown: (place) => place + 8,
  PageUp: (place) => place - 8,
  Home: () => 0,
  End: (_, count) => count - 1,
};

interface SheetOptionProps {
  readonly id: string;
  readonly sheet: GoalSheetOverview;
  readonly start: number;
  readonly chosen: boolean;
  readonly onChoose: (subject: Subject) => void;
}

function SheetOption({ id, sheet, start, chosen, onChoose }: SheetOptionProps) {
  const { label, tone } = stateOf(sheet);
  const { implementation, annual } = sheet.indicators;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={chosen ? 'goal-option is-chosen' : 'goal-option'}
      style={{ height: HEIGHT, transform: `translateY(${start}px)` }}
      title={`${sheet.name}\n${detailOf(sheet)}`}
      onClick={() => onChoose(sheet.projectId)}
    >
      <span className="goal-option-name">
        {sheet.projectId === null ? <b className="goal-option-kind">整体</b> : null}
        {sheet.name}
      </span>
      <span className="goal-option-state">
        <span className={`completeness is-${tone}`}>{label}</span>
        {sheet.sheetId === null ? null : (
          <span className="muted">
            指标 实施期 {implementation} · 年度 {annual}
          </span>
        )}
      </span>
    </div>
  );
}
